"""Events and their occurrences."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from relate_desktop.domain.calendar_event import Attendee, CalendarEvent, EventStatus, Occurrence, in_order
from relate_desktop.domain.ids import CalendarId, EventId

EVENT = CalendarEvent(
    EventId(7),
    CalendarId(1),
    "crane@studio.example",
    "Crane catalogue",
    attendees=(Attendee("ada@ada.example"), Attendee("misaki@example.com", "Misaki", organizer=True)),
)
ONCE = Occurrence(
    EVENT,
    "",
    datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    datetime(2026, 11, 24, 10, 15, tzinfo=UTC),
    date(2026, 11, 24),
    date(2026, 11, 24),
)


def test_the_organizer_is_the_one_who_invites() -> None:
    assert EVENT.organizer == Attendee("misaki@example.com", "Misaki", organizer=True)
    assert replace(EVENT, attendees=()).organizer is None


def test_occurrences_of_a_series_are_told_apart_by_their_key() -> None:
    assert ONCE.identity == "7"
    assert replace(ONCE, key="20261124T093000Z").identity == "7-20261124T093000Z"


def test_an_occurrence_lasts_from_its_start_to_its_end() -> None:
    assert ONCE.lasts == timedelta(minutes=45)


def test_a_cancelled_event_does_not_take_place() -> None:
    assert ONCE.takes_place
    assert not replace(ONCE, event=replace(EVENT, status=EventStatus.CANCELLED)).takes_place


def test_what_lasts_the_whole_day_comes_before_the_hours() -> None:
    early = replace(ONCE, event=replace(EVENT, title="early"))
    late = replace(early, event=replace(EVENT, title="late"), starts_at=ONCE.starts_at + timedelta(hours=8))
    fair = replace(late, event=replace(EVENT, title="fair"), all_day=True)
    before = replace(late, event=replace(EVENT, title="before"), first_on=date(2026, 11, 23))
    listed = in_order([late, early, fair, before])
    assert [one.event.title for one in listed] == ["before", "fair", "early", "late"]
