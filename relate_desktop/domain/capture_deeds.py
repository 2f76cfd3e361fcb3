"""Words in a clause that say that one talked: verbs of the past, and nouns."""

from dataclasses import dataclass

from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_partners import linked
from relate_desktop.domain.capture_tokens import TokenKind
from relate_desktop.domain.capture_who import group_at, stranger_at
from relate_desktop.domain.capture_words import What


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for a conversation at its places."""

    what: What
    start: int
    stop: int

    @property
    def places(self) -> range:
        """The places of its tokens."""
        return range(self.start, self.stop)


def find_told(line: Line, clause: Clause) -> Deed | None:
    """The first verb of the past in a clause that is a deed of somebody."""
    for place in clause.range:
        found = line.language.past.at(line.tokens, place, clause.stop)
        if found is not None and line.mention_at(place) is None and not _is_no_deed(line, clause, place):
            return Deed(found[1], place, place + found[0])
    return None


def _is_no_deed(line: Line, clause: Clause, verb: int) -> bool:
    """*is called Petra*, *has a dog called Argo*: a verb that says what something is."""
    language = line.language
    if language.object_first:
        return False
    if verb > clause.start and line.folded(verb - 1) in language.be:
        return True
    return any(line.folded(place) in language.has for place in range(clause.start, verb - 1))


def find_noun(line: Line, clause: Clause) -> Deed | None:
    """The first noun in a clause that says that one talked, and not what is to be done."""
    for place in clause.range:
        found = _noun_at(line, clause, place)
        if found is None or line.mention_at(place) is not None:
            continue
        word = Deed(found[1], place, place + found[0])
        if not to_be_done(line, clause, place, word.stop) and _is_told_of(line, clause, word):
            return word
    return None


def _noun_at(line: Line, clause: Clause, place: int) -> tuple[int, What] | None:
    """A noun for a conversation, also as the last part of a compound: *Teams-Call*, *Arbeitsessen*."""
    language, token = line.language, line.tokens[place]
    found = language.nouns.at(line.tokens, place, clause.stop)
    if found is not None or token.kind is not TokenKind.WORD:
        return found
    pieces = token.folded.rsplit("-", 1)
    what = language.nouns.word(pieces[-1]) if len(pieces) > 1 else None
    if what is None and language.capital_nouns and token.capital:
        ends = (language.nouns.word(token.folded[cut:]) for cut in range(2, len(token.folded) - 3))
        what = next((found for found in ends if found is not None), None)
    return None if what is None else (1, what)


def _is_told_of(line: Line, clause: Clause, noun: Deed) -> bool:
    """Whether a noun says that one talked: it stands first, or a preposition and a name follow."""
    language = line.language
    if line.folded(noun.start - 1) in language.none and noun.start > clause.start:
        return False
    if linked(line, clause, noun.stop)[1] or said_to(line, noun):
        return True
    if (
        language.object_first
        and line.folded(noun.start - 1) in language.definite
        and noun.start > clause.start
    ):
        return False  # a thing one speaks of: *hat den Termin bestätigt*
    passed = language.fillers | language.and_words | language.have | language.has | language.first_person
    passed |= language.articles | language.with_words | language.past.words() | language.to_words
    timed = line.timed(clause.range)
    unread = [
        place
        for place in range(clause.start, noun.start)
        if place not in timed and line.mention_at(place) is None and line.folded(place) not in passed
    ]
    return not unread or (unread == [noun.start - 1] and noun.start - 1 <= content_start(line, clause))


def to_be_done(line: Line, clause: Clause, start: int, stop: int) -> bool:
    """Whether a word that may be a noun is a verb here: *call Anna*, *Anna treffen*."""
    language, token = line.language, line.tokens[start]
    if token.folded not in language.todo:
        return False
    if language.object_first:
        return not token.capital and stop == clause.stop
    before = line.folded(start - 1) if start > clause.start else ""
    if before in language.to_words or language.futures.at(line.tokens, start - 1, start):
        return True
    following = line.folded(stop) if stop < clause.stop else ""
    object_follows = group_at(line, stop) is not None if stop < clause.stop else False
    object_follows = object_follows or following in language.articles or following in language.their
    object_follows = object_follows or (stop < clause.stop and stranger_at(line, stop) is not None)
    return object_follows and start == content_start(line, clause)


def content_start(line: Line, clause: Clause) -> int:
    """The place behind the times, fillers and persons that may stand first in a clause."""
    skipped = line.timed(clause.range)
    place = clause.start
    while place < clause.stop and (place in skipped or line.folded(place) in line.language.fillers):
        place += 1
    return place


def said_to(line: Line, noun: Deed) -> bool:
    """Whether the noun brought its own preposition: *Anruf bei*."""
    return noun.stop - noun.start > 1 and line.folded(noun.stop - 1) in line.language.to_words
