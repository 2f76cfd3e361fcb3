"""What a line of the calendar says; made on a worker, drawn and read aloud in the window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place


class LineKind(Enum):
    """What a line is; events and reminders are framed, the others are not."""

    EVENT = auto()
    REMINDER = auto()
    MOMENT = auto()
    NOTHING = auto()
    """A day that is free, or moments that are counted and not named."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line. ``hue`` is the calendar's colour, ``icon`` what an unframed line begins with.

    ``first`` and ``last`` are whether the line begins and ends its day; ``number`` is its place in
    the day.
    """

    kind: LineKind
    on: date
    title: str
    name: str
    """The line as assistive tools say it."""
    description: str = ""
    beside: str = ""
    time: str = ""
    length: str = ""
    hue: int | None = None
    icon: str = ""
    faint: bool = False
    """Called off or over."""
    people: tuple[ContactSummary, ...] = ()
    occurrence: Occurrence | None = None
    place: Place | None = None
    """Where the line leads, when it is no event."""
    number: int = 0
    last: bool = True

    @property
    def first(self) -> bool:
        """Whether the line begins its day."""
        return self.number == 0

    @property
    def timed(self) -> bool:
        """Whether it is an event with an hour."""
        return self.occurrence is not None and not self.occurrence.all_day

    @property
    def framed(self) -> bool:
        """Whether it stands on a card."""
        return self.kind in {LineKind.EVENT, LineKind.REMINDER}


@dataclass(frozen=True, slots=True)
class DayLabel:
    """What stands at the side of a day: ``Wed``, ``25``, ``November``; today stands out."""

    weekday: str
    number: str
    month: str
    today: bool = False


@dataclass(frozen=True, slots=True)
class CalendarView:
    """Lines of some days in a row, in their order, with the labels of their days."""

    first: date
    last: date
    today: date
    lines: tuple[AgendaLine, ...]
    labels: Mapping[date, DayLabel] = field(default_factory=dict)
    ends: bool = False
    """Whether nothing comes behind these days for as far as one looks."""

    @property
    def by_day(self) -> dict[date, list[AgendaLine]]:
        """The lines of each day on which something stands."""
        found: dict[date, list[AgendaLine]] = {}
        for one in self.lines:
            if one.kind is not LineKind.NOTHING:
                found.setdefault(one.on, []).append(one)
        return found

    def followed_by(self, other: "CalendarView") -> "CalendarView":
        """These days and those behind them."""
        return replace(
            self,
            last=other.last,
            lines=(*self.lines, *other.lines),
            labels={**self.labels, **other.labels},
            ends=other.ends,
        )


def numbered(lines: Iterable[AgendaLine]) -> tuple[AgendaLine, ...]:
    """The lines, each knowing its place in its day."""
    days: dict[date, list[AgendaLine]] = {}
    for one in lines:
        days.setdefault(one.on, []).append(one)
    return tuple(
        replace(one, number=number, last=number == len(of_day) - 1)
        for of_day in days.values()
        for number, one in enumerate(of_day)
    )


def place_of(lines: Sequence[AgendaLine], identity: str, on: date) -> int:
    """Which line an event is on a day, else on any day, else the first line of the day or after it; -1."""
    same = [
        place
        for place, one in enumerate(lines)
        if one.occurrence is not None and one.occurrence.identity == identity
    ]
    here = [place for place in same if lines[place].on == on]
    later = [place for place, one in enumerate(lines) if one.on >= on]
    return next(iter((*here, *same, *later)), -1)
