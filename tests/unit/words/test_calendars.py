"""Words of events."""

from relate_desktop.domain.calendar_event import EventStatus, Participation
from relate_desktop.domain.event_draft import EventRefusal, EventRemark
from relate_desktop.domain.invitation_message import MessageKind
from relate_desktop.words.calendars import (
    event_refusal,
    event_remark,
    message_name,
    message_words,
    participation_name,
    status_name,
)


def test_every_answer_reads_after_a_name() -> None:
    assert participation_name(Participation.ACCEPTED) == "comes"
    assert all(participation_name(answer) for answer in Participation)


def test_every_message_about_an_invitation_has_a_name_and_words() -> None:
    told = [message_words(kind, "Ada", "Tea", Participation.ACCEPTED) for kind in MessageKind]
    assert len(set(told)) == len({message_name(kind) for kind in MessageKind}) == len(MessageKind)
    assert told[0] == "Ada comes: Tea"


def test_only_an_event_that_is_not_sure_says_so() -> None:
    assert status_name(EventStatus.CONFIRMED) == ""
    assert status_name(EventStatus.CANCELLED) == "cancelled"


def test_what_could_not_be_read_is_told_in_sentences() -> None:
    told = [event_remark(remark) for remark in EventRemark] + [event_refusal(one) for one in EventRefusal]
    assert len(set(told)) == len(told)
    assert all(sentence.endswith(".") for sentence in told)
