"""Conversations told in a clause: by which means, with whom, and who began."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from relate_desktop.domain.capture_deeds import Deed, content_start, find_noun, find_told, said_to
from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_partners import (
    first_group,
    in_full,
    link_before,
    linked,
    stranger_before,
    subject_of,
    unknown_subject,
)
from relate_desktop.domain.capture_tokens import TokenKind
from relate_desktop.domain.capture_who import Group, group_at, groups_in
from relate_desktop.domain.interaction import Direction, InteractionKind


class Form(StrEnum):
    """In which form a conversation is told."""

    TOLD = "told"
    """With a verb of the past: it has happened."""
    NAMED = "named"
    """With a noun: it has happened, or is planned."""


@dataclass(frozen=True, slots=True)
class FoundTalk:
    """A conversation. ``direction`` is None where nothing says who began.

    ``what`` are the places of the words for it, ``used`` all places that are read, times and
    lengths not among them.
    """

    kind: InteractionKind
    direction: Direction | None
    form: Form
    group: Group | None
    what: frozenset[int]
    used: frozenset[int]


def find_talk(line: Line, clause: Clause) -> FoundTalk | None:
    """The conversation a clause tells of; None where it tells of none."""
    if any(line.language.negations.at(line.tokens, place, clause.stop) for place in clause.range):
        return None
    told = find_told(line, clause)
    attempt = _attempt(line, clause)
    if attempt is not None:
        return attempt
    return _by_noun(line, clause) if told is None else _by_verb(line, clause, told)


def _by_noun(line: Line, clause: Clause) -> FoundTalk | None:
    noun = find_noun(line, clause)
    found = None if noun is None else _named(line, clause, noun)
    return found or _split(line, clause)


def _by_verb(line: Line, clause: Clause, told: Deed) -> FoundTalk | None:
    noun = find_noun(line, clause) if told.what.carries else None
    if noun is not None:
        return _carried(line, clause, told, noun)
    if told.what.carries and told.what.kind is InteractionKind.OTHER:
        return None
    if line.language.object_first:
        return _object_first(line, clause, told)
    found = _subject_first(line, clause, told)
    return None if told.what.comes and found.group is None else found


def _attempt(line: Line, clause: Clause) -> FoundTalk | None:
    """*tried to call Layla*: no conversation came of it."""
    language = line.language
    for place in clause.range:
        length = found[0] if (found := language.attempts.at(line.tokens, place, clause.stop)) else 0
        if not length:
            continue
        verbs = {other for other in clause.range if line.folded(other) in language.todo}
        if language.object_first and not verbs:
            return None
        groups = list(groups_in(line, clause))
        group = groups[0] if groups else group_at(line, place + length, stranger=True)
        what = frozenset({*range(place, place + length), *(verbs if language.object_first else ())})
        used = _used(line, clause, what, group, ())
        return FoundTalk(InteractionKind.OTHER, Direction.MINE, Form.TOLD, group, what, used)
    return None


def _named(line: Line, clause: Clause, noun: Deed) -> FoundTalk | None:
    """A conversation told by a noun: *call with Anna*, *Mail von Anna*."""
    language = line.language
    group, link = linked(line, clause, noun.stop)
    preposition = line.folded(noun.stop) if noun.stop < clause.stop else ""
    if group is None:
        group = first_group(line, clause)
        link = frozenset() if group is None else link_before(line, clause, group)
    preposition = line.folded(min(link)) if link else preposition
    direction: Direction | None
    if preposition in language.from_words or noun.what.comes:
        direction = Direction.THEIRS
    elif preposition in language.with_words or noun.what.mutual:
        direction = Direction.BOTH
    elif preposition in language.to_words or said_to(line, noun):
        direction = Direction.MINE
    elif noun.what.kind in {InteractionKind.CALL, InteractionKind.MEETING}:
        direction = Direction.BOTH
    else:
        direction = None
    kind, channel = _channel(line, clause, noun.what.kind)
    what = frozenset({*noun.places, *channel})
    used = _used(line, clause, what, group, link) | _described(line, clause, noun)
    return FoundTalk(kind, direction, Form.NAMED, group, what, used)


def _described(line: Line, clause: Clause, noun: Deed) -> frozenset[int]:
    """What stands before a noun and only describes it: *lovely letter*, *Back from lunch*."""
    language = line.language
    small = language.particles | language.places | language.from_words | language.articles
    led = range(clause.start, noun.start)
    if led and all(line.folded(place) in small for place in led):
        return frozenset(led)
    place = noun.start - 1
    if place < clause.start or place > content_start(line, clause) or line.mention_at(place) is not None:
        return frozenset()
    return frozenset({place}) if line.tokens[place].kind is TokenKind.WORD else frozenset()


def _carried(line: Line, clause: Clause, told: Deed, noun: Deed) -> FoundTalk:
    """A verb that leaves it to a noun by which means: *sent Anna a mail*."""
    what = replace(told.what, kind=noun.what.kind, mutual=told.what.mutual or noun.what.mutual)
    word = Deed(what, told.start, told.stop)
    found = _named(line, clause, noun)
    if found is None or found.group is None or found.direction is None:
        telling = _object_first if line.language.object_first else _subject_first
        found = telling(line, clause, word)
    direction = found.direction
    if direction is Direction.BOTH and not what.mutual and not _with(line, found):
        direction = told.what.direction
    places = found.what | set(told.places) | set(noun.places)
    used = _used(line, clause, places, found.group, found.used - places)
    return FoundTalk(what.kind, direction, Form.TOLD, found.group, frozenset(places), used)


def _with(line: Line, found: FoundTalk) -> bool:
    return any(line.folded(place) in line.language.with_words for place in found.used)


def _subject_first(line: Line, clause: Clause, told: Deed) -> FoundTalk:
    """A verb between who did it and to whom: *Anna called*, *called Anna*."""
    language = line.language
    subject = subject_of(line, clause, told.start)
    kind, channel = _channel(line, clause, told.what.kind)
    what = frozenset({*told.places, *channel})
    link: frozenset[int] = frozenset()
    group = subject
    joined = subject is not None and line.folded(subject.stop - 1) in language.first_person
    unknown = unknown_subject(line, clause, told.start) if subject is None else None
    if unknown is not None:
        used = _used(line, clause, what, unknown, link)
        return FoundTalk(kind, Direction.THEIRS, Form.TOLD, unknown, what, used)
    if subject is None:
        group, link = linked(line, clause, told.stop)
        if group is None:
            group = first_group(line, clause)
            link = frozenset() if group is None else link_before(line, clause, group)
    with_them = bool(link) and line.folded(min(link)) in language.with_words
    if told.what.mutual or joined or with_them:
        direction = Direction.BOTH
    elif subject is not None or told.what.comes or (link and line.folded(min(link)) in language.from_words):
        direction = Direction.THEIRS
    else:
        direction = told.what.direction
    return FoundTalk(kind, direction, Form.TOLD, group, what, _used(line, clause, what, group, link))


def _object_first(line: Line, clause: Clause, told: Deed) -> FoundTalk:
    """A verb behind its object: *Anna angerufen*, *Anna hat angerufen*."""
    language = line.language
    group = first_group(line, clause)
    if group is None:
        group = stranger_before(line, clause, told.start)
    link = frozenset() if group is None else link_before(line, clause, group)
    if group is not None and (link or not told.what.carries):
        group = in_full(line, clause, group, told.start)
    words = {line.folded(place) for place in clause.range}
    preposition = line.folded(min(link)) if link else ""
    mine = bool(words & (language.have | language.first_person))
    if preposition in language.with_words or told.what.mutual:
        direction = Direction.BOTH
    elif preposition in language.from_words or told.what.comes:
        direction = Direction.THEIRS
    elif preposition in language.to_words:
        direction = Direction.MINE
    elif not mine and words & (language.to_me | language.has):
        direction = Direction.THEIRS
    else:
        direction = told.what.direction
    kind, channel = _channel(line, clause, told.what.kind)
    what = frozenset({*told.places, *channel})
    return FoundTalk(kind, direction, Form.TOLD, group, what, _used(line, clause, what, group, link))


def _split(line: Line, clause: Clause) -> FoundTalk | None:
    """A verb of two parts: *Anna rief an*, *gestern rief Anna an*."""
    language = line.language
    for place in clause.range:
        particles, what = language.split_past.get(line.folded(place), (frozenset(), None))
        if what is None or line.mention_at(place) is not None:
            continue
        particle = next((other for other in clause.range if line.folded(other) in particles), None)
        if particles and particle is None:
            continue
        group = first_group(line, clause)
        places = frozenset({place} if particle is None else {place, particle})
        words = {line.folded(other) for other in clause.range}
        direction: Direction | None = Direction.THEIRS
        if what.mutual:
            direction = Direction.BOTH
        elif words & language.first_person:
            direction = Direction.MINE
        elif not what.comes and (group is None or group.start > place) and place == clause.start:
            direction = None
        link = frozenset() if group is None else link_before(line, clause, group)
        used = _used(line, clause, places, group, link)
        return FoundTalk(what.kind, direction, Form.TOLD, group, places, used)
    return None


def _channel(line: Line, clause: Clause, kind: InteractionKind) -> tuple[InteractionKind, range]:
    """The means where the clause names it apart: *on the phone*."""
    for place in clause.range:
        found = line.language.channels.at(line.tokens, place, clause.stop)
        if found is not None:
            return found[1], range(place, place + found[0])
    if kind is InteractionKind.MESSAGE:
        nouns = [line.language.nouns.at(line.tokens, place, clause.stop) for place in clause.range]
        if any(noun is not None and noun[1].kind is InteractionKind.MAIL for noun in nouns):
            return InteractionKind.MAIL, range(0)  # *replied to Zoë's email*
    return kind, range(0)


def _used(
    line: Line, clause: Clause, what: Collection[int], group: Group | None, link: Collection[int]
) -> frozenset[int]:
    """All places read for a conversation: its words, the people, and what says nothing beside them."""
    language = line.language
    used = {*what, *link, *(group.places if group is not None else ())}
    helping = language.has | language.have | language.first_person | language.to_me
    last = clause.stop if language.object_first else max(what)
    used |= {
        place
        for place in range(clause.start, last)
        if line.folded(place) in helping and line.mention_at(place) is None
    }
    if line.folded(max(used) + 1) in language.to_me and not language.object_first:
        used.add(max(used) + 1)
    read = used | {place for place in line.timed(clause.range) if place < max(what)}
    for place in reversed(clause.range):
        if line.folded(place) in language.fillers and place + 1 in read:
            used.add(place)
            read.add(place)
    for place in clause.range:
        if line.folded(place) in language.particles and place - 1 in used:
            used.add(place)
    return frozenset(used)
