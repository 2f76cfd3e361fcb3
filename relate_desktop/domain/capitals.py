"""Names in capitals or in small letters throughout, written as names are."""

import re

_PARTICLES = frozenset(
    {
        *(
            "af",
            "al",
            "av",
            "bin",
            "bint",
            "da",
            "das",
            "de",
            "del",
            "della",
            "den",
            "der",
            "di",
            "do",
            "dos",
        ),
        *("du", "e", "el", "ibn", "la", "las", "le", "los", "of", "op", "ten", "ter", "the", "van", "vom"),
        *("von", "y", "zu", "zum", "zur"),
    }
)
"""Small words within a name."""
_KEPT = frozenset(
    {
        *("II", "III", "IV", "VI", "VII", "VIII", "MBA", "MD", "RN", "CPA", "DDS", "DVM", "JD", "BSC", "MSC"),
        *("JP", "KC", "QC", "MP", "OBE", "MBE", "CBE", "DJ", "MC"),
    }
)
"""What stays in capitals."""
_TITLES = {"phd": "PhD", "dr": "Dr", "dr.": "Dr.", "prof.": "Prof.", "jr": "Jr", "jr.": "Jr.", "sr.": "Sr."}
_PIECES = re.compile(r"[-’'.`]+")
_SHORTEST = 3
_LONGEST_SIGN = 4
"""A single word of so many capitals may be an abbreviation."""


def in_one_case(text: str) -> bool:
    """Whether a name is written in capitals, or several words of it in small letters, throughout."""
    words = text.split()
    cased = [word for word in words if word.lower() != word.upper()]
    if not cased:
        return False
    longest = max(sum(letter.isalpha() for letter in word) for word in cased)
    if text == text.upper():
        return longest >= _SHORTEST and (len(cased) > 1 or longest > _LONGEST_SIGN)
    return text == text.lower() and len(cased) > 1 and longest >= _SHORTEST


def in_name_case(text: str) -> str:
    """The name with a capital at the head of each word, small words and abbreviations as they are used."""
    words = text.split(" ")
    return " ".join(_word(word, first=place == 0) for place, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _TITLES:
        return _TITLES[lower]
    if word in _KEPT and word.isupper():
        return word
    if lower in _PARTICLES and not first:
        return lower
    marks = _PIECES.findall(lower)
    pieces = _PIECES.split(lower)
    written = [_capital(piece) for piece in pieces]
    return "".join(
        piece + (marks[place] if place < len(marks) else "") for place, piece in enumerate(written)
    )


def _capital(piece: str) -> str:
    if piece.startswith("mc") and len(piece) > _SHORTEST:
        return "Mc" + piece[2:3].upper() + piece[3:]
    return piece[:1].upper() + piece[1:]
