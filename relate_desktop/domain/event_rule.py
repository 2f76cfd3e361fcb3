"""A rule by which an event of a calendar comes back: RFC 5545 section 3.3.10 as a whole.

Reminders have rules of their own (``recurrence``), as few as people need. Events come from other
programs and may say everything the standard knows, down to the second; which of it costs too much
is decided when the text is read (``event_rule_text``), and how it falls in ``event_rule_days``.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from relate_desktop.domain.recurrence import ByDay


class Step(StrEnum):
    """The step of a rule, as RFC 5545 spells it."""

    SECONDLY = "SECONDLY"
    MINUTELY = "MINUTELY"
    HOURLY = "HOURLY"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"

    @property
    def within_a_day(self) -> bool:
        """Whether it can come several times a day by its step alone."""
        return self in _WITHIN_A_DAY


_WITHIN_A_DAY = frozenset({Step.SECONDLY, Step.MINUTELY, Step.HOURLY})


class Skip(StrEnum):
    """What becomes of a day that a month does not have (RFC 7529)."""

    OMIT = "OMIT"
    BACKWARD = "BACKWARD"
    FORWARD = "FORWARD"


@dataclass(frozen=True, slots=True)
class EventRule:
    """A rule; the parts have the names of RFC 5545.

    ``until`` is the last wall time that may count, in the zone of the event and included. Where
    the text has COUNT, ``until`` is the last time so counted: nothing is ever counted again.
    """

    step: Step
    interval: int = 1
    until: datetime | None = None
    by_second: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_hour: tuple[int, ...] = ()
    by_day: tuple[ByDay, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_week: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0
    skip: Skip = Skip.OMIT

    def __hash__(self) -> int:
        """Of few parts: an agenda looks up hundreds of rules, which seldom differ in the rest alone."""
        return hash((self.interval, self.until, self.by_day))

    @property
    def plain(self) -> bool:
        """Whether step and interval alone say when it comes back."""
        return not (
            self.by_second
            or self.by_minute
            or self.by_hour
            or self.by_day
            or self.by_month_day
            or self.by_year_day
            or self.by_week
            or self.by_month
            or self.by_position
        )
