"""A line cut into words, numbers and signs, each with its place in the line."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from relate_desktop.domain.text import fold

LONGEST_LINE = 2000
"""Letters of a line that are read; what stands behind them is kept and not understood."""


class TokenKind(StrEnum):
    """What a token is, as far as its letters tell."""

    WORD = "word"
    NUMBER = "number"
    """Digits alone, or with a fraction: ``20``, ``1.5``, ``1,5``."""
    ORDINAL = "ordinal"
    """A number in an order: ``30th``, ``15.``; its ``folded`` text is the digits."""
    CLOCK = "clock"
    """``14:30``."""
    STRETCH = "stretch"
    """``9:15-9:45``."""
    ISO_DATE = "iso_date"
    DATE = "date"
    """``23/11``, ``16.11.``, ``16.11.2026``."""
    MIXED = "mixed"
    """Digits and letters: ``20m``, ``1h15``, ``9am``."""
    ADDRESS = "address"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``folded`` is its text as it is compared; ``start`` and ``end`` are places in the line."""

    text: str
    folded: str
    start: int
    end: int
    kind: TokenKind

    @property
    def capital(self) -> bool:
        """Whether it begins like a name; scripts without capitals count as if it did."""
        return self.kind is TokenKind.WORD and not self.text[0].islower()


_LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""(?P<address>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}})
    |(?P<iso_date>\d{{4}}-\d{{1,2}}-\d{{1,2}}(?!\d))
    |(?P<stretch>\d{{1,2}}:\d{{2}}\s?[-\u2013]\s?\d{{1,2}}:\d{{2}}(?!\d))
    |(?P<clock>\d{{1,2}}:\d{{2}}(?!\d))
    |(?P<date>\d{{1,2}}/\d{{1,2}}(?:/(?:\d{{4}}|\d{{2}}))?(?!\d)|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})?(?!\d))
    |(?P<mixed>\d+(?:[.,]\d{{1,3}})?{_LETTERS}{{1,12}}\d{{0,2}}(?!\w))
    |(?P<number>\d+(?:[.,]\d{{1,3}}(?!\d))?)
    |(?P<word>[wW]/(?=\s)|{_LETTERS}\w*(?:[-'\u2019]\w+)*)
    |(?P<sign>'(?:ll|s|re|ve|d|m)\b|\S)""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(.+?)(['\u2019](?:ll|s|re|ve|d|m))", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


def tokenize(
    line: str, *, dot_ordinals: bool, titles: Collection[str] = (), dotted: Collection[str] = ()
) -> tuple[Token, ...]:
    """The tokens of the line in order.

    ``dot_ordinals`` is whether ``15.`` is the fifteenth. The dot behind one of the ``titles``
    and ``dotted`` short forms belongs to them. English clitics stand alone: ``she'll`` is
    ``she`` and ``'ll``.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(line[:LONGEST_LINE]):
        tokens.extend(_tokens(match))
    return tuple(_joined(tokens, dot_ordinals, titles, dotted))


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of a table, cut and folded as those of a line."""
    return tuple(token.folded for token in tokenize(phrase, dot_ordinals=False))


def _tokens(match: re.Match[str]) -> Iterator[Token]:
    kind = TokenKind(match.lastgroup or "sign")
    text, start = match[0], match.start()
    if kind is TokenKind.WORD and (clitic := _CLITIC.fullmatch(text)):
        cut = start + len(clitic[1])
        yield Token(clitic[1], _folded(clitic[1]), start, cut, kind)
        yield Token(clitic[2], _folded(clitic[2]), cut, match.end(), TokenKind.SIGN)
    elif kind is TokenKind.MIXED and (ordinal := _ORDINAL.fullmatch(text)):
        yield Token(text, ordinal[1], start, match.end(), TokenKind.ORDINAL)
    else:
        yield Token(text, _folded(text), start, match.end(), kind)


def _joined(
    tokens: Sequence[Token], dot_ordinals: bool, titles: Collection[str], abbreviated: Collection[str]
) -> Iterator[Token]:
    """The tokens with dots that end no sentence given to what stands before them."""
    skip = False
    for index, token in enumerate(tokens):
        if skip:
            skip = False
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        dotted = following is not None and following.text == "." and following.start == token.end
        initial = dotted and index > 0 and len(token.text) == 1 and token.text.isupper()
        if initial and tokens[index - 1].capital and token.kind is TokenKind.WORD:
            skip = True
            yield Token(token.text + ".", token.folded + ".", token.start, token.end + 1, TokenKind.WORD)
        elif dotted and token.kind is TokenKind.WORD and token.folded in titles:
            skip = True
            yield Token(token.text + ".", token.folded, token.start, token.end + 1, TokenKind.WORD)
        elif dotted and token.folded in abbreviated and token.kind is TokenKind.WORD:
            skip = True
            yield Token(token.text + ".", token.folded + ".", token.start, token.end + 1, TokenKind.WORD)
        elif dotted and dot_ordinals and token.kind is TokenKind.NUMBER and len(token.text) <= 2:
            skip = True
            yield Token(token.text + ".", token.folded, token.start, token.end + 1, TokenKind.ORDINAL)
        else:
            yield token


def _folded(text: str) -> str:
    return fold(text)
