"""Smart lists: searches kept under a name, which show whoever answers them now."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from relate_desktop.domain.field_words import spelled_words
from relate_desktop.domain.ids import SavedSearchId
from relate_desktop.domain.property import Property
from relate_desktop.domain.search_words import NAME_PROPERTIES, PHONE_PROPERTIES
from relate_desktop.domain.text import digits, fold

LONGEST_NAME = 200
LONGEST_QUERY = 1_000
"""Characters of a search that are read; a longer one would be kept for nothing."""
_KEY = re.compile(r"(?<!\S)-?[a-zA-Z]+:")
_FEWEST_LETTERS = 3
"""Of a word in Latin letters that tells of somebody."""
_FEWEST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One smart list: what it is called, and whom it asks for as it was typed."""

    id: SavedSearchId
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class SmartList:
    """A smart list with how many people answer it now."""

    search: SavedSearch
    count: int


def lists_naming(searches: Iterable[SavedSearch], properties: Iterable[Property]) -> list[SavedSearch]:
    """The smart lists in whose name or search a word of somebody's names stands, their number or address.

    ``properties`` are the lines of one person, or of several.
    """
    names: set[str] = set()
    addresses: set[str] = set()
    for item in properties:
        key = item.key
        if key in NAME_PROPERTIES:
            words = spelled_words(item.text, named=True)
            names.update(word for word in words if len(word) >= _FEWEST_LETTERS or not word.isascii())
        elif key in PHONE_PROPERTIES and len(number := digits(item.value)) >= _FEWEST_DIGITS:
            addresses.add(number[-_FEWEST_DIGITS:])
        elif key == "EMAIL" and "@" in item.value:
            addresses.add(fold(item.text.strip()))
    found = []
    for one in searches:
        text = f"{one.name} {_KEY.sub(' ', one.query)}"
        said = f"{fold(text)} {digits(text)}"
        if names.intersection(spelled_words(text, named=True)) or any(each in said for each in addresses):
            found.append(one)
    return found
