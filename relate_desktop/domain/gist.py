"""What follows from a record alone, whoever else there is: to be worked out where there is time for it.

A process that reads a large file does so for the one that writes, which has more to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relate_desktop.domain.matching import MatchKey, card_key, key_number, match_keys
from relate_desktop.domain.moment import days_of_the_year
from relate_desktop.domain.property import Property
from relate_desktop.domain.search_marks import indexed
from relate_desktop.domain.summary import SummaryFields, summarise


@dataclass(frozen=True, slots=True)
class Gist:
    """What a record comes to for lists, for search, for matching and for the calendar of the year."""

    fields: SummaryFields
    words: tuple[str, str]
    """The two columns of the search index."""
    keys: Mapping[MatchKey, int]
    """By what it can be found again, the identical card first; each with its number."""
    days: tuple[str, ...]


def gist_of(properties: Sequence[Property], producer: str, sha256: str) -> Gist:
    """The gist of a record with these lines and of a card with this checksum."""
    return Gist(
        fields=summarise(properties),
        words=indexed(properties),
        keys=keys_of(properties, producer, sha256),
        days=days_of_the_year(properties),
    )


def keys_of(properties: Sequence[Property], producer: str, sha256: str) -> dict[MatchKey, int]:
    """The ``keys`` of such a record alone."""
    return {key: key_number(key) for key in (card_key(sha256), *match_keys(properties, producer))}
