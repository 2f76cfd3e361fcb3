"""When an event takes place, as its calendar says it: everything expansion needs, and nothing else."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from relate_desktop.domain.event_rule import EventRule
from relate_desktop.domain.wall_time import zone_named
from relate_desktop.domain.zone_rules import FileZone, zone_of

MOST_DATES = 10_000
"""How many dates beside its rule, or taken out of it, an event may have."""
LONGEST = timedelta(days=366 * 20)
"""The longest an occurrence may last; what is said to last longer ends there."""
_AROUND = timedelta(hours=26)
"""How far the moments of one wall time lie apart around the world, at most."""

EventZone = str | FileZone
"""The IANA name of a zone, the zone a file explains itself, or empty for floating."""


@dataclass(frozen=True, slots=True)
class Lasts:
    """How long: days of the calendar, and then seconds that pass whatever the clocks do."""

    days: int = 0
    seconds: int = 0

    @property
    def at_most(self) -> timedelta:
        """A bound for it."""
        return (
            timedelta(days=self.days + 1, seconds=self.seconds) if self.days else timedelta(0, self.seconds)
        )


@dataclass(frozen=True, slots=True)
class AlsoOn:
    """A date beside the rule (RDATE), with a length of its own where it was a period."""

    wall: datetime
    lasts: Lasts | None = None


@dataclass(frozen=True, slots=True)
class Replaces:
    """Which occurrence of a series a component stands for (RECURRENCE-ID).

    ``wall`` is a time of UTC where ``utc``, else of no zone; a whole day where ``day``.
    ``and_future`` says that every later occurrence is meant as well.
    """

    wall: datetime
    utc: bool = False
    day: bool = False
    and_future: bool = False

    @property
    def key(self) -> str:
        """The key of the occurrence."""
        return key_of(self.wall, utc=self.utc, day=self.day)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When an event takes place: naive wall times, all in ``zone``.

    Of whole days (``all_day``) the hour is 0 and ``lasts`` counts days, one at least. ``excluded``
    are wall times taken out, ``excluded_days`` days on which nothing takes place.
    """

    starts: datetime
    lasts: Lasts = Lasts()
    zone: EventZone = ""
    all_day: bool = False
    rules: tuple[EventRule, ...] = ()
    also: tuple[AlsoOn, ...] = ()
    excluded: frozenset[datetime] = frozenset()
    excluded_days: frozenset[date] = frozenset()
    excluded_rules: tuple[EventRule, ...] = ()
    replaces: Replaces | None = None
    sequence: int = 0

    @property
    def repeats(self) -> bool:
        """Whether it takes place more than once by what it says itself."""
        return self.replaces is None and bool(self.rules or self.also)

    @property
    def floating(self) -> bool:
        """Whether its hours are those of wherever the reader is."""
        return not self.zone or self.all_day


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last moment, in UTC, of all there is of an event; no last for one without end."""

    first: datetime
    last: datetime | None


def zone_in(zone: EventZone, here: tzinfo) -> tzinfo:
    """The zone as dates can be computed in it; ``here`` for a floating one."""
    return zone_of(zone) if isinstance(zone, FileZone) else zone_named(zone, here)


def key_of(wall: datetime, *, utc: bool = False, day: bool = False) -> str:
    """What an occurrence is called: ``20261124T093000Z``, of no zone without the Z, ``20261124`` of a day."""
    # strftime does not fill years up to four digits everywhere.
    text = wall.isoformat(timespec="seconds").replace("-", "").replace(":", "")
    return text[:8] if day else f"{text[:15]}{'Z' if utc else ''}"


def span(schedule: Schedule) -> Span:
    """Bounds within which every occurrence lies, wherever the reader is.

    An override for all later occurrences may move them behind the end of their series.
    """
    zone = UTC if schedule.floating else zone_in(schedule.zone, UTC)
    slack = _AROUND if schedule.floating else timedelta(0)
    walls = (
        [schedule.starts, *(also.wall for also in schedule.also)] if schedule.repeats else [schedule.starts]
    )
    ends = [rule.until for rule in schedule.rules] if schedule.repeats else []
    longest = max(
        [schedule.lasts, *(also.lasts for also in schedule.also if also.lasts)], key=_length
    ).at_most
    first = moment_of(min(walls), zone) - slack
    if None in ends or (schedule.replaces is not None and schedule.replaces.and_future):
        return Span(first, None)
    last = max([*walls, *(end for end in ends if end is not None)])
    return Span(first, moment_of(last, zone) + min(longest, LONGEST) + slack)


def moment_of(wall: datetime, zone: tzinfo) -> datetime:
    """The moment, in UTC, of a wall time (RFC 5545 3.3.5).

    A time that comes twice means the first; one that clocks jump over is counted with the offset
    before the jump, as every calendar does.
    """
    try:
        return wall.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return wall.replace(tzinfo=UTC)


def _length(lasts: Lasts) -> timedelta:
    return lasts.at_most
