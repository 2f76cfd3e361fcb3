"""A rule by which something comes back: the part of RFC 5545 section 3.3.10 that people use.

A rule speaks of days only; the hour belongs to what comes back. Its days are found in
``series``, its text is read and written in ``recurrence_text``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_INTERVAL = 999
MOST_COUNT = 10_000


class Frequency(StrEnum):
    """The step of a rule, as RFC 5545 spells it."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class MissingDay(StrEnum):
    """What becomes of the 31st in a month that has none (``SKIP`` of RFC 7529)."""

    LAST = "BACKWARD"
    """It is the month's last day: nobody wants a promise to fall out."""
    SKIP = "OMIT"
    """There is none, as RFC 5545 has it."""


class LeapDay(StrEnum):
    """When 29 February is kept in a common year; the user's choice."""

    FEBRUARY = "february"
    """On the 28th."""
    MARCH = "march"
    """On 1 March."""


@dataclass(frozen=True, slots=True)
class ByDay:
    """A weekday, Monday being 0. ``nth`` counts within the month or year, from its end if negative."""

    weekday: int
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule ; the parts have the names of RFC 5545.

    ``until`` is the last day that may count, in the zone of what comes back. ``after_done``
    counts from the day it was marked done, and then only frequency and interval matter.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | None = None
    by_day: tuple[ByDay, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0
    missing: MissingDay = MissingDay.LAST
    after_done: bool = False

    @property
    def plain(self) -> bool:
        """Whether frequency and interval alone say when it comes back."""
        return not (self.by_day or self.by_month_day or self.by_month or self.by_position)
