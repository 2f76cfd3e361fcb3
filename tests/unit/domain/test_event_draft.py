"""Events as their files tell them."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import datetime

from relate_desktop.domain.calendar_event import Attendee, EventStatus
from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_schedule import Schedule
from relate_desktop.domain.ids import CalendarId, EventId

NOON = datetime(2026, 7, 1, 12)


def test_a_draft_is_shown_with_everything_it_says_of_itself() -> None:
    ada = Attendee("ada@example.org", "Ada", organizer=True)
    draft = EventDraft(
        "a", "Coffee", Schedule(NOON), "Lisbon", url="https://example.org", attendees=(ada,), private=True,
        status=EventStatus.TENTATIVE, busy=False, unknown_zone="Nowhere",
    )  # fmt: skip
    shown = draft.shown(EventId(3), CalendarId(2))
    assert (shown.id, shown.calendar, shown.uid, shown.title) == (3, 2, "a", "Coffee")
    assert (shown.place, shown.url, shown.private, shown.busy) == (
        "Lisbon",
        "https://example.org",
        True,
        False,
    )
    assert (shown.status, shown.unknown_zone, shown.organizer) == (EventStatus.TENTATIVE, "Nowhere", ada)
    assert not shown.repeats


def test_an_override_can_be_shown_as_part_of_its_series() -> None:
    draft = EventDraft("a", "Coffee", Schedule(NOON))
    assert draft.shown(EventId(3), CalendarId(2), repeats=True).repeats


def test_a_draft_repeats_as_its_schedule_does() -> None:
    assert EventDraft("a", "Coffee", Schedule(NOON, rules=(EventRule(Step.DAILY),))).repeats
