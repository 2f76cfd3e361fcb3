"""Text as people compare it and as it may safely be shown."""

import re
import unicodedata
from functools import lru_cache

LEFT_TO_RIGHT_ISOLATE = "\u2066"
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
ELLIPSIS = "…"
LONGEST_COMBINING_RUN = 8
LONGEST_NAME = 64

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
"""Marks of alphabets that are read without them, and characters nobody sees.

Vowel signs of Indic scripts, Thai tone marks and the voicing marks of kana are part of the
letter and stay.
"""

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ĸ": "k",
        "ŋ": "n",
        "ə": "e",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u02bb": "'",
        "\u0060": "'",
        "\u2010": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
    }
)
_NOT_A_DIGIT = re.compile(r"[^0-9]+")
_HIDDEN_NAMES = {
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
_BIDI = {code: f"[{name}]" for code, name in _HIDDEN_NAMES.items()}
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_HIGH_CONTROLS = {code: f"[{code:02X}]" for code in range(0x80, 0xA0)} | {0x2028: "\u2424", 0x2029: "\u2424"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_VISIBLE = _BIDI | _CONTROLS | _HIGH_CONTROLS | _SURROGATES


def fold(text: str) -> str:
    """The text as it is compared and searched: without case, accents and hidden characters.

    ``Łódź`` and ``lodz``, ``Straße`` and ``STRASSE``, ``Zoë`` and ``ZOE`` become the
    same; the script stays what it is. Spaces are left as they stand. Folding twice changes
    nothing more.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return _folded_name(text) if len(text) <= LONGEST_NAME else _folded(text)


def squeezed(text: str) -> str:
    """The text with every run of white space as one blank and none at either end."""
    return " ".join(text.split())


def digits(text: str) -> str:
    """The decimal digits of the text in any script, as ASCII digits, and nothing else."""
    if text.isascii():
        return _NOT_A_DIGIT.sub("", text)
    return "".join(str(unicodedata.decimal(letter)) for letter in text if letter.isdecimal())


def visible(text: str, limit: int | None = None, *, keep_lines: bool = False) -> str:
    """The text with nothing hidden in it: direction and control characters as visible marks.

    Runs of combining marks are capped, and the whole is cut at ``limit`` characters with an
    ellipsis. ``keep_lines`` leaves line ends and tabs as they are. What is stored never
    passes through here.
    """
    if limit is not None and len(text) > limit:
        text = text[: max(limit - 1, 0)] + ELLIPSIS
    if text.isascii() and text.isprintable():
        return text
    table = _LINED if keep_lines else _VISIBLE
    return _capped(text.translate(table))


def isolate(text: str) -> str:
    """The text for use inside a sentence, so that its direction does not disturb the rest.

    Direction characters of its own become visible marks: only ours remain.
    """
    if not text:
        return ""
    if not text.isascii():
        text = text.translate(_BIDI)
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def left_to_right(text: str) -> str:
    """A number or an address, which runs from left to right wherever it stands.

    A telephone number has no letter that would say so: between words of the other direction its
    groups would change places.
    """
    if not text:
        return ""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text.translate(_BIDI)}{POP_ISOLATE}"


def display(text: str, limit: int = 200) -> str:
    """A foreign text as one safe line: visible, at most ``limit`` characters, isolated."""
    return isolate(visible(text, limit))


def _folded(text: str) -> str:
    opened = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    if opened.isascii():  # as most texts with accents are by then; nothing further comes apart in them
        return opened.replace("`", "'")
    opened = _MARKS.sub("", unicodedata.normalize("NFKD", opened)).translate(_LETTERS)
    return unicodedata.normalize("NFC", opened)


_folded_name = lru_cache(maxsize=4096)(_folded)
"""Names are folded again and again: for order, for matching, for the search."""


def _capped(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.category(letter)[0] == "M" else 0
        if run <= LONGEST_COMBINING_RUN:
            kept.append(letter)
    return "".join(kept)


_LINED = {code: mark for code, mark in _VISIBLE.items() if code not in {0x09, 0x0A}}
