"""The present: the moment, where the laptop is, and how the user keeps their day."""

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from relate_desktop.domain.hours import Hours
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.wall_time import day_of


@dataclass(frozen=True, slots=True)
class Present:
    """What rules about time need to know. ``now`` is aware and in UTC, ``here`` the laptop's zone."""

    now: datetime
    here: tzinfo
    hours: Hours = field(default_factory=Hours)
    leap_day: LeapDay = LeapDay.FEBRUARY

    @property
    def today(self) -> date:
        """Which day it is where the laptop is."""
        return day_of(self.now, self.here)

    @property
    def quiet(self) -> bool:
        """Whether nothing may disturb now."""
        return self.hours.quiet(self.now, self.here)

    @property
    def in_quiet_hours(self) -> bool:
        """Whether these are the quiet hours; a pause of pop-ups is none."""
        return self.hours.in_quiet_hours(self.now, self.here)

    def day_of(self, moment: datetime) -> date:
        """Which day a moment lies on, where the laptop is."""
        return day_of(moment, self.here)
