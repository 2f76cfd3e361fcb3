"""How two words of names fit: the same, spelled otherwise, short for one another, mistyped."""

from enum import IntEnum
from functools import lru_cache

from relate_desktop.domain.latin import latin, sound
from relate_desktop.domain.scripts import script_of, script_of_word
from relate_desktop.domain.short_names import both_short, is_short_for, spelled_alike

_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})
LONG, _LONGER = 5, 9
_VERY_SHORT = 3
"""Letters of a word that is told from others by each of them: ``Mei``, ``Mai``."""


class Fit(IntEnum):
    """How two words of names fit, the best first."""

    SAME = 0
    SPELLED = 1
    SHORT = 2
    CLOSE = 3
    INITIAL = 4
    SIMILAR = 5
    """They may be one person's, and as well those of twins: ``Ted`` and ``Ned``, ``Mei`` and ``Mai``."""


@lru_cache(maxsize=65_536)
def word_fit(one: str, other: str, *, loosely: bool = False) -> Fit | None:
    """How two folded words fit; None where they do not. ``loosely`` suits words of two alphabets."""
    if one == other:
        return Fit.SAME
    if _letter_alone(one) or _letter_alone(other):
        return Fit.INITIAL if sound(one)[:1] == sound(other)[:1] != "" else None
    first, second = sound(one), sound(other)
    if (first and first == second) or spelled_alike(first, second):
        return Fit.SIMILAR if _very_short(one, other) else Fit.SPELLED
    if is_short_for(first, second):
        return Fit.SHORT
    if both_short(first, second):
        return Fit.SIMILAR
    close = _mistyped(latin(one), latin(other)) or (loosely and _nearly(first, second))
    return Fit.CLOSE if close else None


def _letter_alone(word: str) -> bool:
    return len(word) == 1 and script_of(word) in _ALPHABETS


def _very_short(one: str, other: str) -> bool:
    """Whether two words of one script are too short to be told from others by their sound."""
    return min(len(one), len(other)) <= _VERY_SHORT and script_of_word(one) == script_of_word(other)


def _mistyped(one: str, other: str) -> bool:
    """Whether one slip of the keyboard lies between two words, or two in a long one.

    Another ending makes another name: ``Maria`` and ``Marie``, ``Julia`` and ``Julian`` are two people's.
    """
    shorter, longer = sorted((len(one), len(other)))
    if shorter < LONG or longer - shorter > 2 or one[:1] != other[:1]:
        return False
    away = distance(one, other)
    if away > (2 if shorter >= _LONGER else 1):
        return False
    return one[-1] == other[-1]


def _nearly(one: str, other: str) -> bool:
    """Whether two words of different scripts sound nearly the same."""
    longest = max(len(one), len(other))
    return longest >= 3 and one[:1] == other[:1] and distance(one, other) * 3 <= longest


def distance(one: str, other: str) -> int:
    """How many letters one must change, add, leave out or swap with the next to get from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        earlier, before, row = before, row, [place + 1]
        for other_place, other_letter in enumerate(other):
            cost = min(
                row[-1] + 1, before[other_place + 1] + 1, before[other_place] + (letter != other_letter)
            )
            if place and other_place and letter == other[other_place - 1] and one[place - 1] == other_letter:
                cost = min(cost, earlier[other_place - 1] + 1)
            row.append(cost)
    return row[-1]
