"""What quick capture knows of a language: one table of words, filled in a file a language.

Words stand in the tables as people write them; they are compared without case and accents.
Patterns of times hold places in braces: ``in {n} {unit}``. A third language is a third file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from relate_desktop.domain.capture_tokens import Token, words_of
from relate_desktop.domain.interaction import Direction, InteractionKind

_Meaning = TypeVar("_Meaning")


class Unit(StrEnum):
    """A unit of elapsed time."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Shape(StrEnum):
    """Of what kind a time is that a line names."""

    DAY = "day"
    """So many days from today: ``days``."""
    AWAY = "away"
    """``n`` of a ``unit`` ago or ahead, by ``side``."""
    WEEKDAY = "weekday"
    DATE = "date"
    """A day of a month, with or without a year."""
    DAY_OF_MONTH = "day_of_month"
    WEEK = "week"
    MONTH = "month"
    """Last or next month, by ``side``."""
    WEEKEND = "weekend"
    MONTH_END = "month_end"
    TIME = "time"
    ROOM = "room"
    """When there is room."""
    EVERY = "every"
    VAGUE = "vague"
    """A time too wide for a day, such as ``in May``."""


class Side(StrEnum):
    """On which side of now a time lies, where the words say it."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class When:
    """A time as the words have it, before it is known to which day they come.

    ``due_only`` is a time until which, not at which (*by Friday*); ``before`` is the day
    before it. ``nth`` with a weekday is that weekday of every month; ``after_done`` counts
    from the last doing.
    """

    shape: Shape
    days: int = 0
    side: Side | None = None
    n: int | None = None
    unit: Unit | None = None
    weekday: int | None = None
    nth: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    hour: int | None = None
    minute: int = 0
    explicit_hour: bool = False
    part: Part | None = None
    due_only: bool = False
    before: bool = False
    after_done: bool = False
    swapped: bool = False
    """Day and month may be the other way round."""
    minutes_added: int = 0
    """What *half past* adds, or *halb* takes away."""


@dataclass(frozen=True, slots=True)
class What:
    """A word for a conversation: by which means, and who began where nothing else says it.

    ``mutual`` words are talk between both whoever is named first: *met*, *spoke*. Words with
    ``comes`` are said of whom is named first: *came by*.
    """

    kind: InteractionKind
    direction: Direction = Direction.MINE
    mutual: bool = False
    comes: bool = False
    carries: bool = False
    """Says little by itself: *sent*. A noun beside it says by which means; of kind other it needs one."""


class Phrases(Generic[_Meaning]):
    """Phrases with their meanings, found at a place in a line; the longest wins."""

    def __init__(self, table: Mapping[str, _Meaning]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], _Meaning]]] = {}
        for phrase, meaning in table.items():
            words = words_of(phrase)
            self._by_first.setdefault(words[0], []).append((words, meaning))
        for found in self._by_first.values():
            found.sort(key=lambda item: -len(item[0]))

    def at(self, tokens: Sequence[Token], start: int, end: int | None = None) -> tuple[int, _Meaning] | None:
        """How many tokens the longest phrase takes that begins here, with its meaning."""
        last = len(tokens) if end is None else end
        if not 0 <= start < last:
            return None
        for words, meaning in self._by_first.get(tokens[start].folded, ()):
            stop = start + len(words)
            if stop <= last and all(
                token.folded == word for token, word in zip(tokens[start:stop], words, strict=True)
            ):
                return len(words), meaning
        return None

    def word(self, word: str) -> _Meaning | None:
        """What a single word means, already folded."""
        return next((meaning for words, meaning in self._by_first.get(word, ()) if len(words) == 1), None)

    def words(self) -> frozenset[str]:
        """Every single word of the phrases."""
        return frozenset(word for found in self._by_first.values() for words, _ in found for word in words)


def same(meaning: _Meaning, texts: str) -> dict[str, _Meaning]:
    """Phrases parted by semicolons, all of one meaning."""
    return dict.fromkeys(texts.split("; "), meaning)


def phrases(texts: str) -> Phrases[str]:
    """Phrases parted by semicolons, which mean only themselves."""
    return Phrases({text: text for text in texts.split("; ")})


def folded(words: str) -> frozenset[str]:
    """Single words parted by blanks, as they are compared."""
    return frozenset("".join(words_of(word)) for word in words.split())


def numbered(texts: str, *, start: int) -> dict[str, int]:
    """Words by number: those of one number parted by blanks, the numbers by semicolons."""
    return {
        words_of(word)[0]: number
        for number, words in enumerate(texts.split("; "), start)
        for word in words.split()
    }


def folded_keys(table: Mapping[str, _Meaning]) -> dict[str, _Meaning]:
    """A table of single words, with its keys as they are compared."""
    return {words_of(text)[0]: meaning for text, meaning in table.items()}


@dataclass(frozen=True)
class TimeWords:
    """How a language names times; patterns are tried from the longest match on."""

    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts: Mapping[str, Part]
    patterns: Mapping[str, When]
    prefixes: Mapping[str, When]
    """Words before a time: *by*, *on*; of the value only ``due_only`` and ``before`` count."""
    lengths: Mapping[str, int]
    """Patterns of lengths in minutes; ``{n} {unit}`` and ``20m`` are known without."""
    length_prefixes: frozenset[str]
    """Single words before a length: *for*."""
    risky: frozenset[str] = frozenset()
    """Short names of days and months that count only with a capital: *Sat*."""
    every: frozenset[str] = frozenset()
    """Words that begin a repetition; one left over was not understood."""
    day_first: bool = True
    dot_ordinals: bool = False


@dataclass(frozen=True)
class Language:
    """Everything quick capture knows of one language. Keys are words or phrases as written."""

    code: str
    times: TimeWords
    past: Phrases[What]
    """Verbs that tell what happened: *called*, *angerufen*."""
    nouns: Phrases[What]
    todo: frozenset[str]
    """Verbs in the form that tells what is to be done: *call*, *anrufen*."""
    to_people: frozenset[str]
    """Those of them whose object is a person."""
    contacting: frozenset[str]
    """Words of a reminder to be in touch, which a conversation answers."""
    imperatives: frozenset[str]
    """Verbs that at the beginning say what is to be done, where others stand last: *ruf Anna an*."""
    follow_ups: Phrases[str]
    split_past: Mapping[str, tuple[frozenset[str], What]]
    """Verbs of two parts: *rief … an*."""
    channels: Phrases[InteractionKind]
    """*on the phone*, *per WhatsApp*."""
    attempts: Phrases[str]
    """*tried to call*: no conversation yet, but a try."""
    fillers: frozenset[str]
    """Words that say nothing beside a conversation: *had a quick*."""
    says: frozenset[str]
    """*said*, *meinte*: what follows is what they said."""
    needs: Phrases[str]
    """*need*: something to be got."""
    remind_verbs: frozenset[str]
    """Verbs that, with *me* before them, ask for a reminder: *kannst du mich erinnern*."""
    none: frozenset[str]
    """*no*, *kein*: what follows there was not."""
    particles: frozenset[str]
    """Small words behind a verb: *back*."""
    first_person: frozenset[str]
    to_me: frozenset[str]
    they: frozenset[str]
    """Pronouns of one other."""
    they_all: frozenset[str]
    """Pronouns of several others."""
    their: frozenset[str]
    with_words: frozenset[str]
    from_words: frozenset[str]
    to_words: frozenset[str]
    at_words: frozenset[str]
    """*bei*: mine for a call, nothing for a meeting."""
    about_words: frozenset[str]
    """Words before what it was about, or where: who stands behind them took no part."""
    topics: frozenset[str]
    """Those of them that can only begin what it was about."""
    and_words: frozenset[str]
    places: frozenset[str]
    """Other prepositions and small words that are nobody's name: *at*, *this*."""
    definite: frozenset[str]
    """*the*, *this*: behind a liking they tell of one thing now, *loves the sketches*."""
    articles: frozenset[str]
    negations: Phrases[str]
    reminds: Phrases[str]
    remind_links: frozenset[str]
    subordinates: frozenset[str]
    """Words that begin a clause which belongs to the one before."""
    notes: Phrases[str]
    note_links: frozenset[str]
    obligations: Phrases[str]
    futures: Phrases[str]
    """*will*, *is going to*: with I a promise of mine, with others one of theirs."""
    wishes: Phrases[str]
    """Those of them that may only wish: a promise with a day, else nothing: *wants to*."""
    bare_futures: Phrases[str]
    """Those of them that without a subject mean me: *will call Mark*."""
    keeps_going: frozenset[str]
    """Verbs that promise something behind *is*: *is bringing*."""
    states: frozenset[str]
    """Verbs that promise nothing even in the future: *will be*."""
    maybes: frozenset[str]
    """*might*, *hätte*: nobody promised anything."""
    owe_mine: Phrases[str]
    owe_theirs: Phrases[str]
    promised: Phrases[str]
    has: frozenset[str]
    """Third persons of *have*, which make a verb theirs."""
    be: frozenset[str]
    """Words before a verb that make it no deed: *is called*."""
    have: frozenset[str]
    keeps_theirs: frozenset[str]
    """Verbs in the third person that promise something: *sends*."""
    keeps_mine: frozenset[str]
    yearly: Mapping[str, str]
    """Days that come round: *birthday*, with their kind."""
    once: Phrases[str]
    """Days that come once: *exam*, *moves*."""
    likings: Phrases[str]
    family: frozenset[str]
    named: frozenset[str]
    """*is*, *heißt*: between one of the family and a name."""
    titles: frozenset[str]
    tells: Mapping[str, str] = field(default_factory=dict)
    """How one begins to tell of what a word asked to do: *call* is *Called {name}:*."""
    dotted: frozenset[str] = frozenset()
    """Short forms with a dot; they keep it in the tables: *m.*"""
    object_first: bool = False
    """Whether a verb may stand behind its object: *Anna angerufen*."""
    bare_possessive: bool = False
    """Whether names take an s without an apostrophe."""
    capital_nouns: bool = False
    to_in_verb: bool = False
    """Whether *to* may stand inside a verb: *anzurufen*."""

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Days and months, which may also be somebody's name."""
        return frozenset({*self.times.weekdays, *self.times.months})

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Words of the language that may also be somebody's name."""
        times = self.times
        tables = (self.futures, self.obligations, self.past, self.negations)
        return frozenset({*times.parts, *times.numbers, *times.units, *times.ordinals}).union(
            *(self.todo, self.fillers, self.first_person, self.to_me, self.their, self.with_words),
            *(self.from_words, self.to_words, self.about_words, self.and_words, self.articles),
            *(self.has, self.be, self.have, self.maybes, self.subordinates, self.at_words),
            *(self.they, self.they_all, self.keeps_theirs, self.keeps_mine, self.places, self.none),
            *(table.words() for table in tables),
        )

    @cached_property
    def common(self) -> frozenset[str]:
        """Every word by which a line shows that it is written in this language."""
        times = self.times
        patterns = (word for text in (*times.patterns, *times.prefixes) for word in text.split())
        spoken = frozenset(word for word in patterns if word.isalpha())
        tables = (self.nouns, self.reminds, self.attempts, self.follow_ups, self.promised, self.likings)
        return (
            self.vocabulary
            | self.calendar
            | self.yearly.keys()
            | spoken.union(*(table.words() for table in tables), self.family, self.topics, self.to_me)
        )
