"""Whether a query holds of one person, from plain facts: what storage's answers are measured by."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import Any as Anything

from relate_desktop.domain.circle import circles_in
from relate_desktop.domain.field_words import spelled_words, spellings
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property, unescape
from relate_desktop.domain.query import (
    FEWEST_LETTERS,
    Added,
    AddedThisMonth,
    All,
    Any,
    BirthdayIn,
    BirthdayWithin,
    Everybody,
    Feature,
    Field,
    FromSource,
    Has,
    InCircle,
    LastTalk,
    Not,
    OfField,
    Query,
    Span,
    Words,
)
from relate_desktop.domain.search_words import (
    NAME_PROPERTIES,
    WORD,
    Term,
    answerer,
    document,
    folded_text,
)
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.domain.wall_time import moved, start_of


@dataclass(frozen=True, slots=True)
class Day:
    """Which day it is, and where."""

    today: date
    here: tzinfo


@dataclass(frozen=True, slots=True)
class Facts:
    """What of one person a query may ask. ``texts`` are what was written about them, plain or not;
    ``sources`` the names of the files and programs their cards came from.
    """

    properties: Sequence[Property]
    added_at: datetime
    last_talk_on: date | None = None
    texts: Sequence[str] = ()
    sources: Sequence[str] = ()
    has_written_note: bool = False
    open_reminder: bool = False
    open_promise: bool = False
    rhythm: bool = False


LINES_OF: Mapping[Field, frozenset[str]] = {
    Field.NAME: NAME_PROPERTIES,
    Field.ORGANIZATION: frozenset({"ORG"}),
    Field.ROLE: frozenset({"TITLE", "ROLE"}),
    Field.CITY: frozenset({"ADR"}),
    Field.COUNTRY: frozenset({"ADR"}),
    Field.EMAIL: frozenset({"EMAIL"}),
    Field.NOTE: frozenset({"NOTE"}),
}
"""The names, in upper case, of the lines that each field stands on."""

COMPONENT_OF: Mapping[Field, int] = {Field.CITY: 3, Field.COUNTRY: 6}
"""Which component of its line a field is, counted from 0 (RFC 6350 section 6.3.1)."""

FEATURE_LINES: Mapping[Feature, frozenset[str]] = {
    Feature.EMAIL: frozenset({"EMAIL"}),
    Feature.PHONE: frozenset({"TEL"}),
    Feature.ADDRESS: frozenset({"ADR"}),
    Feature.URL: frozenset({"URL"}),
    Feature.HANDLE: frozenset(
        {"IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE", "X-JABBER", "X-SKYPE", "X-MATRIX", "X-TELEGRAM"}
        | {"X-SIGNAL", "X-WHATSAPP"}
    ),
    Feature.BIRTHDAY: frozenset({"BDAY"}),
    Feature.PHOTO: frozenset({"PHOTO"}),
    Feature.NOTE: frozenset({"NOTE"}),
    Feature.ORGANIZATION: frozenset({"ORG"}),
}
FEATURE_LINES = {
    **FEATURE_LINES,
    Feature.REACH: frozenset().union(
        *(FEATURE_LINES[one] for one in (Feature.EMAIL, Feature.PHONE, Feature.ADDRESS, Feature.HANDLE))
    ),
}
"""The lines of which one with anything on it means that the person has the thing."""

BLANK = " ;"
"""Characters of a line that say nothing."""


def holds(query: Query, facts: Facts, day: Day) -> bool:
    """Whether a query holds of a person at this moment."""
    return _ANSWERS[type(query)](query, facts, day)


def answers(value: str, text: str, component: int = -1, named: int = 0) -> bool:
    """Whether every word of a text begins a word of a line's value, or of one component of it.

    Both are spelled as free words are, also in the Latin letters that a name has. A text without
    words holds of nothing.
    """
    plain = unescape(value) if component < 0 else _component(value, component)
    if plain.isascii():
        # spelled in one way, as most are: asked of lines by the ten thousand
        beginnings, lowered = _beginnings(text), plain.lower()
        return bool(beginnings) and all(one.search(lowered) for one in beginnings)
    found = spelled_words(plain, named=bool(named))
    wanted = _spellings(text)
    return bool(wanted) and all(any(word.startswith(one) for word in found) for one in wanted)


def _component(value: str, component: int) -> str:
    """One component of a line as plain text; empty where there are fewer."""
    if "\\" in value:
        components = Property("ADR", value).components
        return ",".join(components[component]) if component < len(components) else ""
    parts = value.split(";")
    return parts[component] if component < len(parts) else ""


@lru_cache(maxsize=64)
def _beginnings(text: str) -> tuple[re.Pattern[str], ...]:
    """What finds each word of a text at the beginning of a word, however it may be spelled."""
    found = ("|".join(map(re.escape, spelled)) for spelled in spellings(text))
    return tuple(re.compile(rf"(?<![a-z0-9])(?:{one})") for one in found)


@lru_cache(maxsize=64)
def _spellings(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(spellings(text))


def month_day(value: str) -> str:
    """Day and month of a date as cards write it: ``--04-15``; empty where it does not name both."""
    try:
        found = PartialDate.parse(value)
    except ValueError:
        return ""
    if found is None or found.month is None or found.day is None:
        return ""
    return f"--{found.month:02}-{found.day:02}"


def before(span: Span, today: date) -> date:
    """The day that lies a span before today; months and years keep the day where they have it."""
    return _by(span, today, -1)


def since(span: Span, day: Day) -> datetime:
    """The first moment of the day that lies a span before today."""
    return start_of(before(span, day.today), day.here)


def month_begins(day: Day) -> datetime:
    """The first moment of the month."""
    return start_of(day.today.replace(day=1), day.here)


def days_ahead(span: Span, day: Day) -> frozenset[str]:
    """The days of the year from today to a span ahead, as ``month_day`` spells them."""
    first, last = day.today, _by(span, day.today, 1)
    count = min((last - first).days, 366)
    found = {f"--{moved(first, ahead):%m-%d}" for ahead in range(count + 1)}
    if found & {"--02-28", "--03-01"}:
        found.add("--02-29")
    return frozenset(found)


def days_of_month(month: int) -> frozenset[str]:
    """Every day a month may have."""
    return frozenset(f"--{month:02}-{day:02}" for day in range(1, 32))


def long_enough(terms: Iterable[Term]) -> bool:
    """Whether words are long enough to be looked for in what was written."""
    return any(len(part) >= FEWEST_LETTERS for term in terms for side in term.alternatives for part in side)


def _has_words(query: Words, facts: Facts) -> bool:
    terms = query.terms
    if not terms:
        return False
    card = WORD.findall(" ".join(document(facts.properties)))
    if _answered(terms, card):
        return True
    if query.own_lines or not long_enough(terms):
        return False
    return any(_answered(terms, WORD.findall(folded_text(text))) for text in facts.texts)


def _answered(terms: Iterable[Term], words: Sequence[str]) -> bool:
    return all(answerer(term)(words) for term in terms)


def _has(feature: Feature, facts: Facts) -> bool:
    if feature in FEATURE_LINES:
        names = FEATURE_LINES[feature]
        if any(item.name.upper() in names and item.value.strip(BLANK) for item in facts.properties):
            return True
        return feature is Feature.NOTE and facts.has_written_note
    return {
        Feature.CIRCLE: bool(circles_in(facts.properties)),
        Feature.REMINDER: facts.open_reminder,
        Feature.PROMISE: facts.open_promise,
        Feature.RHYTHM: facts.rhythm,
        Feature.CONVERSATION: facts.last_talk_on is not None,
    }[feature]


def _has_birthday(facts: Facts, days: frozenset[str]) -> bool:
    names = {item.name.upper() for item in facts.properties if item.value.strip(BLANK)}
    if "DEATHDATE" in names:
        return False
    return any(month_day(item.value) in days for item in facts.properties if item.name.upper() == "BDAY")


def _by(span: Span, day: date, sign: int) -> date:
    if span.unit in {"d", "w"}:
        return moved(day, sign * span.amount * (7 if span.unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + sign * span.amount * (12 if span.unit == "y" else 1)
    year, month = divmod(min(max(months, 12), 9999 * 12 + 11), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_field(query: OfField, facts: Facts, _day: Day) -> bool:
    names, component = LINES_OF[query.field], COMPONENT_OF.get(query.field, -1)
    lines = (item.value for item in facts.properties if item.name.upper() in names)
    named = query.field is Field.NAME
    return any(answers(value, query.text, component, named) for value in lines)


def _in_circle(query: InCircle, facts: Facts, _day: Day) -> bool:
    wanted = fold(squeezed(query.name))
    return any(fold(circle) == wanted for circle in circles_in(facts.properties))


def _last(query: LastTalk, facts: Facts, day: Day) -> bool:
    on = facts.last_talk_on
    if query.span is None or on is None:
        return on is None and (query.span is None or query.longer)
    border = before(query.span, day.today)
    return on < border if query.longer else on >= border


_ANSWERS: Mapping[type, Callable[[Anything, Facts, Day], bool]] = {
    Everybody: lambda _query, _facts, _day: True,
    Words: lambda query, facts, _day: _has_words(query, facts),
    Has: lambda query, facts, _day: _has(query.feature, facts),
    InCircle: _in_circle,
    OfField: _of_field,
    FromSource: lambda query, facts, _day: any(answers(one, query.text) for one in facts.sources),
    LastTalk: _last,
    BirthdayWithin: lambda query, facts, day: _has_birthday(facts, days_ahead(query.span, day)),
    BirthdayIn: lambda query, facts, _day: _has_birthday(facts, days_of_month(query.month)),
    Added: lambda query, facts, day: (facts.added_at < since(query.span, day)) == query.longer,
    AddedThisMonth: lambda _query, facts, day: facts.added_at >= month_begins(day),
    Not: lambda query, facts, day: not holds(query.query, facts, day),
    All: lambda query, facts, day: all(holds(one, facts, day) for one in query.queries),
    Any: lambda query, facts, day: any(holds(one, facts, day) for one in query.queries),
}
"""The answer of each kind of query."""
