"""To which day a time of a line comes, seen from the present.

What was said of the past lies behind, what is to come lies ahead; where a time fits two
days, both are given, the likelier first.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from relate_desktop.domain.capture_words import Part, Shape, Side, Unit, When
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import ByDay, Frequency, MissingDay, Recurrence
from relate_desktop.domain.series import Series
from relate_desktop.domain.wall_time import moved

WEEK = 7
_FREQUENCY = {
    Unit.DAY: Frequency.DAILY,
    Unit.WEEK: Frequency.WEEKLY,
    Unit.MONTH: Frequency.MONTHLY,
    Unit.YEAR: Frequency.YEARLY,
}
_HOURS = {Part.MORNING: time(9), Part.NOON: time(12), Part.AFTERNOON: time(14)}
_ELAPSED = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
LONGEST_AWAY = {
    Unit.MINUTE: 100_000,
    Unit.HOUR: 10_000,
    Unit.DAY: 4000,
    Unit.WEEK: 600,
    Unit.MONTH: 120,
    Unit.YEAR: 50,
}


class Toward(StrEnum):
    """On which side of now a time is looked for where its words leave it open."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a time comes to. ``days`` are the ways to read it, the likelier first; none for no day.

    ``room`` is *when there is room*. ``sure`` is False when the words name a time that is
    not a day, or one on the wrong side of now.
    """

    days: tuple[date, ...] = ()
    at: time | None = None
    repeats: Recurrence | None = None
    room: bool = False
    sure: bool = True

    @property
    def on(self) -> date | None:
        """The likelier day."""
        return self.days[0] if self.days else None


def resolved(when: When, present: Present, toward: Toward) -> Resolved:
    """The day and hour of a time, with its rule if it comes again and again."""
    if when.shape in {Shape.ROOM, Shape.VAGUE}:
        return Resolved(room=when.shape is Shape.ROOM, sure=when.shape is Shape.ROOM)
    if when.shape is Shape.EVERY:
        return _every(when, present)
    if when.shape is Shape.AWAY and when.unit in _ELAPSED:
        return _elapsed(when, present)
    at = _hour_of(when, present)
    days = tuple(dict.fromkeys(_days(when, present, toward)))
    if when.before:
        days = tuple(moved(day, -1) for day in days)
    if not days:
        return Resolved(at=at, sure=False)
    if when.shape is Shape.TIME:
        return _at_an_hour(days[0], at, present, toward)
    behind = toward is Toward.FUTURE and days[0] < present.today
    ahead = toward is Toward.PAST and days[0] > present.today
    return Resolved(days, at, sure=len(days) == 1 and not behind and not ahead)


def _days(when: When, present: Present, toward: Toward) -> Iterator[date]:
    """The days a time may mean, the likelier first."""
    today = present.today
    if when.shape is Shape.DAY:
        yield moved(today, when.days)
    elif when.shape is Shape.TIME:
        yield today
    elif when.shape is Shape.AWAY:
        yield _away(when, today)
    elif when.shape is Shape.WEEKDAY:
        yield from _weekday(when, today, toward)
    elif when.shape is Shape.WEEK:
        yield _week(when, present)
    elif when.shape is Shape.MONTH:
        yield _months(today, -1 if when.side is Side.PAST else 1)
    elif when.shape is Shape.WEEKEND:
        yield _weekend(when, today, toward)
    elif when.shape is Shape.MONTH_END:
        yield today.replace(day=monthrange(today.year, today.month)[1])
    else:
        yield from _dates(when, today, toward)


def _away(when: When, today: date) -> date:
    unit = when.unit or Unit.DAY
    n = min(when.n or 0, LONGEST_AWAY[unit]) * (-1 if when.side is Side.PAST else 1)
    if unit is Unit.MONTH:
        return _months(today, n)
    if unit is Unit.YEAR:
        return _months(today, 12 * n)
    return moved(today, n * (WEEK if unit is Unit.WEEK else 1))


def _elapsed(when: When, present: Present) -> Resolved:
    unit = when.unit or Unit.HOUR
    sign = -1 if when.side is Side.PAST else 1
    moment = present.now + sign * min(when.n or 0, LONGEST_AWAY[unit]) * _ELAPSED[unit]
    local = moment.astimezone(present.here)
    return Resolved((local.date(),), local.time().replace(second=0, microsecond=0))


def _weekday(when: When, today: date, toward: Toward) -> Iterator[date]:
    weekday = when.weekday or 0
    behind = (today.weekday() - weekday) % WEEK or WEEK
    ahead = (weekday - today.weekday()) % WEEK or WEEK
    if when.side is Side.PAST:
        yield moved(today, -behind)
    elif when.side is Side.FUTURE:
        yield moved(today, ahead if today.weekday() + ahead >= WEEK else ahead + WEEK)
        if today.weekday() + ahead < WEEK:
            yield moved(today, ahead)
    elif toward is Toward.FUTURE or when.days:
        yield moved(today, ahead + when.days)
        if ahead == WEEK:
            yield moved(today, when.days)
    else:
        yield moved(today, -behind)
        if behind == WEEK:
            yield today


def _week(when: When, present: Present) -> date:
    """Last week is a week ago; next week begins with its first working day."""
    if when.side is Side.PAST:
        return moved(present.today, -WEEK)
    monday = moved(present.today, WEEK - present.today.weekday())
    return present.hours.working_day_from(monday)


def _weekend(when: When, today: date, toward: Toward) -> date:
    past = when.side is Side.PAST or (when.side is None and toward is Toward.PAST)
    if past:
        return moved(today, -((today.weekday() - 5) % WEEK or WEEK))
    return today if today.weekday() >= 5 else moved(today, 5 - today.weekday())


def _dates(when: When, today: date, toward: Toward) -> Iterator[date]:
    found = _date(when, today, toward)
    if found is not None:
        yield found
    if when.swapped:
        other = _date(replace(when, day=when.month, month=when.day, swapped=False), today, toward)
        if other is not None:
            yield other


def _date(when: When, today: date, toward: Toward) -> date | None:
    """The day of a month, in the year or the month that fits."""
    if when.day is None:
        return None
    if when.shape is Shape.DAY_OF_MONTH or when.month is None:
        months = [_shifted(today, shift) for shift in range(-12, 13)]
    elif when.year is not None:
        months = [(when.year, when.month)]
    else:
        months = [(today.year + shift, when.month) for shift in range(-8, 9)]
    days = [date(year, month, when.day) for year, month in months if when.day <= monthrange(year, month)[1]]
    if when.year is not None and when.month is not None:
        return days[0] if days else None
    past = [day for day in days if day <= today]
    future = [day for day in days if day >= today]
    if toward is Toward.PAST:
        return past[-1] if past else None
    if toward is Toward.FUTURE:
        return future[0] if future else None
    return min(days, key=lambda day: abs((day - today).days), default=None)


def _months(day: date, shift: int) -> date:
    """The same day so many months on, or the last of a shorter one."""
    year, month = _shifted(day, shift)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _shifted(day: date, shift: int) -> tuple[int, int]:
    number = day.year * 12 + day.month - 1 + shift
    return number // 12, number % 12 + 1


def _hour_of(when: When, present: Present) -> time | None:
    """The hour a time names. One to six without more is meant in the afternoon."""
    if when.hour is None:
        return None if when.part is None else _HOURS.get(when.part, present.hours.evening)
    hour = when.hour % 24
    evening = when.part in {Part.AFTERNOON, Part.EVENING} and 1 <= hour < 12
    if evening or (not when.explicit_hour and when.part is not Part.MORNING and 1 <= hour <= 6):
        hour += 12
    moment = datetime(2000, 1, 2, hour % 24, when.minute) + timedelta(minutes=when.minutes_added)  # noqa: DTZ001
    return moment.time()


def _at_an_hour(today: date, at: time | None, present: Present, toward: Toward) -> Resolved:
    """An hour without a day is today's; one to come that has passed is tomorrow's."""
    passed = at is not None and at <= present.now.astimezone(present.here).time()
    if toward is Toward.FUTURE and passed:
        return Resolved((moved(today, 1),), at)
    if toward is Toward.PAST and not passed:
        return Resolved((today, moved(today, -1)), at, sure=False)
    return Resolved((today,), at)


def _every(when: When, present: Present) -> Resolved:
    """A rule with the first day it falls on from tomorrow, or its first full step ahead."""
    at = _hour_of(when, present)
    interval, today = min(max(when.n or 1, 1), 999), present.today
    if when.nth is not None and when.weekday is not None:
        rule = Recurrence(Frequency.MONTHLY, interval, by_day=(ByDay(when.weekday, when.nth),))
    elif when.nth is not None:
        rule = Recurrence(Frequency.MONTHLY, interval, by_month_day=(when.nth,), missing=MissingDay.LAST)
    elif when.weekday is not None:
        rule = Recurrence(Frequency.WEEKLY, interval, by_day=(ByDay(when.weekday),))
    elif when.days:  # every working day
        days = tuple(ByDay(day) for day in sorted(present.hours.working_days))
        rule = Recurrence(Frequency.WEEKLY, interval, by_day=days)
    elif when.day is not None:
        month = (when.month,) if when.month is not None else ()
        frequency = Frequency.YEARLY if month else Frequency.MONTHLY
        rule = Recurrence(
            frequency, interval, by_month=month, by_month_day=(when.day,), missing=MissingDay.LAST
        )
    elif when.unit in _FREQUENCY and when.unit is not None:
        rule = Recurrence(_FREQUENCY[when.unit], interval, after_done=when.after_done)
        return Resolved((_away(When(Shape.AWAY, n=interval, unit=when.unit), today),), at, rule)
    else:
        return Resolved(at=at, sure=False)
    first = Series(rule, moved(today, 1)).first
    return Resolved((first,), at, rule) if first is not None else Resolved(at=at, sure=False)
