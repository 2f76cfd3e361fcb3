"""Why a person was found: the property that holds what was typed, and the piece of it to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from relate_desktop.domain.property import Property
from relate_desktop.domain.search_words import (
    NAME_PROPERTIES,
    PHONE_PROPERTIES,
    WORD,
    Term,
    answerer,
    document,
)
from relate_desktop.domain.text import fold

_SNIPPET = 80
_LEAD = 24
_FULL_NAME = "FN"


@dataclass(frozen=True, slots=True)
class ShownMatch:
    """Where it matched: a property's name in lower case, and a piece of its text."""

    field: str
    snippet: str


def matched(properties: Sequence[Property], terms: Sequence[Term]) -> ShownMatch | None:
    """The name where it explains all of the words, else what explains most of them beside it."""
    answers = [answerer(term) for term in terms]
    parts = [part for term in terms for side in term.alternatives for part in side]
    # the full name first: it is the one shown where another line of the name says no more
    names = sorted((item for item in properties if item.key in NAME_PROPERTIES), key=_is_further)
    called: Property | None = None
    named = 0
    for item in names:
        count = _explained(item, answers, parts)
        if count > named:
            called, named = item, count
    best: Property | None = None
    most = 0
    if named < len(terms):
        for item in properties:
            count = 0 if item.key in NAME_PROPERTIES else _explained(item, answers, parts)
            if count > most:
                best, most = item, count
            if most == len(terms):
                break
    best = best or called
    if best is None:
        return None
    return ShownMatch(best.name.lower(), snippet_of(best, terms))


def _is_further(item: Property) -> bool:
    return item.key != _FULL_NAME


def _explained(
    item: Property, answers: Sequence[Callable[[Sequence[str]], bool]], parts: Sequence[str]
) -> int:
    """How many terms a property alone answers; ``parts`` are all their words."""
    value = item.value
    if value.isascii() and "\\" not in value and item.key not in PHONE_PROPERTIES:
        # most lines hold none of it, which need not be found out word by word
        lowered = value.lower()
        if not any(part in lowered for part in parts):
            return 0
    words = WORD.findall(" ".join(document((item,))))
    if not words:
        return 0
    return sum(answer(words) for answer in answers)


def snippet_of(item: Property, terms: Sequence[Term]) -> str:
    """At most 80 characters of the text around the first word that matched, on one line."""
    return piece_of(" ".join(" ".join(part) for part in item.components), terms)


def piece_of(text: str, terms: Sequence[Term]) -> str:
    """At most 80 characters of a text around the first word that matched, on one line."""
    text = " ".join(text.split())
    if len(text) <= _SNIPPET:
        return text
    folded = fold(text)
    places = [folded.find(part) for term in terms for side in term.alternatives for part in side]
    start = max(min((place for place in places if place >= 0), default=0) - _LEAD, 0)
    piece = text[start : start + _SNIPPET].strip()
    return ("…" if start else "") + piece + ("…" if start + _SNIPPET < len(text) else "")
