"""Wall-clock time in a zone and the instants it means.

What people mean by "14:00 on Friday" is a wall time in a zone, and stays that when the rules
of the zone change. Here it becomes an instant: a time that the clocks jump over means the
first minute after the jump, a time that comes twice means the first of the two.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST_ZONE_NAME = 64
DAY = timedelta(days=1)

_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""Years whose days can be moved by any offset without leaving the calendar."""


def zone_named(name: str, otherwise: tzinfo) -> tzinfo:
    """The IANA zone of this name; ``otherwise`` for an empty name and for one nobody knows."""
    if not name or len(name) > LONGEST_ZONE_NAME:
        return otherwise
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise


@lru_cache(maxsize=8192)
def instant(day: date, at: time, zone: tzinfo) -> datetime:
    """The moment, in UTC, at which clocks in the zone first show this wall time or a later one.

    Days outside the years 2 to 9998 are taken as the nearest day inside them.
    """
    wall = datetime.combine(_safe(day), at.replace(tzinfo=None, fold=0))
    before = _offset(wall.replace(tzinfo=zone, fold=0))
    after = _offset(wall.replace(tzinfo=zone, fold=1))
    if before < after:
        return _first_after_gap(wall - after, wall - before, zone)
    return (wall - before).replace(tzinfo=UTC)


def start_of(day: date, zone: tzinfo) -> datetime:
    """The first moment of the day in the zone, in UTC."""
    return instant(day, time(), zone)


def day_of(moment: datetime, zone: tzinfo) -> date:
    """Which day it is in the zone at this moment."""
    return moment.astimezone(zone).date()


def days_between(earlier: date, later: date) -> int:
    """Whole days from one day to the other; negative when ``later`` comes first."""
    return (later - earlier).days


def moved(day: date, days: int) -> date:
    """The day so many days later, or earlier, held inside the calendar."""
    number = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(number)


def _first_after_gap(low: datetime, high: datetime, zone: tzinfo) -> datetime:
    """The moment at which the offset changes between two naive UTC times, to the second."""
    low, high = low.replace(tzinfo=UTC), high.replace(tzinfo=UTC)
    old = _offset(low.astimezone(zone))
    seconds = int((high - low).total_seconds())
    first, last = 0, seconds
    while first < last:
        middle = (first + last) // 2
        if _offset((low + timedelta(seconds=middle)).astimezone(zone)) == old:
            first = middle + 1
        else:
            last = middle
    return low + timedelta(seconds=first)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _safe(day: date) -> date:
    return min(max(day, date(_FIRST_YEAR, 1, 1)), date(_LAST_YEAR, 12, 31))
