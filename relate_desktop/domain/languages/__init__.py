"""The languages quick capture reads, each a table in a file of its own."""

from relate_desktop.domain.capture_words import Language
from relate_desktop.domain.languages.de import GERMAN
from relate_desktop.domain.languages.en import ENGLISH

LANGUAGES = {language.code: language for language in (ENGLISH, GERMAN)}
"""By ISO 639 code."""


def language_for(code: str) -> Language:
    """The language of a locale such as ``de_AT``; English where there is no table yet."""
    return LANGUAGES.get(code.replace("-", "_").split("_")[0].lower(), ENGLISH)
