"""A line taken apart: its tokens, names, times and clauses, and what of it is still unread."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from relate_desktop.domain.capture_parts import Candidate, KnownPeople, Mark, MarkKind
from relate_desktop.domain.capture_people import Mention, find_mentions
from relate_desktop.domain.capture_tokens import Token, TokenKind, tokenize
from relate_desktop.domain.capture_when import FoundLength, FoundWhen, find_lengths, find_times
from relate_desktop.domain.capture_words import Language, Shape
from relate_desktop.domain.present import Present

_SEPARATORS = frozenset(",;.!?:\u2013\u2014\u2026()")
_TRIMMED = " \t\r\n,;:.!\u2013\u2014-()"


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens from ``start`` up to ``stop`` between two separators; ``ends`` is the one behind."""

    start: int
    stop: int
    ends: str

    @property
    def range(self) -> range:
        """The places of its tokens."""
        return range(self.start, self.stop)


class Line:
    """One line with everything found in it. ``used`` are the tokens some part was read from."""

    def __init__(
        self,
        sentence: str,
        language: Language,
        people: KnownPeople,
        present: Present,
        about: Candidate | None,
    ) -> None:
        self.sentence = sentence
        self.language = language
        self.people = people
        self.present = present
        self.about = about
        times = language.times
        self.tokens = tokenize(
            sentence, dot_ordinals=times.dot_ordinals, titles=language.titles, dotted=language.dotted
        )
        self.mentions = find_mentions(self.tokens, language, people, _dated(self.tokens, language))
        masked = _masked(self.tokens, self.mentions, language)
        self.times, self.lengths = self._times(masked)
        self._mention_at = {
            place: mention for mention in self.mentions for place in range(mention.start, mention.stop)
        }
        self.clauses = self._clauses()
        self.used: set[int] = set()

    def folded(self, place: int) -> str:
        """The folded token at a place; empty outside the line."""
        return self.tokens[place].folded if 0 <= place < len(self.tokens) else ""

    def mention_at(self, place: int) -> Mention | None:
        """The name that covers the place."""
        return self._mention_at.get(place)

    def times_in(self, places: Collection[int]) -> list[FoundWhen]:
        """The times that lie wholly in these places."""
        return [found for found in self.times if found.start in places and found.stop - 1 in places]

    def lengths_in(self, places: Collection[int]) -> list[FoundLength]:
        """The lengths that lie wholly in these places."""
        return [found for found in self.lengths if found.start in places and found.stop - 1 in places]

    def mentions_in(self, places: Collection[int]) -> list[Mention]:
        """The names in these places, in order."""
        return [mention for mention in self.mentions if mention.start in places]

    def timed(self, places: Collection[int]) -> set[int]:
        """The places of times and lengths among these."""
        found = [range(item.start, item.stop) for item in self.times_in(places)]
        found += [range(item.start, item.stop) for item in self.lengths_in(places)]
        return {place for item in found for place in item}

    def text(self, clauses: Iterable[Clause], without: Collection[int]) -> str:
        """What stands in the clauses without these places, with the separators between them."""
        pieces: list[str] = []
        ends = ""
        for clause in clauses:
            piece = self._text_of(clause, without)
            if piece:
                pieces += [ends, piece] if pieces else [piece]
            if piece or not pieces:
                ends = clause.ends
        return "".join(pieces)

    def text_between(self, start: int, stop: int, without: Collection[int] = ()) -> str:
        """What stands in the tokens from ``start`` up to ``stop`` without some of them."""
        return self._text_of(Clause(start, stop, ""), without)

    def mark(self, kind: MarkKind, places: Iterable[int]) -> tuple[Mark, ...]:
        """Marks over the tokens at these places; neighbours are one mark."""
        marks: list[Mark] = []
        last = -2
        for place in sorted(set(places)):
            token = self.tokens[place]
            if place == last + 1 and marks:
                marks[-1] = Mark(kind, marks[-1].start, token.end)
            else:
                marks.append(Mark(kind, token.start, token.end))
            last = place
        return tuple(marks)

    def _text_of(self, clause: Clause, without: Collection[int]) -> str:
        pieces: list[str] = []
        last: Token | None = None
        for place in clause.range:
            if place in without:
                last = None
                continue
            token = self.tokens[place]
            if last is not None:
                pieces.append(self.sentence[last.end : token.start])
            elif pieces:
                pieces.append(" ")
            pieces.append(token.text)
            last = token
        return "".join(pieces).strip(_TRIMMED)

    def _owned(self, found: FoundWhen) -> bool:
        """Whether a time only belongs to a thing: *friday's meeting*."""
        following = self.folded(found.stop)
        return following in {"'s", "'"} and found.when.shape is not Shape.ROOM

    def _times(self, tokens: Sequence[Token]) -> tuple[tuple[FoundWhen, ...], tuple[FoundLength, ...]]:
        """The times and the lengths; where both can be read, the longer one is meant."""
        times = [found for found in find_times(tokens, self.language.times) if not self._owned(found)]
        lengths = find_lengths(tokens, self.language.times)
        shorter = [time for time in times if any(_beats(length, time) for length in lengths)]
        times = [time for time in times if time not in shorter]
        kept = [length for length in lengths if not any(_overlap(length, time) for time in times)]
        return tuple(times), tuple(kept)

    def _clauses(self) -> tuple[Clause, ...]:
        clauses: list[Clause] = []
        start = 0
        for place in range(len(self.tokens)):
            ends = self._separator(place)
            if ends is not None:
                clauses.append(Clause(start, place, ends))
                start = place + 1
            elif place > start and (anew := self._begins_anew(place)):
                joint = place + 1 if self.folded(place) in self.language.and_words else place
                clauses.append(Clause(start, place, anew))
                start = joint
        clauses.append(Clause(start, len(self.tokens), ""))
        return tuple(clause for clause in clauses if clause.range)

    def _separator(self, place: int) -> str | None:
        """The separator at a place with the space behind it; None for what separates nothing."""
        token = self.tokens[place]
        if token.kind is not TokenKind.SIGN:
            return None
        before = self.sentence[token.start - 1 : token.start] or " "
        after = self.sentence[token.end : token.end + 1] or " "
        if token.text in _SEPARATORS:
            return token.text + (" " if after.isspace() else "")
        return " - " if token.text == "-" and before.isspace() and after.isspace() else None

    def _begins_anew(self, place: int) -> str:
        """What joins a clause that begins here without a sign, on a new line or with *and she'll*."""
        between = self.sentence[self.tokens[place - 1].end : self.tokens[place].start]
        if "\n" in between:
            return "\n"
        joined = self.folded(place) in self.language.and_words
        first = place + joined
        again = joined and self._told_again(place)
        if again or self.reminds_at(first) or self._subject_at(first):
            return f" {self.tokens[place].text} " if joined else " "
        return ""

    def reminds_at(self, place: int) -> bool:
        """Whether *remind me* stands here, and not only a reminder that was sent or got."""
        found = self.language.reminds.at(self.tokens, place)
        if found is None:
            return False
        before = self.folded(place - 1)
        told = any(self.language.past.at(self.tokens, other) for other in range(place))
        return not (found[0] == 1 and (before in self.language.articles or (told and before.isalpha())))

    def _told_again(self, place: int) -> bool:
        """Whether *and* joins two conversations: *emailed Layla and called Nikos*."""
        told = [other for other in range(len(self.tokens)) if self.language.past.at(self.tokens, other)]
        before = [other for other in told if other < place]
        if not self.language.object_first:
            return bool(before) and place + 1 in told
        behind = [other for other in told if other > place + 1]
        return bool(before and behind) and before[-1] == place - 1 and place + 1 in self._mention_at

    def _subject_at(self, place: int) -> bool:
        """Whether somebody begins to promise here: *she sends*, *I'll*."""
        language, following = self.language, self.folded(place + 1)
        if self.folded(place) in language.they | language.they_all:
            theirs = following in language.keeps_theirs or language.owe_theirs.at(self.tokens, place + 1)
            return bool(theirs or language.futures.at(self.tokens, place + 1))
        if self.folded(place) in language.first_person:
            mine = following in language.keeps_mine or language.futures.at(self.tokens, place + 1)
            return bool(mine or language.owe_mine.at(self.tokens, place + 1))
        return False


def _overlap(one: FoundLength | FoundWhen, other: FoundLength | FoundWhen) -> bool:
    return one.start < other.stop and other.start < one.stop


def _beats(length: FoundLength, time: FoundWhen) -> bool:
    return _overlap(length, time) and length.stop - length.start > time.stop - time.start


def _dated(tokens: Sequence[Token], language: Language) -> set[int]:
    """The places of times of several words, in which no name is looked for."""
    times = (range(found.start, found.stop) for found in find_times(tokens, language.times))
    return {place for time in times if len(time) > 1 for place in time}


def _masked(tokens: Sequence[Token], mentions: Iterable[Mention], language: Language) -> tuple[Token, ...]:
    """The tokens with names and verbs made unreadable, so that no time is found in them."""
    hidden = {place for mention in mentions for place in range(mention.start, mention.stop)}
    for place in range(len(tokens)):
        verb = language.past.at(tokens, place)
        if verb is not None and verb[0] > 1:
            hidden.update(range(place, place + verb[0]))
    return tuple(
        Token("\0", "\0", token.start, token.end, TokenKind.SIGN) if place in hidden else token
        for place, token in enumerate(tokens)
    )
