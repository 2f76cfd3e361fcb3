"""A query: what somebody asks of the people of a book, as one value.

Storage answers it over the whole book, ``query_answer`` answers it for one person from plain facts,
and both answer alike. Free words are looked for in the lines of a card and in what was written
about the person; how they are cut is ``search_words``' business.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from relate_desktop.domain.search_words import Term, loosened, terms_of

FEWEST_LETTERS = 3
"""Words of fewer letters alone are not looked for in what was written."""


class Field(StrEnum):
    """Part of a card that can be asked about by itself; its words begin with those asked for."""

    NAME = "name"
    ORGANIZATION = "org"
    ROLE = "role"
    CITY = "city"
    COUNTRY = "country"
    EMAIL = "email"
    NOTE = "note"


class Feature(StrEnum):
    """What a person may have or lack."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    URL = "url"
    HANDLE = "handle"
    BIRTHDAY = "birthday"
    PHOTO = "photo"
    NOTE = "note"
    ORGANIZATION = "org"
    CIRCLE = "circle"
    REMINDER = "reminder"
    PROMISE = "promise"
    RHYTHM = "rhythm"
    CONVERSATION = "conversation"
    REACH = "reach"
    """Any way to reach them: a number, an address of any kind, a handle."""


@dataclass(frozen=True, slots=True)
class Everybody:
    """Nothing is asked."""


@dataclass(frozen=True, slots=True)
class Words:
    """All words, in any order: on the card together, or in one text about the person."""

    text: str
    forgiving: bool = False
    """Whether a typo in a word of five letters or more does not matter."""
    own_lines: bool = False
    """Whether only the card is looked at, and no text about the person."""

    @property
    def terms(self) -> Sequence[Term]:
        """The words as they are looked for."""
        return _terms(self.text, forgiving=self.forgiving)


@dataclass(frozen=True, slots=True)
class Has:
    """Something is there."""

    feature: Feature


@dataclass(frozen=True, slots=True)
class InCircle:
    """The person is in a circle of this name, whatever its case and accents."""

    name: str


@dataclass(frozen=True, slots=True)
class OfField:
    """Every word asked for begins one of the words of one such line."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class FromSource:
    """A card came from a file or a program whose name has these words."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time that lies back or ahead: so many days, weeks, months or years."""

    amount: int
    unit: str
    """``d``, ``w``, ``m`` or ``y``."""


@dataclass(frozen=True, slots=True)
class LastTalk:
    """When one was last in touch: longer ago than a span (or never), within it, or never."""

    span: Span | None
    longer: bool = False


@dataclass(frozen=True, slots=True)
class BirthdayWithin:
    """The birthday is today or within a span from today."""

    span: Span


@dataclass(frozen=True, slots=True)
class BirthdayIn:
    """The birthday is in a month, 1 to 12."""

    month: int


@dataclass(frozen=True, slots=True)
class Added:
    """The person came into the book within a span, or longer ago than it."""

    span: Span
    longer: bool = False


@dataclass(frozen=True, slots=True)
class AddedThisMonth:
    """The person came into the book since the first of the month."""


@dataclass(frozen=True, slots=True)
class Not:
    """What it holds does not hold."""

    query: "Query"


@dataclass(frozen=True, slots=True)
class All:
    """All of these hold."""

    queries: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these holds."""

    queries: tuple["Query", ...]


Query: TypeAlias = (
    Everybody
    | Words
    | Has
    | InCircle
    | OfField
    | FromSource
    | LastTalk
    | BirthdayWithin
    | BirthdayIn
    | Added
    | AddedThisMonth
    | Not
    | All
    | Any
)


def words_in(query: Query) -> str:
    """The free words that must be there, for putting into order and showing where they matched."""
    match query:
        case Words(text=text):
            return text
        case All(inner):
            return " ".join(text for one in inner if (text := words_in(one)))
        case _:
            return ""


def forgiving(query: Query) -> Query:
    """The query with a typo forgiven in what must be there; what must not be there is meant as typed."""
    match query:
        case Words(text=text):
            return Words(text, forgiving=True)
        case All(queries=inner):
            return All(tuple(forgiving(one) for one in inner))
        case Any(queries=inner):
            return Any(tuple(forgiving(one) for one in inner))
        case _:
            return query


def of_own_lines(query: Query) -> Query:
    """The query with its words looked for on cards alone, as they are typed.

    Whoever does something to everybody found means no more than what stands there.
    """
    match query:
        case Words(text=text):
            return Words(text, own_lines=True)
        case Not(query=inner):
            return Not(of_own_lines(inner))
        case All(queries=inner):
            return All(tuple(of_own_lines(one) for one in inner))
        case Any(queries=inner):
            return Any(tuple(of_own_lines(one) for one in inner))
        case _:
            return query


@lru_cache(maxsize=256)
def _terms(text: str, *, forgiving: bool) -> tuple[Term, ...]:
    return tuple(loosened(terms_of(text)) if forgiving else terms_of(text))
