from datetime import UTC, date, datetime, timedelta

from relate_desktop.domain.calendar_day import by_day, in_order
from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence
from relate_desktop.domain.ids import CalendarId, EventId

MONDAY = date(2026, 11, 23)


def takes_place(
    title: str, day: int, hour: int = 9, *, days: int = 1, all_day: bool = False, calendar: int = 1
) -> Occurrence:
    starts = datetime(2026, 11, day, 0 if all_day else hour, tzinfo=UTC)
    ends = starts + (timedelta(days=days) if all_day else timedelta(days=days - 1, hours=1))
    event = CalendarEvent(EventId(1), CalendarId(calendar), "a", title)
    last = date(2026, 11, day) + timedelta(days=days - 1)
    return Occurrence(event, "", starts, ends, date(2026, 11, day), last, all_day=all_day)


def test_what_lasts_the_whole_day_comes_before_the_hours() -> None:
    listed = in_order(
        [takes_place("late", 24, 17), takes_place("early", 24), takes_place("fair", 24, all_day=True)]
    )
    assert [one.event.title for one in listed] == ["fair", "early", "late"]


def test_every_day_is_there_and_what_lasts_several_stands_on_each() -> None:
    days = by_day([takes_place("trip", 22, days=3), takes_place("talk", 25)], MONDAY, date(2026, 11, 26))
    assert [[one.event.title for one in day.occurrences] for day in days] == [
        ["trip"],
        ["trip"],
        ["talk"],
        [],
    ]


def test_a_day_has_a_dot_for_each_calendar() -> None:
    (day,) = by_day(
        [takes_place("a", 23), takes_place("b", 23, 10, calendar=2), takes_place("c", 23, 11)], MONDAY, MONDAY
    )
    assert day.calendars == (1, 2)
