"""How two names are alike: the same, swapped, in other letters, short for one another, or others."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import permutations

from relate_desktop.domain.latin import ABJADS, consonants, latin, sound
from relate_desktop.domain.lines import best_lines
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name import CALL, LATIN, person_name, phonetic_in
from relate_desktop.domain.property import Property
from relate_desktop.domain.short_names import is_short_for, spelled_alike
from relate_desktop.domain.text import fold

MOST_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’\u02bc][^\W\d_]+)*|\d+")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TITLE_WORDS = """
dr prof professor herr frau mr mrs ms miss mister sir dame hr fr dipl ing mag phd md msc bsc ba ma mba sr
sra srta don doña dona m mme mlle sig rev pr und and
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_GENERATIONS = {
    "jr": 2, "junior": 2, "jun": 2, "jnr": 2, "hijo": 2, "fils": 2, "ii": 2, "2nd": 2,
    "sr": 1, "senior": 1, "sen": 1, "snr": 1, "père": 1, "pere": 1, "iii": 3, "3rd": 3, "iv": 4,
}  # fmt: skip
_NO_NAMES = _TITLES | frozenset(_GENERATIONS)
_PARTICLE_WORDS = """
von van der den de la le du di da del della dos das zu zur zum af av el al bin ibn y e
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})
_SOME_GENERATION = re.compile(
    r"[^\W\d_][\W_]+(?:[js]n?r|[js][eu]n|junior|senior|jnr|snr|hijo|fils|p[eè]re|i[iv]+|[23](?:nd|rd))\b",
    re.IGNORECASE,
)
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_KOREAN = re.compile("[\uac00-\ud7af]{3}")
_LONG, _LONGER = 5, 9
_FEWEST_CONSONANTS = 3
_MOST_PERMUTED = 4


class Fit(IntEnum):
    """How two words of names fit, the best first."""

    SAME = 0
    SPELLED = 1
    SHORT = 2
    CLOSE = 3
    INITIAL = 4


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way somebody is named: the words in their order, those known to be given or family names."""

    words: tuple[str, ...]
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    generation: int = 0
    sounds: tuple[str, ...] = ()
    """The words as they sound; those without a letter are left out."""
    scripts: frozenset[str] = frozenset()
    """The alphabets of the words."""


def name_forms(properties: Sequence[Property]) -> tuple[NameForm, ...]:
    """Every way a record names its person, the fullest first; empty for one without a name."""
    lines = best_lines(properties)
    structured = lines.get("N")
    parts = person_name(structured) if structured is not None else None
    given: Sequence[str] = ()
    family: Sequence[str] = ()
    suffixes = ""
    if parts is not None:
        given = name_words(" ".join((*parts.given, *parts.additional)))
        family = name_words(" ".join(parts.family))
        suffixes = " ".join(parts.suffixes)
    full = lines["FN"].text if "FN" in lines else ""
    forms: dict[tuple[str, ...], NameForm] = {}
    texts = [full, parts.composed() if parts is not None else ""]
    texts += [lines[LATIN].text if LATIN in lines else "", phonetic_in(lines)]
    for text in dict.fromkeys(texts):
        _add(forms, text, given, family, suffixes)
    families = next(iter(forms)) if forms else ()
    kept = [word for word in families if word in family] or list(families[1:])
    for short in _called(properties, lines):
        words = name_words(short)
        if words:
            _add(forms, " ".join((short, *kept)) if len(words) == 1 else short, words, family, "")
    return tuple(forms.values())


def name_words(text: str) -> list[str]:
    """The folded words of a name without titles, generations and what stands in brackets."""
    if "@" in text:
        return []
    folded = fold(_ASIDE.sub(" ", text) if "(" in text or "[" in text else text)
    if folded.isascii():
        found = _WORD.findall(folded)
    else:
        spaced = "".join(
            letter if letter.isalpha() or letter in "'’" or unicodedata.category(letter)[0] == "M" else " "
            for letter in folded
        )
        found = [part for word in spaced.split() for part in _family_first(word)]
    words = [
        word for word in found if word not in _TITLES and word not in _GENERATIONS and not word.isdigit()
    ]
    return words[:MOST_WORDS]


def _family_first(word: str) -> tuple[str, ...]:
    """A Korean name written as one word in its two parts; the family name is one letter."""
    return (word[0], word[1:]) if _KOREAN.fullmatch(word) else (word,)


def forms_of_addresses(emails: Iterable[str]) -> tuple[NameForm, ...]:
    """The names that e-mail addresses spell: ``anna.schmidt@…``."""
    forms: dict[tuple[str, ...], NameForm] = {}
    for email in emails:
        text = _NOT_A_LETTER.sub(" ", email.partition("@")[0])
        if " " in text.strip():
            _add(forms, text, (), (), "")
    return tuple(forms.values())


def likeness(one: Sequence[NameForm], other: Sequence[NameForm]) -> MatchReason | None:
    """What the names of two records say of their being one person; None where they say nothing.

    Of several ways to name somebody those that are most alike count.
    """
    if not one or not other:
        return MatchReason.NO_NAME
    found = {_likeness(mine, theirs) for mine in one for theirs in other}
    return min(found, key=_RANK.__getitem__)


def generations_differ(one: Sequence[NameForm], other: Sequence[NameForm]) -> bool:
    """Whether one is the senior and the other the junior, or the third of the name."""
    mine = {form.generation for form in one} - {0}
    theirs = {form.generation for form in other} - {0}
    if mine and theirs:
        return mine.isdisjoint(theirs)
    return bool(mine | theirs) and 2 in mine | theirs


def short_words(one: Sequence[NameForm], other: Sequence[NameForm]) -> tuple[str, str] | None:
    """Which word of two names is short for which, for the sentence that says so."""
    for mine in one:
        for theirs in other:
            for first in mine.words:
                for second in theirs.words:
                    if first != second and _fit(first, second) is Fit.SHORT:
                        return (first, second) if len(first) <= len(second) else (second, first)
    return None


def look_alike(texts: Iterable[str]) -> bool:
    """Whether a word mixes letters of Latin with Cyrillic or Greek ones, as forged names do."""
    return any(
        len({_script(letter) for letter in word} & _ALIKE) > 1
        for text in texts
        if not text.isascii()
        for word in text.split()
    )


_RANK: dict[MatchReason | None, int] = {
    MatchReason.SAME_NAME: 0,
    MatchReason.SWAPPED_NAME: 1,
    MatchReason.SPELLED_NAME: 2,
    MatchReason.OTHER_SCRIPT: 3,
    MatchReason.SHORT_NAME: 4,
    MatchReason.CLOSE_NAME: 5,
    MatchReason.PART_OF_NAME: 6,
    MatchReason.INITIALS: 7,
    MatchReason.GIVEN_NAME_ONLY: 8,
    None: 9,
    MatchReason.DIFFERENT_FAMILY_NAME: 10,
    MatchReason.DIFFERENT_GIVEN_NAME: 11,
    MatchReason.DIFFERENT_NAME: 12,
}
_LATIN = frozenset({"LATIN"})
_OF_FIT = {
    Fit.SAME: MatchReason.SAME_NAME,
    Fit.SPELLED: MatchReason.SPELLED_NAME,
    Fit.SHORT: MatchReason.SHORT_NAME,
    Fit.CLOSE: MatchReason.CLOSE_NAME,
    Fit.INITIAL: MatchReason.INITIALS,
}


def _add(
    forms: dict[tuple[str, ...], NameForm],
    text: str,
    given: Sequence[str],
    family: Sequence[str],
    suffixes: str,
) -> None:
    words = tuple(name_words(text))
    if words and words not in forms:
        forms[words] = NameForm(
            words,
            tuple(word for word in given if word in words),
            tuple(word for word in family if word in words),
            _generation(text, suffixes),
            tuple(heard for word in words if (heard := sound(word))),
            _LATIN if text.isascii() else frozenset(map(_script_of_word, words)),
        )


def _generation(text: str, suffixes: str) -> int:
    if not suffixes and not _SOME_GENERATION.search(text):
        return 0
    words = fold(f"{text} {suffixes}").replace(".", " ").replace(",", " ").split()
    return next((_GENERATIONS[word] for word in reversed(words[1:]) if word in _GENERATIONS), 0)


def _called(properties: Sequence[Property], lines: dict[str, Property]) -> Iterator[str]:
    if CALL in lines:
        yield lines[CALL].text
    for item in properties:
        if item.key == "NICKNAME":
            yield from item.items


def _likeness(one: NameForm, other: NameForm) -> MatchReason | None:
    if one.words == other.words or sorted(one.words) == sorted(other.words):
        return MatchReason.SWAPPED_NAME if _swapped(one, other) else MatchReason.SAME_NAME
    scripts = one.scripts != other.scripts
    if _all_letters(one, other):
        return MatchReason.OTHER_SCRIPT if scripts else MatchReason.SPELLED_NAME
    pairs, mine, theirs = _aligned(one.words, other.words, loosely=scripts)
    mine = [word for word in mine if word not in _PARTICLES]
    theirs = [word for word in theirs if word not in _PARTICLES]
    if not mine and not theirs:
        worst = max(fit for _one, _other, fit in pairs)
        if scripts and worst in {Fit.SPELLED, Fit.CLOSE}:
            return MatchReason.OTHER_SCRIPT
        return _OF_FIT[worst]
    if not mine or not theirs:
        return _in_part(one, other, pairs)
    return _different(one, other, pairs, mine, theirs)


def _in_part(one: NameForm, other: NameForm, pairs: list[tuple[str, str, Fit]]) -> MatchReason | None:
    """One name is all in the other."""
    worst = max(fit for _one, _other, fit in pairs)
    whole = [pair for pair in pairs if pair[2] is not Fit.INITIAL]
    if not whole:
        return None
    if worst is Fit.INITIAL:
        return MatchReason.INITIALS
    if len(whole) > 1:
        return MatchReason.SHORT_NAME if worst is Fit.SHORT else MatchReason.PART_OF_NAME
    first, second, _fit = whole[0]
    if first in one.family or second in other.family:
        return None  # a family name alone is a household's
    return MatchReason.GIVEN_NAME_ONLY


def _different(
    one: NameForm, other: NameForm, pairs: list[tuple[str, str, Fit]], mine: list[str], theirs: list[str]
) -> MatchReason | None:
    if not pairs:
        single = min(len(one.words), len(other.words)) == 1
        return None if single else MatchReason.DIFFERENT_NAME
    if len(pairs) > 1 and all(fit is not Fit.INITIAL for _one, _other, fit in pairs):
        extra = {len(word) for word in (*mine, *theirs)}
        if max(extra) > 1:
            # two names agree and a further one differs on each side: a second family name, or a brother
            return MatchReason.DIFFERENT_GIVEN_NAME if _given_left(one, other, mine, theirs) else None
        return MatchReason.DIFFERENT_GIVEN_NAME
    if _given_left(one, other, mine, theirs):
        return MatchReason.DIFFERENT_GIVEN_NAME
    return MatchReason.DIFFERENT_FAMILY_NAME


def _given_left(one: NameForm, other: NameForm, mine: list[str], theirs: list[str]) -> bool:
    """Whether it is the given names that do not fit: as the cards say, else by their place."""
    if one.given and other.given:
        return any(word in one.given for word in mine) and any(word in other.given for word in theirs)
    if one.given or other.given:
        known, left = (one, mine) if one.given else (other, theirs)
        return any(word in known.given for word in left)
    return one.words[0] in mine and other.words[0] in theirs


def _swapped(one: NameForm, other: NameForm) -> bool:
    if one.given and one.family and other.given and other.family:
        return not set(one.given).isdisjoint(other.family) and not set(one.family).isdisjoint(other.given)
    return one.words != other.words and not (one.family or other.family)


def _all_letters(one: NameForm, other: NameForm) -> bool:
    """Whether both names are the same once they are written without spaces, in either order."""
    mine, theirs = one.sounds, other.sounds
    if not mine or not theirs or max(len(mine), len(theirs)) > _MOST_PERMUTED:
        return False
    letters = sorted("".join(mine))
    if len(letters) < _LONG or letters != sorted("".join(theirs)):
        return _unvowelled(one, other)
    return not {"".join(order) for order in permutations(mine)}.isdisjoint(
        "".join(order) for order in permutations(theirs)
    )


def _unvowelled(one: NameForm, other: NameForm) -> bool:
    """Whether the consonants agree, where one of the two is written without vowels."""
    abjad = [bool(ABJADS.search("".join(form.words))) for form in (one, other)]
    if abjad[0] == abjad[1]:
        return False
    mine, theirs = (sorted(consonants(form.sounds)) for form in (one, other))
    return len(mine) >= _FEWEST_CONSONANTS and mine == theirs


def _aligned(
    one: Sequence[str], other: Sequence[str], *, loosely: bool
) -> tuple[list[tuple[str, str, Fit]], list[str], list[str]]:
    """The words that fit, the best first, and those that are left of each."""
    fits = sorted(
        (fit, abs(first - second), first, second)
        for first, mine in enumerate(one)
        for second, theirs in enumerate(other)
        if (fit := _fit(mine, theirs, loosely=loosely)) is not None
    )
    left, right = set(range(len(one))), set(range(len(other)))
    pairs: list[tuple[str, str, Fit]] = []
    for fit, _apart, first, second in fits:
        if first in left and second in right:
            left.discard(first)
            right.discard(second)
            pairs.append((one[first], other[second], fit))
    return pairs, [one[place] for place in sorted(left)], [other[place] for place in sorted(right)]


@lru_cache(maxsize=65_536)
def _fit(one: str, other: str, *, loosely: bool = False) -> Fit | None:
    if one == other:
        return Fit.SAME
    if _letter_alone(one) or _letter_alone(other):
        return Fit.INITIAL if sound(one)[:1] == sound(other)[:1] != "" else None
    first, second = sound(one), sound(other)
    if (first and first == second) or spelled_alike(first, second):
        return Fit.SPELLED
    if is_short_for(first, second):
        return Fit.SHORT
    close = _mistyped(latin(one), latin(other)) or (loosely and _nearly(first, second))
    return Fit.CLOSE if close else None


def _letter_alone(word: str) -> bool:
    return len(word) == 1 and _script(word) in _ALPHABETS


def _mistyped(one: str, other: str) -> bool:
    """Whether one slip of the keyboard lies between two words, or two in a long one.

    Another ending makes another name: ``Maria`` and ``Marie``, ``Julia`` and ``Julian`` are two people's.
    """
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _LONG or longer - shorter > 2 or one[:1] != other[:1]:
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


@lru_cache(maxsize=65_536)
def _script_of_word(word: str) -> str:
    """The alphabet of a word's first letter."""
    return next((script for letter in word if letter.isalpha() and (script := _script(letter))), "")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    return unicodedata.name(letter, "").partition(" ")[0]
