"""The days that one period of an event's rule holds: a day, a week, a month or a year of it.

Days are numbers (``date.toordinal``) here. Every period is found by arithmetic, whichever it is,
so that a window of time costs what the window holds and not what lies before it.
"""

from calendar import isleap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from relate_desktop.domain.event_rule import EventRule, Skip, Step

WEEK = 7
MONTHS = 12
FIRST_DAY = date(2, 1, 1).toordinal()
LAST_DAY = date(9998, 12, 31).toordinal()
"""Days outside these are in no rule: they could leave the calendar by their hour."""

_LONG_STEPS = frozenset({Step.MONTHLY, Step.YEARLY})
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class DayRule:
    """The parts of a rule that speak of days, with those that its first day stands for filled in."""

    step: Step
    interval: int
    anchor: int
    months: frozenset[int]
    month_days: tuple[int, ...]
    year_days: frozenset[int]
    weeks: frozenset[int]
    weekdays: frozenset[int]
    nth: frozenset[tuple[int, int]]
    week_start: int
    skip: Skip
    whole: bool
    """Whether a period is wanted as a whole, because positions in it are counted."""

    @property
    def by_day(self) -> bool:
        """Whether days of the week are named."""
        return bool(self.weekdays or self.nth)

    @property
    def narrowed(self) -> bool:
        """Whether a day can fall out by its month, its number or its week."""
        return bool(self.months or self.month_days or self.year_days or self.weeks)

    @property
    def cost(self) -> int:
        """How much work one period is, a plain day being 1."""
        if self.step is Step.WEEKLY:
            return 1 + 3 * self.narrowed
        if self.step not in _LONG_STEPS:
            return 1 + self.narrowed
        named = len(self.weekdays) + (len(self.nth) + len(self.month_days)) // 2 + 7 * bool(self.weeks)
        months = len(self.months) or MONTHS * bool(self.month_days) or 1
        return (3 + named) * (months if self.step is Step.YEARLY else 1)


@lru_cache(maxsize=4096)
def day_rule(rule: EventRule, anchor: date) -> DayRule:
    """The parts of a rule that began on this day (RFC 5545: what is missing, DTSTART says)."""
    months = frozenset(rule.by_month)
    month_days = rule.by_month_day
    counted = rule.step in {Step.MONTHLY, Step.YEARLY} and not rule.by_week
    weekdays = frozenset(by.weekday for by in rule.by_day if by.nth is None or not counted)
    nth = frozenset((by.weekday, by.nth) for by in rule.by_day if by.nth is not None and counted)
    unsaid = not (month_days or rule.by_year_day or rule.by_day)
    if unsaid and rule.step is Step.YEARLY and not rule.by_week:
        month_days = (anchor.day,)
        months = months or frozenset({anchor.month})
    elif unsaid and rule.step is Step.MONTHLY and not rule.by_week:
        month_days = (anchor.day,)
    elif unsaid and (rule.step is Step.WEEKLY or (rule.by_week and rule.step is Step.YEARLY)):
        weekdays = frozenset({anchor.weekday()})
    return DayRule(
        rule.step,
        rule.interval,
        anchor.toordinal(),
        months,
        month_days,
        frozenset(rule.by_year_day),
        frozenset(rule.by_week),
        weekdays,
        nth,
        rule.week_start,
        rule.skip,
        whole=bool(rule.by_position),
    )


def periods(rule: DayRule, first: int, last: int) -> Iterator[list[int]]:
    """The days of each period of the rule that touches ``first`` to ``last``, in order.

    A period may be given out empty, and may hold days outside the window where it is wanted as a
    whole.
    """
    first, last = max(first, FIRST_DAY), min(last, LAST_DAY)
    if rule.step is Step.WEEKLY:
        return _weeks(rule, first, last)
    if rule.step is Step.MONTHLY:
        return _months(rule, first, last)
    if rule.step is Step.YEARLY:
        return _years(rule, first, last)
    step = 1 if rule.step.within_a_day else rule.interval
    start = first + (rule.anchor - first) % step
    return ([day] if fits(rule, day) else [] for day in range(start, last + 1, step))


def fits(rule: DayRule, day: int) -> bool:
    """Whether the day is not ruled out by its month, its number, its week or its name."""
    if rule.weekdays and (day - 1) % WEEK not in rule.weekdays:
        return False
    if not rule.narrowed:
        return True
    return _stands(rule, date.fromordinal(day), day)


def _weeks(rule: DayRule, first: int, last: int) -> Iterator[list[int]]:
    origin = rule.anchor - (rule.anchor - 1 - rule.week_start) % WEEK
    step = rule.interval * WEEK
    offsets = sorted((weekday - rule.week_start) % WEEK for weekday in rule.weekdays) or list(range(WEEK))
    start = origin + (first - origin) // step * step
    for week in range(start, last + 1, step):
        days = [week + offset for offset in offsets]
        yield [day for day in days if fits(rule, day)] if rule.narrowed else days


def _months(rule: DayRule, first: int, last: int) -> Iterator[list[int]]:
    anchor, start, end = (date.fromordinal(day) for day in (rule.anchor, first, last))
    number = start.year * MONTHS + start.month - 1
    # The day that a month does not have may stand for the first of the next one.
    number -= rule.skip is Skip.FORWARD
    number += (anchor.year * MONTHS + anchor.month - 1 - number) % rule.interval
    for month in range(number, end.year * MONTHS + end.month, rule.interval):
        yield _of_month(rule, month // MONTHS, month % MONTHS + 1, in_month=True)


def _years(rule: DayRule, first: int, last: int) -> Iterator[list[int]]:
    anchor, start, end = (date.fromordinal(day) for day in (rule.anchor, first, last))
    # Weeks, and days moved forward, may lie in the year beside their own.
    year = start.year - 1
    year += (anchor.year - year) % rule.interval
    for number in range(year, end.year + 2, rule.interval):
        if 2 <= number <= 9998:
            yield _of_year(rule, number, first, last)


def _of_year(rule: DayRule, year: int, first: int, last: int) -> list[int]:
    if rule.weeks:
        return _of_weeks(rule, year)
    january = date(year, 1, 1).toordinal()
    length = 365 + isleap(year)
    if rule.year_days:
        numbered = {day if day > 0 else length + 1 + day for day in rule.year_days}
        days = [january + number - 1 for number in sorted(numbered) if 1 <= number <= length]
        return [day for day in days if _stands(rule, date.fromordinal(day), day)]
    if not rule.months and not rule.month_days:
        return sorted(set(_named(rule, january, january + length - 1)))
    found: list[int] = []
    for month in sorted(rule.months) or range(1, MONTHS + 1):
        start = january + _before(year, month)
        if rule.whole or (start <= last and first <= start + 31):
            found += _of_month(rule, year, month, in_month=bool(rule.months))
    return sorted(set(found)) if rule.skip is not Skip.OMIT else found


def _of_weeks(rule: DayRule, year: int) -> list[int]:
    """The days of numbered weeks; a week belongs to the year that holds most of it."""
    start, end = first_week(year, rule.week_start), first_week(year + 1, rule.week_start)
    count = (end - start) // WEEK
    numbers = {week if week > 0 else count + 1 + week for week in rule.weeks}
    days = (
        start + (number - 1) * WEEK + offset
        for number in sorted(numbers)
        if 1 <= number <= count
        for offset in range(WEEK)
    )
    return [day for day in days if _stands(rule, date.fromordinal(day), day, of_week=True)]


def first_week(year: int, week_start: int) -> int:
    """The day on which week 1 of the year begins: the first with four days in it."""
    january = date(year, 1, 1).toordinal()
    behind = (january - 1 - week_start) % WEEK
    return january - behind + (WEEK if behind > 3 else 0)


def _of_month(rule: DayRule, year: int, month: int, *, in_month: bool) -> list[int]:
    if rule.months and month not in rule.months:
        return []
    first = date(year, month, 1).toordinal()
    length = month_length(year, month)
    if rule.month_days:
        days: Iterable[int] = _numbered(rule, first, length)
        if rule.nth or rule.weekdays:
            bounds = (first, first + length - 1) if in_month else year_bounds(year)
            days = set(days).intersection(_named(rule, *bounds))
    elif rule.by_day:
        days = _named(rule, first, first + length - 1)
    else:
        days = range(first, first + length)
    found = sorted(set(days))
    if rule.year_days or rule.weeks:
        found = [day for day in found if _in_year(rule, date.fromordinal(day), day)]
    return found


def _numbered(rule: DayRule, first: int, length: int) -> Iterator[int]:
    for day in rule.month_days:
        if day < 0:
            if -day <= length:
                yield first + length + day
        elif day <= length:
            yield first + day - 1
        elif rule.skip is not Skip.OMIT:
            yield first + length - (rule.skip is Skip.BACKWARD)


def _named(rule: DayRule, first: int, last: int) -> Iterator[int]:
    """The days from first to last that BYDAY names; the nth are counted from these two."""
    for weekday in rule.weekdays:
        yield from range(first + (weekday - (first - 1)) % WEEK, last + 1, WEEK)
    for weekday, nth in rule.nth:
        if nth > 0:
            day = first + (weekday - (first - 1)) % WEEK + (nth - 1) * WEEK
        else:
            day = last - ((last - 1) - weekday) % WEEK + (nth + 1) * WEEK
        if first <= day <= last:
            yield day


def _stands(rule: DayRule, day: date, number: int, *, of_week: bool = False) -> bool:
    """Whether a day meets every part there is, the nth of a year or month among them."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days:
        length = month_length(day.year, day.month)
        if day.day not in rule.month_days and day.day - length - 1 not in rule.month_days:
            return False
    if rule.by_day:
        month = date(day.year, day.month, 1).toordinal()
        in_month = (month, month + month_length(day.year, day.month) - 1)
        bounds = in_month if rule.months or rule.step is not Step.YEARLY else year_bounds(day.year)
        plain = (number - 1) % WEEK in rule.weekdays
        if not plain and not (rule.nth and number in _named(rule, *bounds)):
            return False
    return _in_year(rule, day, number, of_week=of_week)


def _in_year(rule: DayRule, day: date, number: int, *, of_week: bool = False) -> bool:
    """Whether its number in the year and its week are named; ``of_week`` if the week is known to be."""
    if rule.year_days:
        of_year = day.timetuple().tm_yday
        if of_year not in rule.year_days and of_year - 366 - isleap(day.year) not in rule.year_days:
            return False
    return of_week or not rule.weeks or _week_of(rule, day.year, number)


def _week_of(rule: DayRule, year: int, number: int) -> bool:
    """Whether the day lies in one of the numbered weeks."""
    for holder in (year + 1, year, year - 1):
        start = first_week(holder, rule.week_start)
        if number >= start:
            count = (first_week(holder + 1, rule.week_start) - start) // WEEK
            week = (number - start) // WEEK + 1
            return week in rule.weeks or week - count - 1 in rule.weeks
    return False


def month_length(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == 2 and isleap(year) else _LENGTHS[month - 1]


def year_bounds(year: int) -> tuple[int, int]:
    """The first and the last day of a year."""
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _before(year: int, month: int) -> int:
    """How many days of the year come before the month."""
    return date(year, month, 1).timetuple().tm_yday - 1
