"""Where somebody answers a query: the line that has the words, else the one that a filter asks for."""

from collections.abc import Collection, Iterator, Sequence

from relate_desktop.domain.circle import CATEGORIES
from relate_desktop.domain.property import Property
from relate_desktop.domain.query import (
    All,
    Any,
    BirthdayIn,
    BirthdayWithin,
    Feature,
    Field,
    Has,
    InCircle,
    OfField,
    Query,
    Words,
)
from relate_desktop.domain.query_answer import BLANK, COMPONENT_OF, FEATURE_LINES, LINES_OF, answers
from relate_desktop.domain.search_words import Term, loosened, terms_of
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.storage.search_match import ShownMatch, matched, snippet_of

_NAMELESS = frozenset({Feature.PHOTO})
"""What is there without any text to show."""


_SAID_ALREADY = (Has, InCircle)
"""Filters that say themselves what is there."""


def where_answered(
    query: Query, properties: Sequence[Property], *, briefly: bool = False
) -> ShownMatch | None:
    """The line by which the person answers, that of a filter only without words; None where no line does it.

    What was written about them, days and other facts of the book stand on no line. ``briefly`` leaves
    out what everybody found has alike: that they have something, and their circle.
    """
    match query:
        case Words():
            return matched(properties, query.terms)
        case All(queries=inner):
            words = [term for one in inner if isinstance(one, Words) for term in one.terms]
            return matched(properties, words) if words else _first(inner, properties, briefly=briefly)
        case Any(queries=inner):
            return _first(inner, properties, briefly=briefly)
        case _:
            line = None if briefly and isinstance(query, _SAID_ALREADY) else _line(query, properties)
            return None if line is None else ShownMatch(line.name.lower(), snippet_of(line, _terms(query)))


def with_a_typo(query: Query, properties: Sequence[Property]) -> ShownMatch | None:
    """The line that has the free words of a query but for a typo."""
    match query:
        case Words():
            return matched(properties, loosened(query.terms))
        case All(queries=inner) | Any(queries=inner):
            return next((found for one in inner if (found := with_a_typo(one, properties))), None)
        case _:
            return None


def _first(queries: Sequence[Query], properties: Sequence[Property], *, briefly: bool) -> ShownMatch | None:
    each = (where_answered(one, properties, briefly=briefly) for one in queries)
    return next((found for found in each if found is not None), None)


def _line(query: Query, properties: Sequence[Property]) -> Property | None:
    match query:
        case OfField(field, text):
            component, named = COMPONENT_OF.get(field, -1), field is Field.NAME
            return next(
                (
                    item
                    for item in _named(LINES_OF[field], properties)
                    if answers(item.value, text, component, named)
                ),
                None,
            )
        case Has(feature) if feature in FEATURE_LINES and feature not in _NAMELESS:
            return next(_named(FEATURE_LINES[feature], properties), None)
        case Has(Feature.CIRCLE):
            return next(_named((CATEGORIES,), properties), None)
        case InCircle(name):
            wanted = fold(squeezed(name))
            circles = _named((CATEGORIES,), properties)
            return next(
                (item for item in circles if any(fold(squeezed(one)) == wanted for one in item.items)), None
            )
        case BirthdayIn() | BirthdayWithin():
            return next(_named(FEATURE_LINES[Feature.BIRTHDAY], properties), None)
        case _:
            return None


def _named(names: Collection[str], properties: Sequence[Property]) -> Iterator[Property]:
    return (item for item in properties if item.key in names and item.value.strip(BLANK))


def _terms(query: Query) -> Sequence[Term]:
    return terms_of(query.text) if isinstance(query, OfField) else ()
