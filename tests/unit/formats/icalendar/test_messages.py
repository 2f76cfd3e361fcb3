"""What looks like an event and is a message about one."""

import pytest

from relate_desktop.domain.calendar_event import Participation
from relate_desktop.domain.invitation_message import InvitationMessage, MessageKind
from relate_desktop.formats.icalendar.messages import message_in
from relate_desktop.formats.icalendar.split import components
from tests.unit.formats.icalendar.calendars import a_calendar, an_event

ADA = "ATTENDEE;CN=Ada;PARTSTAT=DECLINED:MAILTO:Ada@x.org"


def message(method: str, *lines: str) -> InvitationMessage | None:
    (found,) = components(a_calendar(f"METHOD:{method}", an_event(*lines))).components
    return message_in(found)


def test_an_answer_says_who_answers_what() -> None:
    found = message(
        "reply", "UID:1@x", "SEQUENCE:3", "RECURRENCE-ID:20260701T120000Z", "SUMMARY:Tea\\, cake", ADA
    )
    assert found is not None
    assert (found.kind, found.uid, found.sequence) == (MessageKind.REPLY, "1@x", 3)
    assert (found.recurrence, found.title) == ("20260701T120000Z", "Tea, cake")
    assert (found.sender.address, found.sender.participation) == ("ada@x.org", Participation.DECLINED)


@pytest.mark.parametrize("kind", MessageKind)
def test_proposals_and_requests_are_messages_as_well(kind: MessageKind) -> None:
    found = message(kind.value, "UID:1@x", "DTSTART:20260701T120000Z", ADA)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize("method", ["PUBLISH", "REQUEST", "ADD", "CANCEL", "", "REPLY-TO"])
def test_invitations_are_events(method: str) -> None:
    assert message(method, "UID:1@x", "DTSTART:20260701T120000Z", ADA) is None


def test_where_nobody_is_named_or_nothing_is_meant_it_is_an_event() -> None:
    assert message("REPLY", "UID:1@x", "DTSTART:20260701T120000Z") is None
    assert message("REPLY", "DTSTART:20260701T120000Z", ADA) is None
    alarm = ("UID:1@x", "BEGIN:VALARM", ADA, "END:VALARM")
    assert message("REPLY", *alarm) is None


def test_a_task_that_is_answered_is_a_task() -> None:
    (found,) = components(a_calendar("METHOD:REPLY", f"BEGIN:VTODO\nUID:1\n{ADA}\nEND:VTODO")).components
    assert message_in(found) is None
