"""The rules of a time zone as others read them best: two lines that hold every year (RFC 5545 3.6.5).

A list of all changes since 1970, which icalendar writes, is passed over by some programs and ends
in 2037. Zones whose clocks do not change by a rule of that kind are left to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from relate_desktop.domain.event_rule_text import WEEKDAYS

YEARS = 12
"""How many years a rule has to hold to be one."""
_DAY = timedelta(days=1)
_WEEK = 7
_LAST = 4
"""From so many weeks of a month on, a day may be its last of that name."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of clocks: ``wall`` is what they show before it."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def summer(self) -> bool:
        return self.after > self.before

    def falls(self) -> tuple[object, ...]:
        """All of it that is the same every year."""
        wall = self.wall
        return (wall.month, wall.weekday(), wall.time(), self.before, self.after, self.name)


def zone_component(zone: ZoneInfo, first_year: int) -> Timezone | None:
    """A VTIMEZONE that is right from the beginning of a year on; None for clocks that keep no rule.

    None as well so near an end of the calendar that the years are too few to tell one.
    """
    if not MINYEAR <= first_year <= MAXYEAR - YEARS:
        return None
    years = [list(_changes(zone, year)) for year in range(first_year, first_year + YEARS)]
    component = Timezone()
    component.add("tzid", zone.key)
    if not any(years):
        start = datetime(first_year, 1, 1, tzinfo=zone)
        offset = start.utcoffset() or timedelta(0)
        component.add_component(
            _observance(TimezoneStandard(), _Change(_naive(start), offset, offset, start.tzname() or ""))
        )
        return component
    if any(len(changes) != 2 for changes in years):
        return None
    for of_years in zip(*years, strict=True):
        rule = _rule(of_years)
        if rule is None:
            return None
        observance = TimezoneDaylight() if of_years[0].summer else TimezoneStandard()
        component.add_component(_observance(observance, of_years[0], rule))
    return component


def _observance(
    observance: TimezoneStandard | TimezoneDaylight, change: _Change, rule: str = ""
) -> TimezoneStandard | TimezoneDaylight:
    observance.add("dtstart", change.wall)
    if rule:
        observance.add("rrule", vRecur.from_ical(rule))
    observance.add("tzname", change.name)
    observance.add("tzoffsetfrom", change.before)
    observance.add("tzoffsetto", change.after)
    return observance


def _rule(changes: tuple[_Change, ...]) -> str | None:
    """The day of the year on which all of these fall; None where there is none."""
    first = changes[0]
    if any(change.falls() != first.falls() for change in changes):
        return None
    weeks = {(change.wall.day - 1) // _WEEK + 1 for change in changes}
    if all(_is_last(change.wall) for change in changes):
        place = -1
    elif len(weeks) == 1 and min(weeks) <= _LAST:
        place = min(weeks)
    else:
        return None
    return f"FREQ=YEARLY;BYMONTH={first.wall.month};BYDAY={place}{WEEKDAYS[first.wall.weekday()]}"


def _is_last(wall: datetime) -> bool:
    return (wall + _WEEK * _DAY).month != wall.month


def _changes(zone: ZoneInfo, year: int) -> Iterator[_Change]:
    """The changes of a year, in order, to the minute."""
    day, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while day < end:
        following = day + _DAY
        before, after = day.astimezone(zone), following.astimezone(zone)
        if before.utcoffset() != after.utcoffset():
            moment = _between(zone, day, following)
            offset = before.utcoffset() or timedelta(0)
            wall = _naive(moment) + offset
            yield _Change(wall, offset, after.utcoffset() or timedelta(0), after.tzname() or "")
        day = following


def _between(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """The first minute of the later offset."""
    offset = early.astimezone(zone).utcoffset()
    while late - early > timedelta(minutes=1):
        middle = early + (late - early) // 2
        middle = middle.replace(second=0, microsecond=0)
        early, late = (middle, late) if middle.astimezone(zone).utcoffset() == offset else (early, middle)
    return late


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
