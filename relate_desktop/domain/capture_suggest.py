"""What a line suggests besides: moments and things worth remembering, both unticked."""

from dataclasses import dataclass

from relate_desktop.domain.capture_days import Toward, resolved
from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_when import FoundWhen
from relate_desktop.domain.capture_who import Who, who_at
from relate_desktop.domain.capture_words import Shape
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.partial_date import PartialDate

_NO_DAY = frozenset({Shape.TIME, Shape.ROOM, Shape.EVERY, Shape.VAGUE})


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A day of somebody's life in a clause."""

    text: str
    date: PartialDate
    kind: DateKind
    yearly: bool
    whos: tuple[Who, ...]
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class FoundRemember:
    """Something worth remembering in a clause."""

    text: str
    whos: tuple[Who, ...]
    places: frozenset[int]


def find_moment(line: Line, index: int) -> FoundMoment | None:
    """The moment the clause of this number tells of: a word for it, and a day.

    The day may stand alone behind a colon: *Steve's birthday: 14 February*.
    """
    clause = line.clauses[index]
    if clause.ends.strip() == ":" and index + 1 < len(line.clauses):
        following = line.clauses[index + 1]
        if set(following.range) <= line.timed(following.range):
            clause = Clause(clause.start, following.stop, following.ends)
    days = [found for found in line.times_in(clause.range) if found.when.shape not in _NO_DAY]
    if not days:
        return None
    for place in clause.range:
        if line.mention_at(place) is not None:
            continue
        if line.folded(place) in line.language.yearly:
            return _yearly(line, clause, place, days[0])
        found = line.language.once.at(line.tokens, place, clause.stop)
        if found is not None and not any(day.start <= place < day.stop for day in days):
            verb = found[1] == "verb"
            return _once(line, clause, range(place, place + found[0]), days[0], verb=verb)
    return None


def find_remember(line: Line, clause: Clause) -> FoundRemember | None:
    """What is worth remembering in a clause: a liking, or one of the family by name."""
    for place in clause.range:
        liked = line.language.likings.at(line.tokens, place, clause.stop)
        behind = line.folded(place + liked[0]) if liked is not None else ""
        if liked is not None and behind not in line.language.definite and line.mention_at(place) is None:
            return _remember(line, clause, place)
        if line.folded(place) in line.language.family and _belongs(line, clause, place):
            return _remember(line, clause, place)
    return None


def _yearly(line: Line, clause: Clause, place: int, day: FoundWhen) -> FoundMoment | None:
    when = day.when
    if when.shape is Shape.DATE and when.day is not None and when.month is not None and not when.swapped:
        month, number, year = when.month, when.day, when.year
    else:
        found = resolved(when, line.present, Toward.NEAREST)
        if found.on is None:
            return None
        month, number, year = found.on.month, found.on.day, None
    try:
        date = PartialDate(year, month, number)
    except ValueError:
        return None
    text, whos = line.tokens[place].text, _whos(line, clause)
    of_family = any(line.folded(other) in line.language.family for other in clause.range)
    kind = DateKind.OTHER if of_family else DateKind(line.language.yearly[line.folded(place)])
    return FoundMoment(text, date, kind, yearly=True, whos=whos, places=frozenset(clause.range))


def _once(line: Line, clause: Clause, word: range, day: FoundWhen, *, verb: bool) -> FoundMoment | None:
    found = resolved(day.when, line.present, Toward.FUTURE)
    if found.on is None or found.on < line.present.today:
        return None
    read = {*range(day.start, day.stop)}
    stop = clause.stop if verb else word.stop
    owner = next((item for item in line.mentions_in(clause.range) if item.possessive), None)
    owned = verb and owner is not None and owner.stop == word.start - 1
    start = owner.stop if owned and owner is not None else word.start
    text = line.text_between(start, stop, read)
    whos, date = _whos(line, clause), PartialDate.of(found.on)
    return FoundMoment(text, date, DateKind.OTHER, yearly=False, whos=whos, places=frozenset(clause.range))


def _belongs(line: Line, clause: Clause, place: int) -> bool:
    """Whether one of the family is named here: *sister Emi*, *Ton's wife Marieke*."""
    language = line.language
    if line.folded(place + 1) in {"'s", "'"} or place + 1 >= clause.stop:
        return False
    if (
        line.folded(place + 1) in language.named
        and place + 2 < clause.stop
        and line.tokens[place + 2].capital
    ):
        return True
    before = line.mention_at(place - 1) if place > clause.start else None
    owned = before is not None and before.possessive
    owned = owned or (place - 1 == clause.start and line.folded(place - 1) in language.their)
    if not owned and (place != clause.start or line.folded(place) in language.titles):
        return False
    name = place + 1
    while line.folded(name) in language.named:
        name += 1
    return name < clause.stop and line.tokens[name].capital


def _remember(line: Line, clause: Clause, place: int) -> FoundRemember:
    """From the word on where somebody stands before it, else the whole clause."""
    first = clause.start
    led = line.mention_at(first) is not None or line.folded(first) in (
        line.language.they | line.language.they_all | line.language.their | line.language.has
    )
    start = place if led else first
    return FoundRemember(line.text_between(start, clause.stop), _whos(line, clause), frozenset(clause.range))


def _whos(line: Line, clause: Clause) -> tuple[Who, ...]:
    """Whom a clause is about: the first name in it, its owner too, else a pronoun."""
    for place in clause.range:
        mention = line.mention_at(place)
        if mention is not None and mention.start == place:
            return (Who(place, mention.stop, mention.text, mention),)
    for place in clause.range:
        who = who_at(line, place)
        if who is not None:
            return (who,)
        if line.folded(place) in line.language.their:
            return (Who(place, place + 1, line.tokens[place].text, pronoun=True),)
    return ()
