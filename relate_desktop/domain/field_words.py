"""Words of one field of a card as they are compared with those asked for: both as they may be spelled."""

from relate_desktop.domain.search_letters import with_e
from relate_desktop.domain.search_words import (
    Term,
    pairs_of,
    spelled_elsewhere,
    spellings_of,
    words_of,
)


def spelled_words(text: str, *, named: bool) -> list[str]:
    """The folded words of a plain text, also as they are spelled where their letters are not at hand.

    Umlauts are two letters in any text; other alphabets are Latin letters in names alone.
    """
    words = words_of(text)
    if text.isascii():
        return words
    if named:
        return words + spelled_elsewhere((text,), plain=True)
    return words + words_of(with_e(text))


def spellings(text: str) -> list[tuple[str, ...]]:
    """Each word that somebody asks for, as it may be spelled."""
    return [spelled for piece in text.split() for spelled in spellings_of(piece)]


def index_terms(text: str) -> list[Term]:
    """Terms by which the index has at least every line whose ``spelled_words`` begin so."""
    return [Term(tuple(dict.fromkeys(map(pairs_of, spelled)))) for spelled in spellings(text)]
