"""How near what somebody typed comes to a name: the order of everything that is found by name."""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TypeVar

from relate_desktop.domain.text import fold, squeezed

Key = TypeVar("Key")

_WORD = re.compile(r"\w+")
FEWEST_LETTERS = 3
"""One or two letters are in nearly every name: that they are there somewhere says nothing."""


class Nearness(IntEnum):
    """How a name answers what was typed; the least is the nearest."""

    CALLED = 0
    """What they are called begins with it."""
    NAME = 1
    """Another of their names begins with it, or a part of a name."""
    WORDS = 2
    """Each word of it begins a word of a name, in any order."""
    ELSEWHERE = 3
    """It is known of them, but it is not in a name."""
    LETTERS = 4
    """Its letters are in what they are called, in this order."""


def spoken(text: str) -> str:
    """A text as it is compared here: folded, with single blanks."""
    return squeezed(fold(text))


def nearness(wanted: str, called: str, names: Iterable[str] = ()) -> Nearness | None:
    """How near a name comes to what was typed; None when it does not, or nothing was typed.

    ``names`` are the other names of the same thing.
    """
    text, main = spoken(wanted), spoken(called)
    if not text:
        return None
    if main.startswith(text):
        return Nearness.CALLED
    others = [spoken(name) for name in names]
    words = [word for name in (main, *others) for word in _WORD.findall(name)]
    if any(name.startswith(text) for name in others) or _begins_later(text, (main, *others)):
        return Nearness.NAME
    parts = _WORD.findall(text)
    if parts and all(_met(part, words) for part in parts):
        return Nearness.WORDS
    if has_letters(text, main):
        return Nearness.LETTERS
    return None


def has_letters(text: str, name: str) -> bool:
    """Whether a name, as it is compared, has these letters in their order; blanks do not count."""
    letters = text.replace(" ", "")
    if len(letters) < FEWEST_LETTERS:
        return False
    left = iter(name)
    return all(letter in left for letter in letters)


def ranked(found: Iterable[tuple[Key, Nearness]], recent: Sequence[Key]) -> list[Key]:
    """The nearest first; of those equally near what was used last, then as they came."""
    used = {key: place for place, key in reversed(list(enumerate(recent)))}
    rows = [(near, used.get(key, len(used)), place, key) for place, (key, near) in enumerate(found)]
    return [row[3] for row in sorted(rows, key=lambda row: row[:3])]


def _begins_later(text: str, names: Iterable[str]) -> bool:
    """Whether what was typed stands in a name from the beginning of a word on."""
    return any(f" {text}" in name for name in names)


def _met(part: str, words: Sequence[str]) -> bool:
    """Whether a word begins with a part; scripts without blanks need not begin."""
    return any(word.startswith(part) or (not part.isascii() and part in word) for word in words)
