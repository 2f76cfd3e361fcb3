"""Until when: due times in the clauses of a line, and what reminders and promises share."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from relate_desktop.domain.capture_days import Resolved, Toward, resolved
from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_parts import CapturedDue
from relate_desktop.domain.capture_when import FoundWhen
from relate_desktop.domain.capture_words import Shape


@dataclass(frozen=True, slots=True)
class FoundDue:
    """Until when: what it comes to, and the times it was read from."""

    resolved: Resolved | None
    times: tuple[FoundWhen, ...]
    sure: bool
    topic: frozenset[int] = frozenset()
    """The places of a time that may only be what it is about."""

    @property
    def places(self) -> frozenset[int]:
        """The places of the times."""
        return frozenset(place for found in self.times for place in range(found.start, found.stop))

    @property
    def due(self) -> CapturedDue | None:
        """What it comes to, for a part; None where nothing was said."""
        if self.resolved is None:
            return None
        return CapturedDue(self.resolved.on, self.resolved.at, self.resolved.repeats)


def find_due(line: Line, places: Sequence[int] | range, near: int | None = None) -> FoundDue:
    """Until when, of the times in these places: a day, and an hour elsewhere if it has none.

    Of several days the one right at ``near`` counts; without one it is not sure.
    """
    said = line.times_in(places)
    times = [found for found in said if _may_be_due(line, found)]
    if said and not times:
        topic = frozenset(range(said[0].start, said[0].stop))
        return FoundDue(None, (), sure=False, topic=topic)
    days = [found for found in times if found.when.shape is not Shape.TIME]
    hours = [found for found in times if found.when.shape is Shape.TIME]
    chosen = next((found for found in days if near in {found.start, found.stop}), days[0] if days else None)
    if chosen is None:
        if not hours:
            return FoundDue(None, (), sure=not half_read(line, places, frozenset()))
        return _due_at(line, hours[0], ())
    alone = len(days) == 1 or near in {chosen.start, chosen.stop}
    found = _due_at(line, chosen, tuple(hours[:1]) if chosen.when.hour is None else ())
    sure = found.sure and alone and not half_read(line, places, found.places)
    return FoundDue(found.resolved, found.times, sure)


def half_read(line: Line, places: Iterable[int], read: Collection[int]) -> bool:
    """Whether words of a time are left over beside what was read: *a week from* Friday."""
    times = line.language.times
    timed = line.timed(set(places))
    for place in places:
        if place in read or place in timed or line.mention_at(place) is not None:
            continue
        token = line.tokens[place]
        if token.folded in times.every:
            return True
        unit = token.folded in times.units and line.folded(place - 1) in times.numbers
        day = token.folded in line.language.calendar - times.risky and len(token.folded) > 3
        part = token.folded in times.parts and (place - 1 in read or place - 1 in timed)
        if (unit or day or part) and line.folded(place + 1) not in {"'s", "'"}:
            return True
    return False


def _may_be_due(line: Line, found: FoundWhen) -> bool:
    """Whether a time is a day, and not only what it is about: *about Friday*."""
    return found.when.shape is not Shape.VAGUE and line.folded(found.start - 1) not in line.language.topics


def _due_at(line: Line, day: FoundWhen, hours: tuple[FoundWhen, ...]) -> FoundDue:
    when = day.when
    found = resolved(when, line.present, Toward.FUTURE)
    if hours:
        at = resolved(hours[0].when, line.present, Toward.FUTURE).at
        found = Resolved(found.days, at, found.repeats, found.room, found.sure)
    return FoundDue(found, (day, *hours), found.sure)


def says_more(line: Line, clause: Clause, without: frozenset[int]) -> bool:
    """Whether a clause says more than these places, its times and linking words."""
    read = without | line.timed(clause.range)
    links = line.language.remind_links
    return any(place not in read and line.folded(place) not in links for place in clause.range)


def continues(line: Line, index: int) -> bool:
    """Whether the clause only goes on with the one before: *how the sales went*."""
    before, clause = line.clauses[index - 1], line.clauses[index]
    if clause.start in line.timed(clause.range):
        return False
    joined = before.ends.strip() in {",", ""}
    return joined and line.folded(clause.start) in line.language.subordinates


def denied(line: Line, clause: Clause) -> bool:
    """Whether a clause says that something was not, or only might be."""
    language = line.language
    return any(
        language.negations.at(line.tokens, place, clause.stop)
        or (line.folded(place) in language.maybes and line.mention_at(place) is None)
        for place in clause.range
    )


def behind_times(line: Line, clause: Clause) -> int:
    """The first place of a clause that belongs to no time."""
    timed = line.timed(clause.range)
    return next((place for place in clause.range if place not in timed), clause.stop)


def drop_links(line: Line, places: range, read: set[int]) -> None:
    """Add the words that only link what to be reminded of: *to*, *daran*."""
    for place in places:
        token = line.tokens[place]
        if place in read or not token.text.isalnum():
            continue
        if token.folded not in line.language.remind_links:
            return
        read.add(place)


def to_me_at(line: Line, place: int) -> set[int]:
    """The place, if *me* stands there."""
    return {place} if line.folded(place) in line.language.to_me else set()
