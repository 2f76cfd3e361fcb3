"""Rules as other programs understand them: RFC 5545 alone, without what only Relate means by a rule."""

from dataclasses import replace
from datetime import UTC, date

from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import Frequency, LeapDay, MissingDay, Recurrence
from relate_desktop.domain.recurrence_text import write_rule
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.series import Series

_SHORTEST, _LONGEST = 28, 31
_LEAP_DAY_NUMBER = 60
"""29 February, and 1 March in common years, counted from New Year."""


def rule_of_day(month: int | None, day: int | None, leap_day: LeapDay) -> str:
    """The rule of a day of every year; 29 February comes in common years as the user keeps it."""
    if (month, day) != (2, 29):
        return "FREQ=YEARLY"
    if leap_day is LeapDay.MARCH:
        return f"FREQ=YEARLY;BYYEARDAY={_LEAP_DAY_NUMBER}"
    return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"


def rule_outward(rule: Recurrence, due: DueTime, began_on: date, present: Present) -> str:
    """The rule of a reminder from its present instance on; empty where no other program knows it.

    A count becomes the end it has, because what is past does not go out. The 31st of a month
    that has none is its last day here, and is written so.
    """
    if rule.after_done:
        return ""
    series = Series(rule, began_on, present.leap_day)
    plain = replace(rule, count=None, until=None, missing=MissingDay.LAST)
    text = _lenient(plain, began_on, present) if rule.missing is MissingDay.LAST else write_rule(plain)
    return text if series.endless else f"{text};UNTIL={_until(series.last, due, present)}"


def _lenient(rule: Recurrence, began_on: date, present: Present) -> str:
    if rule.by_day or rule.by_position:
        return write_rule(rule)
    if rule.plain and rule.frequency is Frequency.YEARLY:
        interval = f";INTERVAL={rule.interval}" if rule.interval != 1 else ""
        return rule_of_day(began_on.month, began_on.day, present.leap_day) + interval
    days = rule.by_month_day
    if rule.plain and rule.frequency is Frequency.MONTHLY:
        days = (began_on.day,)
    if len(days) == 1 and _SHORTEST < days[0] < _LONGEST:
        upto = tuple(range(_SHORTEST, days[0] + 1))
        return write_rule(replace(rule, by_month_day=upto, by_position=(-1,)))
    if days != rule.by_month_day or _LONGEST in days:
        days = tuple(dict.fromkeys(-1 if day == _LONGEST else day for day in days))
        return write_rule(replace(rule, by_month_day=days))
    return write_rule(rule)


def _until(last: date, due: DueTime, present: Present) -> str:
    """The end as the standard wants it: a day for days, a moment of UTC for hours of a zone."""
    if due.at is None:
        return f"{last:%Y%m%d}"
    if not due.zone:
        return f"{last:%Y%m%d}T{due.at:%H%M%S}"
    return f"{replace(due, on=last).moment(present).astimezone(UTC):%Y%m%dT%H%M%SZ}"
