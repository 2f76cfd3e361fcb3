"""What betrays that a line was read wrongly: words left hanging, and people left over.

*moved to* with its day taken away, *David and* without Anna: a small word that governs what
follows stays behind alone only where what followed was no part of its own. And who called
somebody else did not call me.
"""

from collections.abc import Collection, Iterable

from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_parts import Doubt
from relate_desktop.domain.capture_who import Question


def left_hanging(line: Line, clauses: Iterable[Clause], read: Collection[int]) -> tuple[Question, ...]:
    """The question about the first word that governs something which was read as a part of its own."""
    language = line.language
    small = language.places | language.to_words | language.with_words | language.from_words
    small |= language.about_words | language.articles | language.and_words
    for clause in clauses:
        for place in clause.range[:-1]:
            hangs = place not in read and line.folded(place) in small and line.mention_at(place) is None
            if hangs and place + 1 in read:
                return (_question(line, clause, place),)
    return ()


def others_named(line: Line, clause: Clause, read: Collection[int]) -> tuple[Question, ...]:
    """The question whether it was a conversation of mine: *Anna called Olena*."""
    about = line.language.about_words | line.language.topics | line.language.places
    for mention in line.mentions_in(clause.range):
        named = mention.start not in read and not mention.possessive
        if named and line.folded(mention.start - 1) not in about:
            text = line.text_between(clause.start, clause.stop)
            return (Question(Doubt.WHAT, text, clause.start, clause.stop),)
    return ()


def _question(line: Line, clause: Clause, place: int) -> Question:
    timed = line.timed(clause.range)
    doubt = Doubt.WHEN if place + 1 in timed else Doubt.WHAT
    stop = place + 2
    while stop < clause.stop and doubt is Doubt.WHEN and stop in timed:
        stop += 1
    return Question(doubt, line.text_between(place, stop), place, stop)
