"""Time zones that a calendar explains itself (VTIMEZONE, RFC 5545 section 3.6.5).

Only zones that the world does not know by name are taken from a file; its rules become the
moments at which clocks change, and these a ``tzinfo`` like any other.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from relate_desktop.domain.event_rule import EventRule
from relate_desktop.domain.event_rule_walls import Patience, walls

MOST_OBSERVANCES = 500
FIRST = datetime(1900, 1, 1)  # noqa: DTZ001 - bounds of wall times
LAST = datetime(2200, 1, 1)  # noqa: DTZ001
"""Between these the changes of a zone's own rules are followed."""
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001


@dataclass(frozen=True, slots=True)
class Observance:
    """A stretch of one offset: ``begins`` by the clocks before it, offsets in seconds east of UTC."""

    begins: datetime
    before: int
    offset: int
    rules: tuple[EventRule, ...] = ()
    dates: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class FileZone:
    """A zone by its own rules, with the name that its file gives it."""

    name: str
    observances: tuple[Observance, ...]


@lru_cache(maxsize=256)
def zone_of(rules: FileZone) -> tzinfo:
    """The rules as a zone that dates can be computed in."""
    return _RuledZone(rules)


class _RuledZone(tzinfo):
    """Offsets between changes; of a time that comes twice, and of one left out, as ``fold`` says."""

    def __init__(self, rules: FileZone) -> None:
        changes = sorted(set(_changes(rules)))
        first = changes[0][1] if changes else 0
        self._name = rules.name
        self._moments = [moment for moment, _, _ in changes]
        self._offsets = [first, *(offset for _, _, offset in changes)]
        # What a clock shows changes its meaning where the later of both offsets has come, or the earlier.
        pairs = list(zip(self._moments, self._offsets[:-1], self._offsets[1:], strict=True))
        self._early = [moment + max(before, offset) for moment, before, offset in pairs]
        self._late = [moment + min(before, offset) for moment, before, offset in pairs]

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """How far clocks are ahead of UTC at a wall time."""
        if moment is None:
            return timedelta(0)
        wall = _count(moment.replace(tzinfo=None))
        changes = self._late if moment.fold else self._early
        return timedelta(seconds=self._offsets[bisect_right(changes, wall)])

    def dst(self, moment: datetime | None) -> None:
        """Nobody asks whether it is summer."""

    def tzname(self, moment: datetime | None) -> str:  # noqa: ARG002 - one name all year
        """The name in the file."""
        return self._name

    def fromutc(self, moment: datetime) -> datetime:
        """The wall time of a moment, with the fold of its second coming."""
        seconds = _count(moment.replace(tzinfo=None))
        index = bisect_right(self._moments, seconds)
        wall = moment + timedelta(seconds=self._offsets[index])
        behind = index and self._early[index - 1] > seconds + self._offsets[index]
        return wall.replace(fold=1) if behind else wall


def _changes(rules: FileZone) -> Iterator[tuple[int, int, int]]:
    """Each change as its moment, and the offsets before and after it; of rules, as many as there can be."""
    patience = Patience()
    for observance in rules.observances:
        onsets = {observance.begins, *observance.dates}
        for rule in observance.rules:
            onsets.update(walls(rule, observance.begins, FIRST, LAST, patience))
        for onset in onsets:
            yield _count(onset) - observance.before, observance.before, observance.offset


def _count(wall: datetime) -> int:
    """Seconds from 1970, by a clock that never changes."""
    return (wall - _EPOCH) // timedelta(seconds=1)


def utc_wall(moment: datetime, zone: tzinfo) -> datetime:
    """A naive time of UTC as the naive wall time of a zone."""
    try:
        return moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return moment
