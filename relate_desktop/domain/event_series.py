"""The occurrences of an event in a window of time: rule, dates, exceptions and overrides together."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import islice

from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence
from relate_desktop.domain.event_rule import EventRule
from relate_desktop.domain.event_rule_walls import Patience, comes_often, walls
from relate_desktop.domain.event_schedule import (
    LONGEST,
    Lasts,
    Replaces,
    Schedule,
    key_of,
    moment_of,
    zone_in,
)
from relate_desktop.domain.wall_time import start_of

MOST_OCCURRENCES = 2_000
"""How many occurrences of one event a window gives; a month holds no more that anybody could attend."""
MOST_A_DAY = 24
"""How many times a day a rule of minutes or seconds is told: as often as one that comes every hour."""
_SLACK = timedelta(days=2)
_HALF_A_DAY = timedelta(hours=12)
_LONGEST_REPEATED = timedelta(days=366)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An event, or the override of one occurrence, with when it takes place."""

    event: CalendarEvent
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class _Window:
    """From ``start`` to before ``end``, both in UTC, for a reader ``here``."""

    start: datetime
    end: datetime
    here: tzinfo

    def holds(self, found: Occurrence) -> bool:
        if found.starts_at == found.ends_at:
            return self.start <= found.starts_at < self.end
        return found.starts_at < self.end and found.ends_at > self.start

    def near(self, schedule: Schedule) -> bool:
        """Whether a time may touch the window, found without looking at zones."""
        starts = schedule.starts.replace(tzinfo=UTC)
        if starts - self.end > _SLACK:
            return False
        return self.start - starts <= min(schedule.lasts.at_most, LONGEST) + _SLACK


@dataclass(frozen=True, slots=True)
class _Planned:
    """One time of a series before overrides: its wall time and how long it lasts."""

    wall: datetime
    lasts: Lasts
    often: bool = False


def occurrences(
    series: Sequence[Scheduled], start: datetime, end: datetime, here: tzinfo
) -> tuple[Occurrence, ...]:
    """What of one event (all components of one UID) takes place between two moments, in order.

    An occurrence counts that touches the window at all. At most ``MOST_OCCURRENCES``; of what comes
    every minute or second the first of each day.
    """
    window = _Window(start.astimezone(UTC), end.astimezone(UTC), here)
    if len(series) == 1 and series[0].schedule.replaces is None:
        found = [*islice(_of_master(series[0], {}, window), MOST_OCCURRENCES)]
        return tuple(sorted(found, key=_when) if len(found) > 1 else found)
    masters = [one for one in series if one.schedule.replaces is None]
    # Of several versions the latest counts; of those that say nothing of it, the last.
    master = max(reversed(masters), key=lambda one: one.schedule.sequence, default=None)
    overrides = _latest(series, master)
    found = []
    if master is not None:
        found += _of_master(master, overrides, window)
        gone = master.schedule
        overrides = {key: one for key, one in overrides.items() if not _taken_out(one, gone)}
    for key, one in overrides.items():
        if not window.near(one.schedule):
            continue
        occurrence = _occurrence(one, key, one.schedule.starts, one.schedule.lasts, here)
        if window.holds(occurrence):
            found.append(occurrence)
    return tuple(sorted(found, key=_when)[:MOST_OCCURRENCES])


def _when(one: Occurrence) -> tuple[datetime, datetime, str]:
    return one.starts_at, one.ends_at, one.key


def _latest(series: Iterable[Scheduled], master: Scheduled | None) -> dict[str, Scheduled]:
    """The override of each occurrence that was said last."""
    found: dict[str, Scheduled] = {}
    for said in series:
        if said.schedule.replaces is None:
            continue
        one = said if master is None else _named_alike(said, said.schedule.replaces, master.schedule)
        replaces = one.schedule.replaces or said.schedule.replaces
        there = found.get(replaces.key)
        if there is None or there.schedule.sequence <= one.schedule.sequence:
            found[replaces.key] = one
    return found


def _named_alike(one: Scheduled, said: Replaces, master: Schedule) -> Scheduled:
    """An override whose occurrence is named as its series names it, by whatever it is named itself."""
    if master.all_day:
        # The midnight in which a day begins, in whatever zone it is said.
        day = (said.wall + _HALF_A_DAY if said.utc else said.wall).date()
        named = Replaces(datetime.combine(day, time()), day=True, and_future=said.and_future)
    elif said.utc or master.floating:
        return one
    else:
        wall = datetime.combine(said.wall.date(), master.starts.time()) if said.day else said.wall
        if said.day and any(rule.by_hour or rule.step.within_a_day for rule in master.rules):
            return one
        moment = moment_of(wall, zone_in(master.zone, UTC)).replace(tzinfo=None)
        named = Replaces(moment, utc=True, and_future=said.and_future)
    if named == said:
        return one
    return Scheduled(one.event, replace(one.schedule, replaces=named))


def _of_master(master: Scheduled, overrides: dict[str, Scheduled], window: _Window) -> Iterator[Occurrence]:
    schedule = master.schedule
    if not schedule.repeats:
        occurrence = _occurrence(master, "", schedule.starts, schedule.lasts, window.here)
        if window.holds(occurrence) and not (overrides and _stands_aside(master, occurrence, overrides)):
            yield occurrence
        return
    zone = UTC if schedule.all_day else zone_in(schedule.zone, window.here)
    changes = sorted(_from_then_on(schedule, overrides.values(), zone), key=lambda change: change[0])
    begun = [begins for begins, _, _ in changes]
    met: set[str] = set()
    reach = max((abs(shift) for _, shift, _ in changes), default=timedelta(0))
    for number, planned in enumerate(_planned(schedule, window, zone, reach)):
        if number >= MOST_OCCURRENCES:
            return
        moment = moment_of(planned.wall, zone)
        key = _key(schedule, planned.wall, moment)
        # A time that clocks jumped over may be that of the next one.
        if key in met or (overrides and _overridden(key, planned.wall, overrides)):
            continue
        met.add(key)
        change = bisect_right(begun, planned.wall) - 1
        if change >= 0:
            _, shift, one = changes[change]
            like, wall = _like(one, master), planned.wall + shift
            occurrence = _occurrence(like, key, wall, one.schedule.lasts, window.here)
        elif schedule.all_day:
            occurrence = _whole_days(master.event, key, planned.wall, planned.lasts, window.here)
        else:
            ends_at = _end(planned.wall, moment, planned.lasts, zone)
            if moment >= window.end or ends_at < window.start:
                continue
            occurrence = _timed(master.event, key, moment, ends_at, window.here)
        if window.holds(occurrence):
            yield replace(occurrence, often=True) if planned.often else occurrence


def _planned(schedule: Schedule, window: _Window, zone: tzinfo, reach: timedelta) -> Iterator[_Planned]:
    """The times of a series that may touch the window, in order and each once."""
    longest = max([schedule.lasts.at_most, *(one.lasts.at_most for one in schedule.also if one.lasts)])
    back = min(longest, _LONGEST_REPEATED) + reach + _SLACK
    first, last = _wall_in(window.start, zone, -back), _wall_in(window.end, zone, reach + _SLACK)
    patience = Patience()
    found: dict[datetime, Lasts] = {}
    often: set[datetime] = set()
    if first <= schedule.starts <= last:
        found[schedule.starts] = schedule.lasts
    for rule in schedule.rules:
        if comes_often(rule, schedule.starts):
            close = _wall_in(window.start, zone, _SLACK - back)
            for wall, many in _first_of_days(rule, schedule.starts, close, last, patience):
                found.setdefault(wall, schedule.lasts)
                often.update((wall,) if many else ())
            continue
        for number, wall in enumerate(walls(rule, schedule.starts, first, last, patience)):
            if number > MOST_OCCURRENCES:
                break
            found.setdefault(wall, schedule.lasts)
    for also in schedule.also:
        if first <= also.wall <= last:
            found[also.wall] = also.lasts or found.get(also.wall, schedule.lasts)
    taken = set(schedule.excluded)
    for rule in schedule.excluded_rules:
        taken.update(walls(rule, schedule.starts, first, last, patience))
    for wall in sorted(found):
        if wall not in taken and wall.date() not in schedule.excluded_days:
            yield _Planned(wall, found[wall], wall in often)


def _first_of_days(
    rule: EventRule, anchor: datetime, first: datetime, last: datetime, patience: Patience
) -> Iterator[tuple[datetime, bool]]:
    """The first times of each day, and whether there are more of them on it."""
    begin = max(first, anchor)
    while begin <= last and patience.left >= 0:
        morning, end = datetime.combine(begin.date(), time()), datetime.combine(begin.date(), time.max)
        of_day = list(islice(walls(rule, anchor, morning, end, patience), MOST_A_DAY + 1))
        many = len(of_day) > MOST_A_DAY
        if begin > morning:
            of_day = list(islice(walls(rule, anchor, begin, end, patience), MOST_A_DAY))
        yield from ((wall, many) for wall in of_day[:MOST_A_DAY])
        if end >= last:
            return
        begin = end + _INSTANT


def _from_then_on(
    schedule: Schedule, overrides: Iterable[Scheduled], zone: tzinfo
) -> Iterator[tuple[datetime, timedelta, Scheduled]]:
    """Overrides that hold for all later occurrences too: from which wall time, moved by how much."""
    for one in overrides:
        replaces = one.schedule.replaces
        if replaces is None or not replaces.and_future:
            continue
        begins = _wall_of(replaces, zone)
        starts = one.schedule.starts
        if not schedule.all_day and one.schedule.zone and one.schedule.zone != schedule.zone:
            moment = moment_of(starts, zone_in(one.schedule.zone, zone))
            starts = moment.astimezone(zone).replace(tzinfo=None)
        shift = max(min(starts - begins, _LONGEST_REPEATED), -_LONGEST_REPEATED)
        yield begins, shift, one


def _like(one: Scheduled, master: Scheduled) -> Scheduled:
    """An override for all later occurrences, its hours in the zone of the series."""
    schedule = replace(one.schedule, zone=master.schedule.zone, all_day=master.schedule.all_day)
    return Scheduled(one.event, schedule)


def _stands_aside(master: Scheduled, occurrence: Occurrence, overrides: dict[str, Scheduled]) -> bool:
    """Whether the only time of an event is one for which an override stands."""
    starts = master.schedule.starts
    return _overridden(_key(master.schedule, starts, occurrence.starts_at), starts, overrides)


def _overridden(key: str, wall: datetime, overrides: dict[str, Scheduled]) -> bool:
    """Whether an override stands for this time, by whatever spelling its calendar prefers."""
    return key in overrides or key_of(wall) in overrides or key_of(wall, day=True) in overrides


def _taken_out(override: Scheduled, master: Schedule) -> bool:
    """Whether the series takes out the occurrence for which an override stands."""
    replaces = override.schedule.replaces
    if replaces is None or not (master.excluded or master.excluded_days):
        return False
    wall = _wall_of(replaces, zone_in(master.zone, UTC)) if replaces.utc else replaces.wall
    return wall in master.excluded or wall.date() in master.excluded_days


def _wall_of(replaces: Replaces, zone: tzinfo) -> datetime:
    if not replaces.utc:
        return replaces.wall
    return replaces.wall.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def _key(schedule: Schedule, wall: datetime, moment: datetime) -> str:
    if schedule.floating:
        return key_of(wall, day=schedule.all_day)
    return key_of(moment.replace(tzinfo=None), utc=True)


def _occurrence(one: Scheduled, key: str, wall: datetime, lasts: Lasts, here: tzinfo) -> Occurrence:
    if one.schedule.all_day:
        return _whole_days(one.event, key, wall, lasts, here)
    zone = zone_in(one.schedule.zone, here)
    starts_at = moment_of(wall, zone)
    return _timed(one.event, key, starts_at, _end(wall, starts_at, lasts, zone), here)


def _whole_days(event: CalendarEvent, key: str, wall: datetime, lasts: Lasts, here: tzinfo) -> Occurrence:
    first = wall.date()
    last = (wall + min(timedelta(days=max(lasts.days, 1)), LONGEST) - _INSTANT).date()
    starts_at, ends_at = start_of(first, here), start_of(last + timedelta(days=1), here)
    return Occurrence(event, key, starts_at, ends_at, first, last, all_day=True)


def _timed(
    event: CalendarEvent, key: str, starts_at: datetime, ends_at: datetime, here: tzinfo
) -> Occurrence:
    first_on = starts_at.astimezone(here).date()
    last_on = max(ends_at - _INSTANT, starts_at).astimezone(here).date()
    return Occurrence(event, key, starts_at, ends_at, first_on, last_on)


def _end(wall: datetime, starts_at: datetime, lasts: Lasts, zone: tzinfo) -> datetime:
    begun = starts_at
    if lasts.days:
        begun = moment_of(wall + min(timedelta(days=lasts.days), LONGEST), zone)
    return max(begun + min(timedelta(seconds=lasts.seconds), LONGEST), starts_at)


def _wall_in(moment: datetime, zone: tzinfo, moved: timedelta) -> datetime:
    """The wall time of a moment moved by so much, held inside the calendar."""
    try:
        return moment.astimezone(zone).replace(tzinfo=None, microsecond=0) + moved
    except OverflowError:
        return datetime.combine(moment.date(), time())
