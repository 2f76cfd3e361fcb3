"""Every way a record names its person, reduced to be compared with others."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from relate_desktop.domain.company_forms import without_legal_form
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.latin import sound
from relate_desktop.domain.lines import best_lines
from relate_desktop.domain.name import CALL, LATIN, person_name, phonetic_in
from relate_desktop.domain.name_additions import (
    GENERATIONS,
    TITLES,
    gender_of_title,
    generation_of,
    other_names,
    without_generation,
    without_labels,
)
from relate_desktop.domain.property import Property
from relate_desktop.domain.scripts import script_of_word
from relate_desktop.domain.text import digits, fold

MOST_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’\u02bc][^\W\d_]+)*|\d+")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NUMBER = re.compile(r"\d+(?!\d*(?:nd|rd)\b)", re.IGNORECASE)
"""A number that is no generation: ``14`` but not ``3rd``."""
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_KOREAN = re.compile("[\uac00-\ud7af]{3}")
_LATIN = frozenset({"LATIN"})


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
    numbers: frozenset[str] = frozenset()
    """What numbers stand beside the words; of what somebody is called for short none are told."""
    title: Gender = Gender.OTHER
    """Whether the name begins with what one calls a woman or a man."""


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
        _add(forms, text, given, family, suffixes, numbers=_numbers(text))
    for text in other_names(full, " ".join(given)):
        _add(forms, text, given, (), suffixes)
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
    folded = without_generation(fold(_ASIDE.sub(" ", text) if "(" in text or "[" in text else text))
    if folded.isascii():
        found = _WORD.findall(folded)
    else:
        spaced = "".join(
            letter if letter.isalpha() or letter in "'’" or unicodedata.category(letter)[0] == "M" else " "
            for letter in folded
        )
        found = [part for word in spaced.split() for part in _family_first(word)]
    words = [word for word in found if word not in TITLES and word not in GENERATIONS and not word.isdigit()]
    return without_labels(words)[:MOST_WORDS]


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


def _add(
    forms: dict[tuple[str, ...], NameForm],
    text: str,
    given: Sequence[str],
    family: Sequence[str],
    suffixes: str,
    *,
    numbers: frozenset[str] = frozenset(),
) -> None:
    words = tuple(name_words(without_legal_form(text)))
    if words in forms and not numbers <= forms[words].numbers:
        forms[words] = replace(forms[words], numbers=forms[words].numbers | numbers)
    if words and words not in forms:
        forms[words] = NameForm(
            words,
            tuple(word for word in given if word in words),
            tuple(word for word in family if word in words),
            generation_of(text, suffixes),
            tuple(heard for word in words if (heard := sound(word))),
            _LATIN if text.isascii() else frozenset(map(script_of_word, words)),
            numbers,
            gender_of_title(text),
        )


def _numbers(text: str) -> frozenset[str]:
    """The numbers in a name, each without the zeros before it."""
    return frozenset(digits(number).lstrip("0") for number in _NUMBER.findall(text))


def _called(properties: Sequence[Property], lines: dict[str, Property]) -> Iterator[str]:
    if CALL in lines:
        yield lines[CALL].text
    for item in properties:
        if item.key == "NICKNAME":
            yield from item.items
