"""Which pop-ups to show: each thing once, and after absence one for all.

The decision is made anew each time somebody looks at the clock. What was told is known by
its key, so that neither a clock set back nor a second look tells it twice.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import Due

AWAY_AFTER = timedelta(minutes=5)
"""Nobody looked at the clock for so long: the laptop slept, or the program was not running."""

MOST_AT_ONCE = 3


class PopUpKind(StrEnum):
    """What a pop-up is about."""

    SINGLE = "single"
    SUMMARY = "summary"
    """Several things that may be done at any time today, or that have come at once."""
    CATCH_UP = "catch_up"
    """Several that came while nobody was there."""


@dataclass(frozen=True, slots=True)
class PopUp:
    """One pop-up with the instances it tells of; all their keys count as told once it was shown."""

    kind: PopUpKind
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class CatchUp:
    """The sheet after absence: what came lately, and what is older and may wait."""

    lately: tuple[Due, ...]
    older: tuple[Due, ...]


def pop_ups(
    dues: Iterable[Due], told: Collection[str], last_looked_at: datetime | None, present: Present
) -> tuple[PopUp, ...]:
    """What to show at this moment, none of it early; nothing while it is quiet.

    ``told`` holds the keys already told. ``last_looked_at`` is when this was last asked, None
    at the first start of all.
    """
    if present.quiet:
        return ()
    ready = sorted(
        (due for due in dues if due.tell_at <= present.now and due.key not in told),
        key=lambda due: (due.tell_at, due.key),
    )
    away = last_looked_at is None or present.now - last_looked_at > AWAY_AFTER
    if away and len(ready) > 1:
        return (PopUp(PopUpKind.CATCH_UP, tuple(ready)),)
    untimed = [due for due in ready if not timed(due)]
    if len(ready) > MOST_AT_ONCE or (len(untimed) > 1 and len(untimed) == len(ready)):
        return (PopUp(PopUpKind.SUMMARY, tuple(ready)),)
    singles = [due for due in ready if timed(due) or len(untimed) == 1]
    found = [PopUp(PopUpKind.SINGLE, (due,)) for due in singles]
    if len(untimed) > 1:
        found.append(PopUp(PopUpKind.SUMMARY, tuple(untimed)))
    return tuple(found)


def next_pop_up_at(dues: Iterable[Due], told: Collection[str], present: Present) -> datetime | None:
    """When the next pop-up is due, never inside quiet hours; None when there is none."""
    moments = (due.tell_at for due in dues if due.key not in told)
    allowed = (present.hours.disturbing_from(max(at, present.now), present.here) for at in moments)
    return min(allowed, default=None)


def catch_up(dues: Iterable[Due], present: Present, *, older_than: timedelta = timedelta(days=3)) -> CatchUp:
    """What has come, latest first, parted by whether it still belongs on Today."""
    come = sorted((due for due in dues if due.tell_at <= present.now), key=lambda due: due.key)
    come.sort(key=lambda due: due.tell_at, reverse=True)
    edge = present.today - older_than
    lately = tuple(due for due in come if present.day_of(due.tell_at) > edge)
    return CatchUp(lately, tuple(due for due in come if present.day_of(due.tell_at) <= edge))


def timed(due: Due) -> bool:
    """Whether the hour matters: it was set, or snoozed to."""
    reminder = due.reminder
    return reminder.snoozed_until is not None or (reminder.due is not None and reminder.due.at is not None)
