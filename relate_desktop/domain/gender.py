"""How to speak of somebody: she, he, or by their name, as their pronouns say."""

import re
from enum import StrEnum

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.name import pronouns
from relate_desktop.domain.text import fold

_FIRST = re.compile(r"\w+")
_SHE = frozenset({"she", "her", "hers", "sie", "elle", "ella", "lei", "ona", "hon"})
_HE = frozenset({"he", "him", "his", "er", "il", "el", "lui", "on", "han"})


class Gender(StrEnum):
    """Which words stand for somebody in a sentence.

    ``OTHER`` is for those who said neither, or nothing: they are called by their name.
    """

    SHE = "she"
    HE = "he"
    OTHER = "other"


def gender_of(contact: Contact) -> Gender:
    """How to speak of this person."""
    return gender_in(pronouns(contact))


def gender_in(text: str) -> Gender:
    """How to speak of somebody whose pronouns are these; several are taken as no choice of one.

    ``she/her`` names one set, ``she/they`` two: then the name is never wrong.
    """
    words: list[str] = _FIRST.findall(fold(text))
    for gender, known in ((Gender.SHE, _SHE), (Gender.HE, _HE)):
        if words and words[0] in known and not any(word in _NEUTRAL for word in words):
            return gender
    return Gender.OTHER


_NEUTRAL = frozenset({"they", "them", "xier", "dey", "iel", "any", "alle"})
