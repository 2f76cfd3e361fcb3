"""How often to be in touch: what was wished for, and what the log shows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import median

from relate_desktop.domain.interaction import Talk

GAPS = 6
"""So many last gaps make the usual one."""

FEWEST_GAPS = 3
"""Fewer say nothing of anybody's habit."""

TALKS_TO_OFFER = 6
"""After so many conversations Relate asks once whether it shall keep an eye on it."""

LONGEST = 3660
LATE = 1.4
"""How many times the usual gap is *a while*, where nobody set the latest."""

_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_GAP = re.compile(r"\s*([0-9]{1,4})\s*([dwmy])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cadence:
    """The rhythm wished for, in days: ideally every so many, at the latest, and no sooner than.

    Raises ValueError where the three contradict each other.
    """

    ideal: int
    latest: int | None = None
    no_sooner: int | None = None

    def __post_init__(self) -> None:
        numbers = [number for number in (self.ideal, self.latest, self.no_sooner) if number is not None]
        if not all(1 <= number <= LONGEST for number in numbers):
            raise ValueError("a rhythm is of 1 to 3660 days")
        if self.latest is not None and self.latest < self.ideal:
            raise ValueError("the latest lies behind the ideal")
        if self.no_sooner is not None and self.no_sooner > (self.latest or self.ideal):
            raise ValueError("no sooner lies before the latest")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The rhythm the log shows: the median of the last gaps, their spread, how many there were.

    The spread is the median distance from the median, in days like it.
    """

    usual: float
    spread: float
    gaps: int


class CadenceSource(StrEnum):
    """Where the rhythm somebody is kept to comes from."""

    PERSON = "person"
    CIRCLE = "circle"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Keeping:
    """The rhythm somebody is kept to: the usual gap in days, and from when it is a while.

    ``circle`` names the circle it comes from. ``no_sooner`` is 0 where nobody set it.
    """

    usual: float
    late_after: float
    source: CadenceSource
    no_sooner: int = 0
    circle: str = ""


def rhythm_of(talks: Sequence[Talk]) -> Rhythm | None:
    """What the last gaps say; None as long as there are too few. Talks are earliest first."""
    gaps = gaps_between(talk.on for talk in talks)[-GAPS:]
    if len(gaps) < FEWEST_GAPS:
        return None
    usual = float(median(gaps))
    return Rhythm(usual, float(median(abs(gap - usual) for gap in gaps)), len(gaps))


def gaps_between(days: Iterable[date]) -> list[int]:
    """The days from each day of talking to the next; several talks on a day are one."""
    once = sorted(set(days))
    return [(later - earlier).days for earlier, later in pairwise(once)]


def kept_rhythm(
    own: Cadence | None, circles: Mapping[str, Cadence], rhythm: Rhythm | None, *, agreed: bool
) -> Keeping | None:
    """The rhythm by which somebody is suggested: their own, else the closest of their circles.

    A learned one counts only once the user ``agreed`` to it. None means: never suggested.
    """
    if own is not None:
        return _kept(own, CadenceSource.PERSON)
    if circles:
        circle = min(circles, key=lambda name: (circles[name].ideal, name))
        return _kept(circles[circle], CadenceSource.CIRCLE, circle)
    if rhythm is not None and agreed and rhythm.usual >= 1:
        return Keeping(rhythm.usual, rhythm.usual * LATE, CadenceSource.LEARNED)
    return None


def offered(
    own: Cadence | None, circles: Mapping[str, Cadence], talks: Sequence[Talk], *, asked: bool
) -> bool:
    """Whether to ask, once, if a learned rhythm shall be kept an eye on."""
    enough = len({talk.on for talk in talks}) >= TALKS_TO_OFFER
    return own is None and not circles and not asked and enough and rhythm_of(talks) is not None


def read_gap(text: str) -> int | None:
    """A number of days from ``6w``, ``10d``, ``2m``, ``1y``; None for anything else."""
    match = _GAP.fullmatch(text)
    days = round(int(match[1]) * _DAYS[match[2].lower()]) if match else 0
    return days if 1 <= days <= LONGEST else None


def write_gap(days: int) -> str:
    """A number of days as ``read_gap`` reads it: ``6w``, ``2m``, ``1y``, ``10d``."""
    if days % 7 == 0 and days < 7 * 12:
        return f"{days // 7}w"
    for letter in ("y", "m", "w"):
        count = round(days / _DAYS[letter])
        if count and round(count * _DAYS[letter]) == days:
            return f"{count}{letter}"
    return f"{days}d"


def _kept(cadence: Cadence, source: CadenceSource, circle: str = "") -> Keeping:
    late_after = float(cadence.latest) if cadence.latest is not None else cadence.ideal * LATE
    return Keeping(float(cadence.ideal), late_after, source, cadence.no_sooner or 0, circle)
