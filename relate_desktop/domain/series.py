"""On which days a rule falls.

The days are computed, not counted off: an answer for a rule that began decades ago costs as
much as for one that began today, and a rule that falls on no day at all says so at once.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from relate_desktop.domain.recurrence import Frequency, LeapDay, MissingDay, Recurrence
from relate_desktop.domain.recurrence_days import WEEK, Grid, Period, days_of, grid_of

HORIZON = timedelta(days=5 * 366)
"""How far ahead lists of days are made."""

LIFETIME = 200
"""Years after which any rule is over; nobody is reminded that long."""

_TRIES = {Period.DAY: 1, Period.WEEK: 400, Period.MONTH: 240, Period.YEAR: 60}
"""So many periods in a row without a day, and the rule is taken to have none left."""


@dataclass(frozen=True, slots=True)
class Series:
    """A rule with the day it began, and how 29 February is kept: all that its days depend on."""

    rule: Recurrence
    anchor: date
    leap_day: LeapDay = LeapDay.FEBRUARY

    @property
    def first(self) -> date | None:
        """The first day, the anchor itself where it fits the rule; None when there is none."""
        return self.on_or_after(self.anchor)

    @property
    def last(self) -> date:
        """The day behind which none comes: by UNTIL, by COUNT, or after ``LIFETIME`` years."""
        end = _lifetime(self.anchor) if self.rule.until is None else self.rule.until
        return end if self.rule.count is None else min(end, _last_counted(self))

    @property
    def endless(self) -> bool:
        """Whether neither COUNT nor UNTIL ends it."""
        return self.rule.count is None and self.rule.until is None

    def on_or_after(self, day: date) -> date | None:
        """The first day of the series from this day on; None when there is none left."""
        start, end = max(day, self.anchor), self.last
        grid = grid_of(self.rule, self.anchor)
        number = grid.from_number(grid.number_of(start))
        for _ in range(_TRIES[grid.period]):
            found = next((found for found in self._days(number) if found >= start), None)
            if found is not None:
                return found if found <= end else None
            number += grid.step
        return None

    def after(self, day: date) -> date | None:
        """The first day of the series later than this day; None when there is none left."""
        return None if day == date.max else self.on_or_after(day + timedelta(days=1))

    def on_or_before(self, day: date) -> date | None:
        """The latest day of the series up to this day; None before its first."""
        day = min(day, self.last)
        grid = grid_of(self.rule, self.anchor)
        number = grid.up_to_number(grid.number_of(day))
        for _ in range(_TRIES[grid.period]):
            if number < grid.first:
                return None
            found = [found for found in self._days(number) if self.anchor <= found <= day]
            if found:
                return found[-1]
            number -= grid.step
        return None

    def between(self, start: date, end: date, limit: int = 2000) -> tuple[date, ...]:
        """The days from ``start`` to ``end``, both included, at most ``HORIZON`` from the start."""
        end = min(end, start + HORIZON) if start < date.max - HORIZON else end
        found: list[date] = []
        day = self.on_or_after(start)
        while day is not None and day <= end and len(found) < limit:
            found.append(day)
            day = self.after(day)
        return tuple(found)

    def _days(self, number: int) -> list[date]:
        return days_of(self.rule, self.anchor, self.leap_day, number)


def after_done(rule: Recurrence, done_on: date) -> date | None:
    """When a rule that counts from the day it was last done comes back."""
    return Series(Recurrence(rule.frequency, rule.interval), done_on).after(done_on)


@lru_cache(maxsize=4096)
def _last_counted(series: Series) -> date:
    """The day on which COUNT is used up, or the end of the lifetime when that comes first."""
    rule, grid, count = series.rule, grid_of(series.rule, series.anchor), series.rule.count or 1
    end = _lifetime(series.anchor)
    if _one_a_period(rule):
        days = days_of(rule, series.anchor, series.leap_day, grid.first + (count - 1) * grid.step)
        return min(days[0], end) if days else end
    if rule.frequency is Frequency.WEEKLY and not rule.by_month and not rule.by_position:
        return min(_last_of_weeks(series, grid, count), end)
    return _counted_off(series, grid, count, end)


def _one_a_period(rule: Recurrence) -> bool:
    """Whether every period of the rule has exactly one day."""
    always = rule.missing is MissingDay.LAST or rule.frequency in {Frequency.DAILY, Frequency.WEEKLY}
    return rule.plain and always


def _last_of_weeks(series: Series, grid: Grid, count: int) -> date:
    """The last of ``count`` days of a weekly rule, whose weeks all hold equally many."""
    week = days_of(series.rule, series.anchor, series.leap_day, grid.first)
    missed = sum(day < series.anchor for day in week)
    weeks, rest = divmod(count + missed - 1, len(week))
    days = weeks * grid.step * WEEK
    if week[rest].toordinal() + days > date.max.toordinal():
        return date.max
    return week[rest] + timedelta(days=days)


def _counted_off(series: Series, grid: Grid, count: int, end: date) -> date:
    """The last of ``count`` days where periods hold unequally many, at most to ``end``."""
    number, last = grid.first, grid.number_of(end)
    while number <= last:
        days = days_of(series.rule, series.anchor, series.leap_day, number)
        if number == grid.first:
            days = [day for day in days if day >= series.anchor]
        if len(days) >= count:
            return min(days[count - 1], end)
        count -= len(days)
        number += grid.step
    return end


def _lifetime(anchor: date) -> date:
    year = min(anchor.year + LIFETIME, 9998)
    return date(year, 12, 31)
