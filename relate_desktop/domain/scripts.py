"""The alphabets of letters and words."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})


def look_alike(texts: Iterable[str]) -> bool:
    """Whether a word mixes letters of Latin with Cyrillic or Greek ones, as forged names do."""
    return any(
        len({script_of(letter) for letter in word} & _ALIKE) > 1
        for text in texts
        if not text.isascii()
        for word in text.split()
    )


@lru_cache(maxsize=65_536)
def script_of_word(word: str) -> str:
    """The alphabet of a word's first letter."""
    return next((script for letter in word if letter.isalpha() and (script := script_of(letter))), "")


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The alphabet of a letter by its name in Unicode; empty for what has none."""
    if letter.isascii():
        return "LATIN"
    return unicodedata.name(letter, "").partition(" ")[0]
