"""A query as people write it: words, ``circle:clients``, ``last:>3m``, ``-``, ``or``, ``OR``; never an error.

What is no filter, or a filter with a value nobody understands, is looked for as words.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from relate_desktop.domain.query import (
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
from relate_desktop.domain.search_words import LONGEST_QUERY, words_of
from relate_desktop.domain.text import fold

MOST_PIECES = 64

_PIECE = re.compile(r'(-?)(?:([a-zA-Z]+):)?(?:"([^"]*)"?|(\S*))')
_SPAN = re.compile(r"^(\d{1,4})([dwmy])$")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LONGEST_SPAN = {"d": 9999, "w": 1500, "m": 360, "y": 100}


def parse(text: str) -> Query:
    """What somebody typed as a query; ``Everybody`` where nothing was."""
    alternatives: list[list[Query]] = [[]]
    words: list[str] = []
    for piece in _pieces(text):
        if piece in {"or", "OR"}:
            _close(words, alternatives[-1])
            alternatives.append([])
            continue
        found = _filter(piece)
        if found is None:
            words.append(piece)
        else:
            _close(words, alternatives[-1])
            alternatives[-1].append(found)
    _close(words, alternatives[-1])
    sides = [_all(side) for side in alternatives if side]
    if not sides:
        return Everybody()
    return sides[0] if len(sides) == 1 else Any(tuple(sides))


def _pieces(text: str) -> list[str]:
    """The pieces between blanks; what stands in quotation marks is one."""
    found: list[str] = []
    text = text[:LONGEST_QUERY].encode("utf-8", "replace").decode("utf-8").strip()
    while text and len(found) < MOST_PIECES:
        match = _PIECE.match(text)
        piece = match.group() if match is not None and match.group() else text.split(maxsplit=1)[0]
        found.append(piece)
        text = text[len(piece) :].lstrip()
    return found


def _close(words: list[str], side: list[Query]) -> None:
    """Takes the free words gathered so far as one condition: pieces of a number belong together."""
    text = " ".join(words)
    if words_of(text):
        side.append(Words(text))
    words.clear()


def _all(side: Sequence[Query]) -> Query:
    return side[0] if len(side) == 1 else All(tuple(side))


def _filter(piece: str) -> Query | None:
    """A piece that is no free word; None for one that is."""
    match = _PIECE.fullmatch(piece)
    if match is None:
        return None
    minus, key, quoted, bare = match.groups()
    value = quoted if quoted is not None else bare
    found = _of(key.lower(), value) if key else None
    if found is None and minus and words_of(piece):
        found = Words(piece.removeprefix("-").replace('"', " "))
    elif found is None:
        return Words(value) if quoted is not None and not key and words_of(value) else None
    return Not(found) if minus else found


def _of(key: str, value: str) -> Query | None:
    reader = _READERS.get(key)
    return reader(value.strip()) if reader is not None and value.strip() else None


def _circle(value: str) -> Query | None:
    return InCircle(value) if fold(value).strip() else None


def _feature(value: str) -> Query | None:
    try:
        return Has(Feature(_SAME.get(fold(value), fold(value))))
    except ValueError:
        return None


def _field(field: Field) -> Callable[[str], Query | None]:
    return lambda value: OfField(field, value) if words_of(value) else None


def _number(value: str) -> Query | None:
    """A number says by itself that it is one: the word in front of it only has to do no harm."""
    return Words(value) if any(letter.isdecimal() for letter in value) else None


def _source(value: str) -> Query | None:
    return FromSource(value) if words_of(value) else None


def _last(value: str) -> Query | None:
    if fold(value) == "never":
        return LastTalk(None)
    span = _span(value.lstrip("<>"))
    return None if span is None else LastTalk(span, longer=value.startswith(">"))


def _added(value: str) -> Query | None:
    if fold(value) in {"month", "thismonth"}:
        return AddedThisMonth()
    span = _span(value.lstrip("<>"))
    return None if span is None else Added(span, longer=value.startswith(">"))


def _birthday(value: str) -> Query | None:
    word = fold(value)
    if word == "today":
        return BirthdayWithin(Span(0, "d"))
    months = [number for number, name in enumerate(_MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    if len(months) == 1:
        return BirthdayIn(months[0])
    if word.isascii() and word.isdecimal() and 1 <= int(word) <= 12:
        return BirthdayIn(int(word))
    span = _span(word.removeprefix("next").lstrip("<"))
    return None if span is None else BirthdayWithin(span)


def _span(text: str) -> Span | None:
    match = _SPAN.match(fold(text))
    if match is None:
        return None
    amount, unit = int(match[1]), match[2]
    return Span(min(amount, _LONGEST_SPAN[unit]), unit)


_SAME = {
    "mail": "email",
    "tel": "phone",
    "number": "phone",
    "adr": "address",
    "web": "url",
    "picture": "photo",
    "bday": "birthday",
    "company": "org",
    "circles": "circle",
    "talk": "conversation",
}
_READERS: Mapping[str, Callable[[str], Query | None]] = {
    "circle": _circle,
    "tag": _circle,
    "group": _circle,
    "phone": _number,
    "tel": _number,
    "has": _feature,
    "name": _field(Field.NAME),
    "org": _field(Field.ORGANIZATION),
    "company": _field(Field.ORGANIZATION),
    "role": _field(Field.ROLE),
    "title": _field(Field.ROLE),
    "city": _field(Field.CITY),
    "country": _field(Field.COUNTRY),
    "email": _field(Field.EMAIL),
    "note": _field(Field.NOTE),
    "source": _source,
    "last": _last,
    "added": _added,
    "birthday": _birthday,
}
"""Filters by the word in front of the colon."""
