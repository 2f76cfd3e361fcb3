"""Events as files tell of them."""

from datetime import date, time

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.event_draft import EventDraft, EventTime, KeptEvent
from relate_desktop.domain.ids import CalendarId, EventId

FRIDAY = EventTime(date(2026, 11, 27), time(9, 30), "Europe/Berlin")


def test_an_event_with_a_rule_or_with_further_dates_repeats() -> None:
    once = EventDraft("a", "Coffee", FRIDAY)
    assert not once.repeats
    assert EventDraft("a", "Coffee", FRIDAY, rules=("FREQ=WEEKLY",)).repeats
    assert EventDraft("a", "Coffee", FRIDAY, dates=(FRIDAY,)).repeats


def test_a_day_without_an_hour_is_a_whole_one_and_floats() -> None:
    assert EventDraft("a", "Fair", EventTime(date(2026, 11, 27))).all_day
    assert EventTime(date(2026, 11, 27)).floating
    assert not FRIDAY.floating


def test_a_kept_event_is_shown_with_everything_it_says_of_itself() -> None:
    ada = Attendee("ada@example.org", "Ada", organizer=True)
    draft = EventDraft("a", "Coffee", FRIDAY, place="Lisbon", url="https://example.org", attendees=(ada,))
    shown = KeptEvent(EventId(3), CalendarId(2), draft).shown()
    assert (shown.id, shown.calendar, shown.uid) == (3, 2, "a")
    assert (shown.title, shown.place, shown.url) == ("Coffee", "Lisbon", "https://example.org")
    assert shown.organizer == ada
    assert not shown.repeats


def test_an_override_can_be_shown_as_part_of_its_series() -> None:
    draft = EventDraft("a", "Coffee", FRIDAY, recurrence=FRIDAY)
    assert KeptEvent(EventId(3), CalendarId(2), draft).shown(repeats=True).repeats
