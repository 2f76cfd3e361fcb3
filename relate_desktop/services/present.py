"""The present, put together from the clock, the machine's zone and what the user prefers."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta, tzinfo

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.hours import Hours
from relate_desktop.domain.present import Present
from relate_desktop.services.preferences import Preferences, PreferencesService

_MINUTES = 24 * 60
_LONGEST_PAUSE = timedelta(days=366)
"""A pause set by a clock that was wrong must not silence the program for ever."""


class PresentSource:
    """Answers the present anew each time. May be called on any thread."""

    def __init__(self, clock: Clock, preferences: PreferencesService, here: Callable[[], tzinfo]) -> None:
        self._clock = clock
        self._preferences = preferences
        self._here = here

    def __call__(self) -> Present:
        """The present at this moment."""
        preferred = self._preferences.current
        now = self._clock()
        return Present(now, self._here(), hours_of(preferred, now), preferred.leap_day)


def hours_of(preferred: Preferences, now: datetime) -> Hours:
    """The user's day as it is preferred."""
    return Hours(
        day_start=_wall(preferred.day_start),
        evening=_wall(preferred.evening),
        quiet_from=_wall(preferred.quiet_from),
        quiet_to=_wall(preferred.quiet_to),
        working_days=frozenset(int(day) for day in preferred.working_days if day in "0123456"),
        paused_until=_pause(preferred.paused_until, now),
    )


def _wall(minutes: int) -> time:
    return time(*divmod(minutes % _MINUTES, 60))


def _pause(text: str, now: datetime) -> datetime | None:
    """The moment until which it is paused; None when it is over, or no moment at all."""
    try:
        until = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return until if now < until <= now + _LONGEST_PAUSE else None
