"""The user's day: when it starts, when it is quiet, which days are for work."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from relate_desktop.domain.wall_time import instant

WORKING_DAYS = frozenset({0, 1, 2, 3, 4})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """Wall times of the user's own day, in whatever zone the laptop is.

    ``quiet_from`` may be later than ``quiet_to``: quiet then lasts over midnight. Both alike
    means it is never quiet. ``paused_until`` is a moment, aware and in UTC.
    """

    day_start: time = time(8, 30)
    evening: time = time(18)
    quiet_from: time = time(22)
    quiet_to: time = time(7)
    working_days: frozenset[int] = WORKING_DAYS
    paused_until: datetime | None = None

    def quiet(self, moment: datetime, zone: tzinfo) -> bool:
        """Whether nothing may disturb at this moment, for a pause or for the hour."""
        if self.paused_until is not None and moment < self.paused_until:
            return True
        return self.in_quiet_hours(moment, zone)

    def in_quiet_hours(self, moment: datetime, zone: tzinfo) -> bool:
        """Whether the moment lies in the quiet hours."""
        return self._quiet_at(moment.astimezone(zone).time())

    def works(self, day: date) -> bool:
        """Whether the day is a working day."""
        return day.weekday() in self.working_days

    def start_of(self, day: date, zone: tzinfo) -> datetime:
        """The moment at which the user's day starts, never inside the quiet hours."""
        start = instant(day, self.day_start, zone)
        if self._quiet_at(self.day_start):
            start = instant(day, self.quiet_to, zone)
        return start

    def disturbing_from(self, moment: datetime, zone: tzinfo) -> datetime:
        """The moment itself, or when the next day starts if it is quiet then."""
        if self.paused_until is not None:
            moment = max(moment, self.paused_until)
        local = moment.astimezone(zone)
        if not self._quiet_at(local.time()):
            return moment
        start = self.start_of(local.date(), zone)
        return start if start >= moment else self.start_of(local.date() + _DAY, zone)

    def working_day_from(self, day: date) -> date:
        """The day itself or the first working day after it; the day where no day is one."""
        following = (day + timedelta(days=ahead) for ahead in range(7))
        return next((found for found in following if self.works(found)), day)

    def _quiet_at(self, at: time) -> bool:
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= at < self.quiet_to
        return at >= self.quiet_from or at < self.quiet_to
