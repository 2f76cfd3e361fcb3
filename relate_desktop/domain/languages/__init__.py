"""The languages quick capture reads, each a table in a file of its own."""

import re

from relate_desktop.domain.capture_words import Language
from relate_desktop.domain.languages.de import GERMAN
from relate_desktop.domain.languages.en import ENGLISH
from relate_desktop.domain.text import fold

LANGUAGES = {language.code: language for language in (ENGLISH, GERMAN)}
"""By ISO 639 code."""

_WORD = re.compile(r"[^\W\d_]+")


def language_for(code: str) -> Language:
    """The language of a locale such as ``de_AT``; English where there is no table yet."""
    return LANGUAGES.get(code.replace("-", "_").split("_")[0].lower(), ENGLISH)


def language_of(sentence: str, usual: Language) -> Language:
    """The language a line is written in: the one that knows most of its words, the usual one on a tie."""
    words = _WORD.findall(fold(sentence))
    known = {code: sum(word in language.common for word in words) for code, language in LANGUAGES.items()}
    most = max(known.values())
    return usual if known.get(usual.code) == most else LANGUAGES[max(known, key=lambda code: known[code])]
