"""How a reminder repeats, as a form asks for it: a few usual rules, and the parts of one's own."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import MOST_INTERVAL, ByDay, Frequency, Recurrence
from relate_desktop.domain.reminder import DueTime, Reminder, first_due


class Repeats(StrEnum):
    """The choices, in their order."""

    ONCE = "once"
    DAILY = "daily"
    WORKING_DAYS = "working_days"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    AFTER_DONE = "after_done"
    OWN = "own"
    KEPT = "kept"
    """A rule that the form cannot ask for; it stays as it is."""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """The parts of a rule of one's own.

    ``weekdays`` count for weeks, Monday being 0. ``nth`` with its weekday counts for months,
    as does ``month_day``; the nth is counted from the end when negative.
    """

    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    nth: ByDay | None = None
    month_day: int | None = None
    until: date | None = None
    after_done: bool = False


def choice_of(rule: Recurrence | None, working_days: frozenset[int]) -> Repeats:
    """The choice that a rule is."""
    if rule is None:
        return Repeats.ONCE
    if rule.after_done:
        return Repeats.AFTER_DONE
    if rule == usual(Repeats.WORKING_DAYS, working_days):
        return Repeats.WORKING_DAYS
    for repeats in _PLAIN:
        if rule == usual(repeats, working_days):
            return repeats
    return Repeats.KEPT if own_rule(rule) is None else Repeats.OWN


def usual(repeats: Repeats, working_days: frozenset[int]) -> Recurrence | None:
    """The rule of one of the usual choices; None for the others."""
    if repeats is Repeats.WORKING_DAYS:
        return Recurrence(Frequency.WEEKLY, by_day=tuple(ByDay(day) for day in sorted(working_days)))
    return Recurrence(_PLAIN[repeats]) if repeats in _PLAIN else None


def own_rule(rule: Recurrence) -> OwnRule | None:
    """The parts of a rule; None where it has more to it than the form asks for."""
    parts = OwnRule(rule.frequency, rule.interval, until=rule.until, after_done=rule.after_done)
    if rule.frequency is Frequency.WEEKLY and all(by.nth is None for by in rule.by_day):
        parts = replace(parts, weekdays=frozenset(by.weekday for by in rule.by_day))
    elif rule.frequency is Frequency.MONTHLY and len(rule.by_day) == 1 and rule.by_day[0].nth:
        parts = replace(parts, nth=rule.by_day[0])
    elif rule.frequency is Frequency.MONTHLY and len(rule.by_month_day) == 1:
        parts = replace(parts, month_day=rule.by_month_day[0])
    return parts if _same(made(parts), rule) else None


def made(parts: OwnRule) -> Recurrence:
    """The rule that parts make; what does not count for its frequency is left out."""
    interval = min(max(parts.interval, 1), MOST_INTERVAL)
    if parts.after_done:
        return Recurrence(parts.frequency, interval, after_done=True)
    rule = Recurrence(parts.frequency, interval, until=parts.until)
    if parts.frequency is Frequency.WEEKLY and parts.weekdays:
        return replace(rule, by_day=tuple(ByDay(day) for day in sorted(parts.weekdays)))
    if parts.frequency is Frequency.MONTHLY and parts.nth is not None:
        return replace(rule, by_day=(parts.nth,))
    if parts.frequency is Frequency.MONTHLY and parts.month_day is not None:
        return replace(rule, by_month_day=(parts.month_day,))
    return rule


_PLAIN = {
    Repeats.DAILY: Frequency.DAILY,
    Repeats.WEEKLY: Frequency.WEEKLY,
    Repeats.MONTHLY: Frequency.MONTHLY,
    Repeats.YEARLY: Frequency.YEARLY,
}


def repeated(reminder: Reminder, rule: Recurrence | None, present: Present) -> Reminder | None:
    """The reminder with another rule, beginning where it is due; None when there is no such day.

    One without a day begins today. Without a rule it happens once, on the day it is due.
    """
    if rule is None:
        return replace(reminder, repeats=None, began_on=None, rule_text="")
    first = first_due(reminder.due or DueTime(present.today), rule, present.leap_day)
    if first is None:
        return None
    return replace(reminder, due=first, began_on=first.on, repeats=rule, rule_text="", snoozed_until=None)


def _same(one: Recurrence, other: Recurrence) -> bool:
    """Whether two rules are one, in whichever order their days stand."""

    def plain(rule: Recurrence) -> Recurrence:
        days = tuple(sorted(rule.by_day, key=lambda by: (by.weekday, by.nth or 0)))
        week_start = 0 if rule.interval == 1 else rule.week_start
        return replace(rule, by_day=days, week_start=week_start)

    return plain(one) == plain(other)
