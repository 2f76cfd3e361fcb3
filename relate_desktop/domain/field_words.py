"""Words of one field of a card as they are compared with those asked for: both as they may be spelled."""

from collections.abc import Iterable

from relate_desktop.domain.search_words import (
    WITH_E,
    Term,
    pairs_of,
    spelled_elsewhere,
    spellings_of,
    with_e,
    words_of,
)

_TWO_LETTERS = frozenset(WITH_E.values())
_MOST_DOUBLE = 3
"""Places of one word that may have been umlauts; of more there are too many spellings."""


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


def index_terms(text: str, *, named: bool) -> list[Term]:
    """Terms by which the index has at least every line whose ``spelled_words`` begin so.

    Names stand in it with their umlauts as two letters as well, other lines as they are.
    """
    return [
        Term(tuple(dict.fromkeys(map(pairs_of, spelled if named else _shortened(spelled)))))
        for spelled in spellings(text)
    ]


def _shortened(spelled: Iterable[str]) -> list[str]:
    return [word for one in spelled for word in _without_e(one)]


def _without_e(word: str) -> list[str]:
    """The word, and those that are spelled so when their umlauts are two letters.

    Of a word that may have come from very many only the beginning that all of them share.
    """
    places = [place for place in range(len(word) - 1) if word[place : place + 2] in _TWO_LETTERS]
    if len(places) > _MOST_DOUBLE:
        return [word[: places[0] + 1]]
    found = {word}
    for place in reversed(places):
        # from behind, so that places further on do not move those before
        found |= {
            one[: place + 1] + one[place + 2 :]
            for one in found
            if one[place : place + 2] == word[place : place + 2]
        }
    return sorted(found)
