"""The days of a stretch and what stands on each: events, what is due, moments of people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.present import Present
from relate_desktop.domain.wall_time import days_between, moved, start_of

LONGEST_SHOWN = 14
"""Days. What lasts longer stands on the first day of it that is seen, and nowhere else."""

DayItem: TypeAlias = Occurrence | DueRow | MomentDay


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row, both ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def days(self) -> tuple[date, ...]:
        """All of them."""
        return tuple(moved(self.first, ahead) for ahead in range(days_between(self.first, self.last) + 1))


@dataclass(frozen=True, slots=True)
class DaysInput:
    """What may stand on the days; what lies beyond them is left out.

    ``more_moments`` are the days with more moments than those given, and how many.
    """

    occurrences: Iterable[Occurrence] = ()
    due: Iterable[DueRow] = ()
    moments: Iterable[MomentDay] = ()
    more_moments: Mapping[date, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """One day: moments and whole days come first, then what has an hour.

    ``more_moments`` counts those that are not named.
    """

    on: date
    items: tuple[DayItem, ...]
    more_moments: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return not self.items and not self.more_moments


def days(stretch: Stretch, known: DaysInput, present: Present) -> tuple[Day, ...]:
    """The days of a stretch on which something stands. What is due in the past stands where it was due."""
    found: dict[date, list[DayItem]] = defaultdict(list)
    for occurrence in known.occurrences:
        for day in shown_on(occurrence, stretch):
            found[day].append(occurrence)
    for row in known.due:
        if row.tell_at is not None and (day := present.day_of(row.tell_at)) in stretch:
            found[day].append(row)
    for moment in known.moments:
        if moment.on in stretch:
            found[moment.on].append(moment)
    more = {day: count for day, count in known.more_moments.items() if day in stretch and count > 0}
    return tuple(
        Day(on, tuple(sorted(found[on], key=lambda item: _order(item, on, present))), more.get(on, 0))
        for on in sorted(found.keys() | more.keys())
    )


def shown_on(occurrence: Occurrence, stretch: Stretch) -> tuple[date, ...]:
    """The days of a stretch on which an occurrence is shown."""
    start, end = max(occurrence.first_on, stretch.first), min(occurrence.last_on, stretch.last)
    if start >= end:
        return (start,) if start == end else ()
    if days_between(occurrence.first_on, occurrence.last_on) >= LONGEST_SHOWN:
        return (start,)
    return Stretch(start, end).days


def begins_on(occurrence: Occurrence, on: date, present: Present) -> datetime | None:
    """The hour at which it begins on that day; None where it fills the day from its start."""
    if occurrence.all_day:
        return None
    return occurrence.starts_at if occurrence.starts_at >= start_of(on, present.here) else None


def _order(item: DayItem, on: date, present: Present) -> tuple[int, datetime, str]:
    if isinstance(item, MomentDay):
        return (0, start_of(on, present.here), "")
    if isinstance(item, Occurrence):
        begins = begins_on(item, on, present)
        rank = 1 if begins is None else 3
        return (rank, begins or item.starts_at, item.event.title)
    told = item.tell_at or present.now
    return (3 if item.timed else 2, told, item.text)
