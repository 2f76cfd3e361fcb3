"""Promises read from the clauses of a line: theirs and mine."""

from dataclasses import dataclass

from relate_desktop.domain.capture_due import (
    FoundDue,
    behind_times,
    continues,
    denied,
    drop_links,
    find_due,
    says_more,
    to_me_at,
)
from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_who import Group, Who, group_at, groups_in
from relate_desktop.domain.promise import OwedBy


@dataclass(frozen=True, slots=True)
class FoundPromise:
    """A promise in one clause, or two. ``whos`` are empty where only the page says who."""

    clauses: range
    owed_by: OwedBy
    text: str
    whos: tuple[Who, ...]
    due: FoundDue
    places: frozenset[int]


def find_promise(line: Line, index: int, *, talked: bool) -> FoundPromise | None:
    """The promise the clause of this number makes. ``talked`` is whether somebody was named before."""
    clause = line.clauses[index]
    start = behind_times(line, clause)
    said = _said_to_do(line, index, start)
    if said is not None:
        return said
    if denied(line, clause):
        sworn = _sworn(line, clause, start)
        return None if sworn is None else _promise_of_mine(line, index, sworn)
    group = group_at(line, start)
    life = group is not None and line.language.once.at(line.tokens, group.stop, clause.stop)
    if group is not None and group.stop <= clause.stop and not life:  # *gets married on 3 July* is none
        read = _theirs(line, clause, group)
        if read is not None:
            return _promise(line, index, OwedBy.THEIRS, group.people, {*group.places, *read})
    mine = _mine(line, clause, start)
    if mine is not None:
        return _promise_of_mine(line, index, mine)
    return _turned_round(line, index, start, talked=talked)


def _said_to_do(line: Line, index: int, start: int) -> FoundPromise | None:
    """*Zoë said she'd write by Friday*: a word of saying, a would, and until when."""
    clause, language = line.clauses[index], line.language
    for place in range(start, clause.stop - 1):
        mine = line.folded(place) in language.first_person
        theirs = line.folded(place) in language.they | language.they_all
        would = line.folded(place + 1)
        if not (mine or theirs) or would not in language.maybes | language.bare_futures.words():
            continue
        group = next((found for found in groups_in(line, clause) if found.stop <= place), None)
        says = any(line.folded(other) in language.says for other in range(start, place))
        dated = find_due(line, range(place, clause.stop)).resolved is not None
        if group is None or not says or not dated or line.folded(place + 2) in language.states:
            return None
        owed_by = OwedBy.MINE if mine else OwedBy.THEIRS
        return _promise(line, index, owed_by, group.people, set(range(start, place + 2)))
    return None


def only_says(line: Line, index: int) -> bool:
    """Whether a clause only says who said what follows: *Will said*, *Markus hat gesagt*."""
    clause = line.clauses[index]
    group = group_at(line, clause.start)
    if group is None or group.stop >= clause.stop:
        return False
    words = {line.folded(place) for place in range(group.stop, clause.stop)}
    said = words & line.language.says
    return bool(said) and words <= line.language.says | line.language.has | line.language.to_me


def _theirs(line: Line, clause: Clause, group: Group) -> set[int] | None:
    """The words by which those named first promise something; None where they do not."""
    language, stop = line.language, group.stop
    owed = language.owe_theirs.at(line.tokens, stop, clause.stop)
    if owed is not None:
        return {*range(stop, stop + owed[0]), *to_me_at(line, stop + owed[0])}
    promised = language.promised.at(line.tokens, stop, clause.stop)
    if promised is not None and not language.object_first:
        return {*range(stop, stop + promised[0]), *to_me_at(line, stop + promised[0])}
    if language.object_first and line.folded(stop) in language.has:
        return _promised_last(line, clause, stop)
    if line.folded(stop) in language.be and line.folded(stop + 1) in language.keeps_going:
        return {stop}
    future = language.futures.at(line.tokens, stop, clause.stop)
    if future is not None:
        return _will(line, clause, stop, stop + future[0])
    return set() if line.folded(stop) in language.keeps_theirs else None


def _will(line: Line, clause: Clause, stop: int, begins: int) -> set[int] | None:
    """*will send*, *is going to*; what somebody only wants is a promise where it has a day."""
    wished = line.language.wishes.at(line.tokens, stop, clause.stop) is not None
    if wished and find_due(line, clause.range).resolved is None:
        return None
    return set(range(stop, begins)) if _promising(line, clause, begins) else None


def _promised_last(line: Line, clause: Clause, has: int) -> set[int] | None:
    """*Uwe hat versprochen*, *Anna hat mir den Entwurf versprochen*."""
    for place in clause.range:
        found = line.language.promised.at(line.tokens, place, clause.stop)
        if found is not None:
            return {has, *range(place, place + found[0]), *to_me_at(line, has + 1)}
    return None


def _promising(line: Line, clause: Clause, start: int) -> bool:
    """Whether what follows *will* is something to be done, not how things will be."""
    language = line.language
    if language.object_first:
        last = line.tokens[clause.stop - 1]
        verb = last.folded in language.todo or (last.folded.endswith("en") and not last.capital)
        return verb and last.folded not in language.states
    return start < clause.stop and line.folded(start) not in language.states


def _mine(line: Line, clause: Clause, start: int) -> set[int] | None:
    """The words by which I promise something; None where I do not."""
    language = line.language
    first = line.folded(start) in language.first_person
    verb = start + first
    if line.folded(verb) in language.have:
        verb += 1
    found = language.owe_mine.at(line.tokens, verb, clause.stop) or language.promised.at(
        line.tokens, verb, clause.stop
    )
    if found is not None:
        return set(range(start, verb + found[0]))
    if first and (future := language.futures.at(line.tokens, verb, clause.stop)):
        begins = verb + future[0]
        return set(range(start, begins)) if _promising(line, clause, begins) else None
    if first and line.folded(verb) in language.keeps_mine:
        return {start}
    if language.object_first:
        return _promised_by_me(line, clause)
    return None


def _sworn(line: Line, clause: Clause, start: int) -> set[int] | None:
    """*I promised I'd call Rose*."""
    language = line.language
    verb = start + (line.folded(start) in language.first_person)
    found = language.promised.at(line.tokens, verb, clause.stop)
    stop = verb if found is None else verb + found[0]
    again = line.folded(stop) in language.first_person and line.folded(stop + 1) in language.maybes
    return set(range(start, stop + 2)) if found is not None and again else None


def _promised_by_me(line: Line, clause: Clause) -> set[int] | None:
    """*hab Lena das Cover versprochen*."""
    language = line.language
    words = {line.folded(place) for place in clause.range}
    if words & (language.has | language.to_me):
        return None
    for place in clause.range:
        found = language.promised.at(line.tokens, place, clause.stop)
        if found is not None:
            helping = language.have | language.first_person
            return {*range(place, place + found[0])} | {
                other for other in clause.range if line.folded(other) in helping
            }
    return None


def _promise_of_mine(line: Line, index: int, words: set[int]) -> FoundPromise:
    """A promise of mine; to whom is said first, and left out of it where it is owed, not done."""
    clause = line.clauses[index]
    groups = list(groups_in(line, clause))
    if not groups and index + 1 < len(line.clauses) and not says_more(line, clause, frozenset(words)):
        groups = list(groups_in(line, line.clauses[index + 1]))
        return _promise(line, index, OwedBy.MINE, groups[0].people if groups else (), words)
    people = groups[0].people if groups else ()
    language = line.language
    tables = (language.owe_mine, language.promised)
    owed = any(table.at(line.tokens, place) for place in words for table in tables)
    to_do = line.folded(max(words)) in language.to_words | language.maybes
    if owed and groups and not to_do:
        words = words | set(groups[0].places)
    return _promise(line, index, OwedBy.MINE, people, words)


def _turned_round(line: Line, index: int, start: int, *, talked: bool) -> FoundPromise | None:
    """*morgen schickt sie den Entwurf*, and *schickt den Entwurf bis Freitag* without a name."""
    clause = line.clauses[index]
    if line.folded(start) not in line.language.keeps_theirs:
        return None
    group = group_at(line, start + 1)
    if group is not None and line.language.object_first:
        return _promise(line, index, OwedBy.THEIRS, group.people, set(group.places))
    due = find_due(line, clause.range)
    if due.resolved is None or not (talked or line.about is not None):
        return None
    return _promise(line, index, OwedBy.THEIRS, (), set())


def _promise(
    line: Line, index: int, owed_by: OwedBy, people: tuple[Who, ...], words: set[int]
) -> FoundPromise:
    clause = line.clauses[index]
    stop = index + 1
    if not says_more(line, clause, frozenset(words)) and stop < len(line.clauses):
        stop += 1
    while stop < len(line.clauses) and continues(line, stop):
        stop += 1
    covered = [line.clauses[number] for number in range(index, stop)]
    places = range(clause.start, covered[-1].stop)
    due = find_due(line, places)
    if due.resolved is not None and due.resolved.on is not None and due.resolved.on < line.present.today:
        due = FoundDue(None, (), sure=True)
    read = words | due.places
    drop_links(line, places, read)
    return FoundPromise(range(index, stop), owed_by, line.text(covered, read), people, due, frozenset(places))
