"""Names found in a line, with whom they may mean."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from relate_desktop.domain.capture_parts import Candidate, KnownPeople
from relate_desktop.domain.capture_tokens import Token, TokenKind
from relate_desktop.domain.capture_words import Language
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.text import fold, squeezed

LONGEST_NAME = 5
"""Words of a name that are looked up together."""

_HONORIFICS = frozenset({"san", "sama", "kun", "chan", "sensei", "ssi", "nim", "ji"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the tokens from ``start`` up to ``stop``; ``text`` is the name without its s.

    ``candidates`` are empty for a name nobody in the book goes by.
    """

    start: int
    stop: int
    text: str
    candidates: tuple[Candidate, ...]
    possessive: bool = False

    @property
    def sure(self) -> bool:
        """Whether it means exactly one person."""
        return len(self.candidates) == 1


class NameIndex:
    """People found by any name of theirs, or by a part of one; a ``KnownPeople`` in memory."""

    def __init__(self, people: Iterable[tuple[ContactId, str, Sequence[str]]]) -> None:
        """``people`` are the id, what they are called, and all their names."""
        self._by_name: dict[str, dict[ContactId, Candidate]] = {}
        for contact, called, names in people:
            for part, strong in _spellings(called, names):
                self._add(part, Candidate(contact, called, strong))

    def named(self, name: str) -> Sequence[Candidate]:
        """Everybody who goes by this name or this part of one."""
        return tuple(self._by_name.get(fold(squeezed(name)), {}).values())

    def _add(self, part: str, candidate: Candidate) -> None:
        found = self._by_name.setdefault(part, {})
        known = found.get(candidate.contact)
        if known is None or candidate.strong > known.strong:
            found[candidate.contact] = candidate


def candidate_for(contact: ContactId, called: str, names: Sequence[str], asked: str) -> Candidate | None:
    """Somebody as whom a name may mean, None when they do not go by it; the full name stands first."""
    wanted = fold(squeezed(asked))
    strengths = [strong for part, strong in _spellings(called, names) if part == wanted]
    return Candidate(contact, called, any(strengths)) if strengths else None


def without_honorific(name: str) -> str:
    """The name without what is hung on it out of respect: ``Misaki`` for ``Misaki-san``."""
    plain, hyphen, ending = name.rpartition("-")
    return plain if hyphen and fold(ending.strip()) in _HONORIFICS else name


def _spellings(called: str, names: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Every way of naming somebody, folded, and whether it is more than the family's name."""
    family = names[0].split()[-1] if names and names[0].split() else ""
    for name in dict.fromkeys((called, *names, f"{called} {family}")):
        for part, strong in _parts_of(name):
            yield part, strong or name == called


def _parts_of(name: str) -> Iterator[tuple[str, bool]]:
    """The stretches of words of a name, folded, and whether one is more than the family's."""
    words = squeezed(name).split()
    if (plain := without_honorific(name)) != name:
        yield from _parts_of(plain)
    for start in range(len(words)):
        for stop in range(start + 1, len(words) + 1):
            stretch = words[start:stop]
            if any(not word[:1].islower() for word in stretch):  # not "van der" alone
                yield fold(" ".join(stretch)), start == 0
    if len(words) > 1:
        yield fold(f"{words[0]} {words[-1]}"), True
        yield fold(f"{words[0]} {words[-1][0]}"), True
        yield fold(f"{words[0]} {words[-1][0]}."), True


def find_mentions(
    tokens: Sequence[Token], language: Language, people: KnownPeople, dated: Collection[int] = ()
) -> tuple[Mention, ...]:
    """The names of known people in a line, and those picked with an @, from left to right.

    Words that are also words of the language count only where a name can stand. ``dated``
    are the places of tokens that belong to a time of several words.
    """
    finder = _Finder(tokens, language, people, frozenset(dated))
    found: list[Mention] = []
    position = 0
    while position < len(tokens):
        mention = finder.at(position)
        if mention is None:
            position += 1
            continue
        found.append(mention)
        position = mention.stop
    return tuple(mention for mention in found if not _said_in_passing(mention, found, tokens))


class _Finder:
    """Looks for names in the tokens of one line."""

    def __init__(
        self, tokens: Sequence[Token], language: Language, people: KnownPeople, dated: frozenset[int]
    ) -> None:
        self.tokens = tokens
        self.language = language
        self.people = people
        self.dated = dated

    def at(self, start: int) -> Mention | None:
        """The longest name that begins here."""
        picked = self.tokens[start].text == "@"
        first = start + picked
        if first >= len(self.tokens) or self.tokens[first].kind is not TokenKind.WORD:
            return None
        named = self._titled(first)
        for stop in range(min(len(self.tokens), named + LONGEST_NAME), named, -1):
            if not self._one_name(named, stop):
                continue
            mention = self._known(start, first, named, stop)
            if mention is not None and (picked or self._believable(mention, first, named)):
                return mention
        if picked and named < len(self.tokens):
            return Mention(start, named + 1, self.tokens[named].text, ())
        return None

    def _titled(self, start: int) -> int:
        """The place behind the titles that begin here."""
        while start + 1 < len(self.tokens) and self.tokens[start].folded in self.language.titles:
            start += 1
        return start

    def _one_name(self, start: int, stop: int) -> bool:
        """Whether the tokens are words side by side."""
        return all(token.kind is TokenKind.WORD for token in self.tokens[start:stop]) and all(
            later.start - earlier.end <= 1
            for earlier, later in zip(
                self.tokens[start : stop - 1], self.tokens[start + 1 : stop], strict=True
            )
        )

    def _known(self, start: int, first: int, named: int, stop: int) -> Mention | None:
        spelled = self._text(named, stop)
        for begin in dict.fromkeys((first, named)):
            candidates = self.people.named(self._text(begin, stop))
            if candidates and self._goes_on(named, stop):
                continue
            if candidates:
                owned = self._owned(stop)
                return Mention(start, stop + owned, spelled, tuple(candidates), owned)
        if self.language.bare_possessive and spelled.endswith("s") and len(spelled) > 3:
            candidates = self.people.named(self._text(first, stop)[:-1])
            if candidates:
                return Mention(start, stop, spelled[:-1], tuple(candidates), possessive=True)
        return None

    def _owned(self, stop: int) -> bool:
        """Whether an apostrophe makes an owner of the name before it."""
        if stop >= len(self.tokens) or self.tokens[stop].folded not in {"'s", "'"}:
            return False
        return self.tokens[stop].start == self.tokens[stop - 1].end

    def _goes_on(self, start: int, stop: int) -> bool:
        """Whether a given name goes on with a family name that nobody here has: *Steve Miller*."""
        if self.language.capital_nouns or stop - start > 1 or stop >= len(self.tokens):
            return False
        last, following = self.tokens[stop - 1], self.tokens[stop]
        beside = following.start - last.end == 1 and following.kind is TokenKind.WORD
        known = self.language.vocabulary | self.language.calendar | self.language.yearly.keys()
        named = beside and last.capital and following.capital and not following.text.isupper()
        return named and following.folded not in known and not self._begins_mention(stop)

    def _begins_mention(self, place: int) -> bool:
        return bool(self.people.named(self.tokens[place].text))

    def _text(self, start: int, stop: int) -> str:
        return " ".join(token.text for token in self.tokens[start:stop])

    def _believable(self, mention: Mention, first: int, named: int) -> bool:
        """Whether the words are meant as a name."""
        if named > first:  # behind a title
            return self.tokens[named].capital
        if mention.stop - mention.possessive - named > 1:
            return True
        token, language = self.tokens[named], self.language
        strong = any(candidate.strong for candidate in mention.candidates)
        owner = mention.possessive and token.capital and not language.bare_possessive and strong
        if not token.capital and self._belongs_to_another(named):
            return False
        if token.folded in language.calendar and not owner:
            undated = named not in self.dated if token.capital else self._name_stands_at(named, mention.stop)
            return strong and undated
        if (token.folded in language.vocabulary and not owner) or not strong:
            family = token.capital and not language.capital_nouns and token.folded not in language.vocabulary
            return family or self._name_stands_at(named, mention.stop)
        return True

    def _belongs_to_another(self, place: int) -> bool:
        """Whether a word in small letters is a thing of somebody's: *Anna's mum*, *a ton*."""
        before = self.tokens[place - 1].folded if place else ""
        return before in self.language.their | self.language.articles | {"'s", "'"}

    def _name_stands_at(self, start: int, stop: int) -> bool:
        """Whether the words around make a name likely here, even for a common word."""
        language = self.language
        before = self.tokens[start - 1].folded if start else ""
        if before in language.with_words | language.from_words | language.to_words | language.titles:
            return True
        if before in language.todo or (start and language.past.at(self.tokens, start - 1, start)):
            return self.tokens[start].capital or before not in language.futures.words()
        if stop >= len(self.tokens) or not (self.tokens[start].capital or stop - start == 1):
            return False
        after = self.tokens[stop].folded
        follows = after in language.has | language.maybes | language.keeps_theirs | language.says
        follows = follows or any(
            table.at(self.tokens, stop) is not None
            for table in (language.owe_theirs, language.promised, language.futures, language.likings)
        )
        follows = follows or language.past.at(self.tokens, stop) is not None or after in language.split_past
        return follows and not (after in language.todo and not self.tokens[start].capital)


def _said_in_passing(mention: Mention, found: Sequence[Mention], tokens: Sequence[Token]) -> bool:
    """Whether a common word only looks like the name that stands elsewhere with a capital."""
    first = tokens[mention.start]
    if first.text == "@" or first.capital:
        return False
    return any(
        other is not mention and other.candidates == mention.candidates and tokens[other.start].capital
        for other in found
    )
