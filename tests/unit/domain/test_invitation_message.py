"""Answers to invitations, brought into an event."""

from dataclasses import replace

from relate_desktop.domain.calendar_event import Attendee, Participation
from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.invitation_message import InvitationMessage, MessageKind, with_answers
from tests.unit.storage.events import a_schedule

ADA, BOB = Attendee("ada@x.org", "Ada"), Attendee("bob@x.org", "Bob", Participation.DECLINED)
EVENT = EventDraft("1@x", "Coffee", replace(a_schedule(), sequence=2), attendees=(ADA, BOB))


def an_answer(address: str, answer: Participation, sequence: int = 2) -> InvitationMessage:
    return InvitationMessage(MessageKind.REPLY, "1@x", (Attendee(address, "", answer),), sequence=sequence)


def answers(*messages: InvitationMessage, unanswered: bool = False) -> list[Participation]:
    return [one.participation for one in with_answers(EVENT, messages, unanswered=unanswered).attendees]


def test_an_answer_is_that_of_whoever_gave_it() -> None:
    told = with_answers(EVENT, [an_answer("ada@x.org", Participation.ACCEPTED)])
    assert told.attendees == (replace(ADA, participation=Participation.ACCEPTED), BOB)


def test_the_last_answer_counts() -> None:
    first, last = (
        an_answer("bob@x.org", Participation.ACCEPTED),
        an_answer("bob@x.org", Participation.TENTATIVE),
    )
    assert answers(first, last) == [Participation.UNANSWERED, Participation.TENTATIVE]


def test_what_the_event_tells_itself_may_go_first() -> None:
    said = [an_answer("ada@x.org", Participation.ACCEPTED), an_answer("bob@x.org", Participation.ACCEPTED)]
    assert answers(*said, unanswered=True) == [Participation.ACCEPTED, Participation.DECLINED]


def test_an_answer_to_an_earlier_version_or_from_somebody_else_changes_nothing() -> None:
    assert with_answers(EVENT, [an_answer("ada@x.org", Participation.ACCEPTED, sequence=1)]) == EVENT
    assert with_answers(EVENT, [an_answer("eve@x.org", Participation.ACCEPTED)]) == EVENT
    assert with_answers(EVENT, [an_answer("", Participation.ACCEPTED)]) == EVENT


def test_what_is_no_answer_changes_nothing() -> None:
    proposal = replace(an_answer("ada@x.org", Participation.TENTATIVE), kind=MessageKind.COUNTER)
    assert with_answers(EVENT, [proposal]) is EVENT
    assert proposal.sender.address == "ada@x.org"
