"""Days and what stands on them."""

from datetime import UTC, date, datetime, timedelta

from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence
from relate_desktop.domain.days import DaysInput, Stretch, begins_on, days, shown_on
from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.ids import CalendarId, ContactId, EventId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment, MomentDay
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.present import Present

PRESENT = Present(datetime(2026, 11, 24, 9, tzinfo=UTC), UTC)
MONDAY = date(2026, 11, 23)
SUNDAY = MONDAY + timedelta(days=6)
WEEK = Stretch(MONDAY, SUNDAY)


def event(title: str, on: date, hour: int | None = None, *, lasts: int = 1) -> Occurrence:
    """An event of an hour, or of whole days."""
    last = on if hour is not None else on + timedelta(days=lasts - 1)
    starts = datetime(on.year, on.month, on.day, hour or 0, tzinfo=UTC)
    ends = starts + (timedelta(hours=1) if hour is not None else timedelta(days=lasts))
    return Occurrence(
        CalendarEvent(EventId(1), CalendarId(1), f"{title}@x", title),
        "",
        starts,
        ends,
        on,
        last,
        all_day=hour is None,
    )


def due(text: str, on: date, hour: int | None) -> DueRow:
    """Something to be done that day."""
    at = datetime(on.year, on.month, on.day, hour or 8, tzinfo=UTC)
    return DueRow(DueGroup.LATER, (), text, at, timed=hour is not None)


def birthday(on: date, contact: int = 1) -> MomentDay:
    """Somebody's birthday."""
    return MomentDay(
        Moment(DateKind.BIRTHDAY, PartialDate(None, on.month, on.day), ContactId(contact)), on, None
    )


def titles(found: object) -> list[str]:
    """What stands on a day, in words."""
    assert isinstance(found, tuple)
    return [
        "birthday" if isinstance(item, MomentDay) else getattr(item, "text", "") or item.event.title
        for item in found
    ]


def test_a_day_begins_with_moments_and_whole_days_and_goes_on_by_the_hour() -> None:
    known = DaysInput(
        [event("Lunch", MONDAY, 12), event("Fair", MONDAY), event("Call", MONDAY, 9)],
        [due("Write to Ada", MONDAY, 10), due("Some time", MONDAY, None)],
        [birthday(MONDAY)],
    )
    found = days(WEEK, known, PRESENT)
    assert [day.on for day in found] == [MONDAY]
    assert titles(found[0].items) == ["birthday", "Fair", "Some time", "Call", "Write to Ada", "Lunch"]


def test_days_without_anything_and_things_beyond_the_stretch_are_left_out() -> None:
    known = DaysInput(
        [event("Before", MONDAY - timedelta(days=1), 9)],
        [due("After", SUNDAY + timedelta(days=1), 9)],
        [birthday(SUNDAY)],
        {MONDAY - timedelta(days=1): 7},
    )
    assert [day.on for day in days(WEEK, known, PRESENT)] == [SUNDAY]


def test_what_lasts_a_few_days_stands_on_each_of_them() -> None:
    fair = event("Fair", MONDAY - timedelta(days=1), lasts=3)
    assert shown_on(fair, WEEK) == (MONDAY, MONDAY + timedelta(days=1))


def test_what_lasts_for_weeks_stands_on_the_first_day_that_is_seen() -> None:
    season = event("Season", MONDAY - timedelta(days=40), lasts=90)
    assert shown_on(season, WEEK) == (MONDAY,)


def test_an_event_over_midnight_fills_the_second_day_from_its_start() -> None:
    night = event("Night train", MONDAY, 23)
    assert begins_on(night, MONDAY, PRESENT) == night.starts_at
    assert begins_on(night, MONDAY + timedelta(days=1), PRESENT) is None


def test_a_day_with_nothing_but_unnamed_moments_is_not_empty() -> None:
    (found,) = days(WEEK, DaysInput(more_moments={MONDAY: 294}), PRESENT)
    assert found.more_moments == 294
    assert not found.empty
