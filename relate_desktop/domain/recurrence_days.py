"""The days one period of a rule holds: a day, a week, a month or a year of it.

Periods are numbered, so that the arithmetic of ``series`` can step over any number of them
at once. A period that lies outside the calendar holds no days.
"""

from calendar import isleap, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relate_desktop.domain.recurrence import ByDay, Frequency, LeapDay, MissingDay, Recurrence

WEEK = 7
MONTHS = 12
_LAST_YEAR = 9998


class Period(StrEnum):
    """By what a rule's days are grouped."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_PERIODS = {
    Frequency.DAILY: Period.DAY,
    Frequency.WEEKLY: Period.WEEK,
    Frequency.MONTHLY: Period.MONTH,
    Frequency.YEARLY: Period.YEAR,
}


@dataclass(frozen=True, slots=True)
class Grid:
    """The numbered periods of a rule: which kind, the number of its first, and the step."""

    period: Period
    first: int
    step: int
    week_start: int

    def number_of(self, day: date) -> int:
        """The number of the period in which the day lies."""
        if self.period is Period.DAY:
            return day.toordinal()
        if self.period is Period.WEEK:
            # Day 1 of the calendar is a Monday.
            return (day.toordinal() - 1 - self.week_start) // WEEK
        if self.period is Period.MONTH:
            return day.year * MONTHS + day.month - 1
        return day.year

    def from_number(self, number: int) -> int:
        """The first period of the grid that is not before this number."""
        behind = max(number, self.first)
        return behind + (self.first - behind) % self.step

    def up_to_number(self, number: int) -> int:
        """The last period of the grid that is not behind this number."""
        return number - (number - self.first) % self.step


def grid_of(rule: Recurrence, anchor: date) -> Grid:
    """The periods of a rule that began on this day.

    A daily rule with conditions is searched month by month: the days that meet conditions
    are few, and the step is one condition more.
    """
    period = _PERIODS[rule.frequency]
    step = rule.interval
    if period is Period.DAY and not rule.plain:
        period, step = Period.MONTH, 1
    grid = Grid(period, 0, step, rule.week_start)
    return Grid(period, grid.number_of(anchor), step, rule.week_start)


def days_of(rule: Recurrence, anchor: date, leap_day: LeapDay, number: int) -> list[date]:
    """The days of one period in order, without regard to the anchor's day, COUNT and UNTIL."""
    if rule.frequency is Frequency.DAILY:
        found = _daily(rule, anchor, number)
    elif rule.frequency is Frequency.WEEKLY:
        found = _weekly(rule, anchor, number)
    elif number // MONTHS > _LAST_YEAR or number < 1:
        return []
    elif rule.frequency is Frequency.MONTHLY:
        found = _monthly(rule, anchor, number)
    else:
        found = _yearly(rule, anchor, leap_day, number)
    days = sorted(found)
    return _at_positions(days, rule.by_position) if rule.by_position else days


def month_days(rule: Recurrence, year: int, month: int) -> set[date]:
    """The days of a month that BYMONTHDAY names; missing ones as the rule has it."""
    found = (_placed(rule, LeapDay.FEBRUARY, year, month, day) for day in rule.by_month_day)
    return {day for day in found if day is not None}


def _daily(rule: Recurrence, anchor: date, number: int) -> Iterable[date]:
    if rule.plain:
        return [date.fromordinal(number)] if 1 <= number <= date(_LAST_YEAR, 12, 31).toordinal() else []
    year, month = number // MONTHS, number % MONTHS + 1
    if not 1 <= year <= _LAST_YEAR or (rule.by_month and month not in rule.by_month):
        return []
    before, longest = date(year, month, 1).toordinal() - 1, monthrange(year, month)[1]
    first = 1 + (anchor.toordinal() - before - 1) % rule.interval
    days: Iterable[int] = range(first, longest + 1, rule.interval)
    if rule.by_month_day and days:
        named = {_number_of_day(rule, day, longest) for day in rule.by_month_day}
        days = (day for day in days if day in named)
    weekdays = {by.weekday for by in rule.by_day}
    numbers = (before + day for day in days)
    return (date.fromordinal(day) for day in numbers if not weekdays or (day - 1) % WEEK in weekdays)


def _weekly(rule: Recurrence, anchor: date, number: int) -> Iterable[date]:
    start = number * WEEK + 1 + rule.week_start
    if not 1 <= start <= date(_LAST_YEAR, 12, 25).toordinal():
        return []
    weekdays = {by.weekday for by in rule.by_day} or {anchor.weekday()}
    days = (date.fromordinal(start + (weekday - rule.week_start) % WEEK) for weekday in weekdays)
    return (day for day in days if not rule.by_month or day.month in rule.by_month)


def _monthly(rule: Recurrence, anchor: date, number: int) -> Iterable[date]:
    year, month = number // MONTHS, number % MONTHS + 1
    if rule.by_month and month not in rule.by_month:
        return ()
    if not rule.by_day and not rule.by_month_day:
        day = _placed(rule, LeapDay.FEBRUARY, year, month, anchor.day)
        return () if day is None else (day,)
    return _met(rule, month_days(rule, year, month), _weekdays(rule.by_day, year, month))


def _yearly(rule: Recurrence, anchor: date, leap_day: LeapDay, year: int) -> Iterable[date]:
    if not 1 <= year <= _LAST_YEAR:
        return ()
    months = rule.by_month or ((anchor.month,) if rule.plain else tuple(range(1, MONTHS + 1)))
    if not rule.by_day and not rule.by_month_day:
        found = (_placed(rule, leap_day, year, month, anchor.day) for month in months)
        return (day for day in found if day is not None)
    named = {
        day
        for month in months
        for number in rule.by_month_day
        if (day := _placed(rule, leap_day, year, month, number)) is not None
    }
    if rule.by_month:
        weekdays = {day for month in months for day in _weekdays(rule.by_day, year, month)}
    else:
        weekdays = set(_weekdays(rule.by_day, year, None))
    return _met(rule, named, weekdays)


def _met(rule: Recurrence, named: set[date], weekdays: Iterable[date]) -> Iterable[date]:
    """The days that meet BYMONTHDAY and BYDAY, whichever the rule has."""
    if not rule.by_day:
        return named
    return named.intersection(weekdays) if rule.by_month_day else set(weekdays)


def _weekdays(by_day: Iterable[ByDay], year: int, month: int | None) -> Iterable[date]:
    """The days of a month, or of the whole year, that BYDAY names."""
    start = date(year, month or 1, 1).toordinal()
    end = _end_of_month(year, month or MONTHS).toordinal()
    for by in by_day:
        first = start + (by.weekday - (start - 1)) % WEEK
        last = end - ((end - 1) - by.weekday) % WEEK
        if by.nth is None:
            yield from (date.fromordinal(day) for day in range(first, last + 1, WEEK))
            continue
        day = first + (by.nth - 1) * WEEK if by.nth > 0 else last + (by.nth + 1) * WEEK
        if start <= day <= end:
            yield date.fromordinal(day)


def _placed(rule: Recurrence, leap_day: LeapDay, year: int, month: int, day: int) -> date | None:
    """A day of a month by its number, from the end if negative; a missing one as the rule has it."""
    if (month, day, leap_day) == (2, 29, LeapDay.MARCH) and not isleap(year) and _lenient(rule):
        return date(year, 3, 1)
    number = _number_of_day(rule, day, monthrange(year, month)[1])
    return date(year, month, number) if number else None


def _number_of_day(rule: Recurrence, day: int, longest: int) -> int:
    """``day`` counted from the start of a month with so many days; 0 when there is no such day."""
    if day < 0:
        return max(longest + 1 + day, 0)
    if day <= longest:
        return day
    return longest if _lenient(rule) else 0


def _lenient(rule: Recurrence) -> bool:
    """Whether a missing day is the month's last; beside a weekday only the real day is meant."""
    return rule.missing is MissingDay.LAST and not rule.by_day


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    chosen = {position - 1 if position > 0 else len(days) + position for position in positions}
    return [days[index] for index in sorted(chosen) if 0 <= index < len(days)]


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
