"""How two words of names fit: the same, spelled otherwise, short for one another, mistyped."""

import re
from enum import IntEnum
from functools import lru_cache

from relate_desktop.domain.given_names import GIVEN_NAMES
from relate_desktop.domain.latin import bones, is_brief, latin, sound
from relate_desktop.domain.scripts import script_of, script_of_word
from relate_desktop.domain.short_names import both_short, is_short_for, spelled_alike

_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})
LONG, _LONGER = 5, 9
_VERY_SHORT = 3
"""Letters of a word that is told from others by each of them: ``Mei``, ``Mai``."""
_SYLLABLES = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DIMINUTIVE = re.compile(r"(?:ie|[aeiouy])\Z")
_WOMEN = frozenset({"a", "e", "na", "ne", "ina", "ine", "ette", "etta", "ella", "elle"})
"""What makes a woman's name of a man's."""
_ENDINGS = frozenset({"a", "e", "o", "i"})
"""What makes another person's name of a name."""
_FIRSTS = {"g": "h", "k": "h", "v": "b", "y": "i"}
"""First letters that languages choose between for one sound."""


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
    if (short := _short(first, second)) is not None:
        return short
    slip = not (_SYLLABLES.search(one) and _SYLLABLES.search(other)) and _mistyped(latin(one), latin(other))
    close = slip or (loosely and _heard_nearly(one, other))
    return Fit.CLOSE if close else None


def _letter_alone(word: str) -> bool:
    return len(word) == 1 and script_of(word) in _ALPHABETS


def _very_short(one: str, other: str) -> bool:
    """Whether two words of one script are too short to be told from others by their sound."""
    return min(len(one), len(other)) <= _VERY_SHORT and script_of_word(one) == script_of_word(other)


def _mistyped(one: str, other: str) -> bool:
    """Whether one slip of the keyboard lies between two words, or two in a long one.

    Another ending makes another name: ``Maria`` and ``Marie``, ``Julia`` and ``Julian`` are two people's. So
    does another letter where each is a syllable: ``太郎`` and ``次郎``.
    """
    shorter, longer = sorted((len(one), len(other)))
    if shorter < LONG or longer - shorter > 2 or one[:1] != other[:1]:
        return False
    away = distance(one, other)
    if away > (2 if shorter >= _LONGER else 1):
        return False
    return one[-1] == other[-1]


def _short(one: str, other: str) -> Fit | None:
    """Whether one word is short for the other, or both for a third; ``Jan`` and ``Jana`` are neither."""
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _WOMEN:
        return None
    if is_short_for(one, other):
        return Fit.SHORT
    return Fit.SIMILAR if both_short(one, other) else None


def made_of(one: str, other: str) -> bool:
    """Whether one word is likely made of the other: ``Wolfi`` of ``Wolfgang``, ``Resi`` of ``Theresia``.

    What many people are given as a name of its own (``Anna``, ``Johanna``) is not made of anything.
    """
    short, whole = sorted((latin(one), latin(other)), key=len)
    if short in GIVEN_NAMES and whole in GIVEN_NAMES:
        return False
    stem = _DIMINUTIVE.sub("", short) if len(short) > _VERY_SHORT else short
    if len(stem) == _VERY_SHORT and stem[0] == stem[2]:
        stem = stem[:2]  # Gigi, Lulu
    if len(whole) - len(short) < 2 or len(stem) < 2 or whole[len(stem) :] in _WOMEN:
        return False
    return stem in whole


def _heard_nearly(one: str, other: str) -> bool:
    """Whether two words of different scripts may be one."""
    if is_brief(one) != is_brief(other):
        mine, theirs = ({bones(word), bones(word.replace("ch", "sh"))} for word in (one, other))
        if any(len(found) > 1 for found in mine & theirs):
            return True
    return _nearly(sound(one), sound(other))


def _nearly(one: str, other: str) -> bool:
    """Whether two words of different scripts sound nearly the same."""
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS:
        return False  # Александр, Alexandra
    longest = len(longer)
    return (
        longest >= 3
        and _FIRSTS.get(one[:1], one[:1]) == _FIRSTS.get(other[:1], other[:1])
        and (distance(one, other) * 3 <= longest)
    )


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
