"""How much like names and words a text looks that bytes of an unknown charset may be."""

import re
from collections.abc import Iterable, Iterator

from relate_desktop.formats.vcard import alphabets
from relate_desktop.formats.vcard.alphabets import LANGUAGES

_CASED = {
    **dict.fromkeys(("cp1251", "koi8-r", "koi8-u"), alphabets.CYRILLIC),
    "cp1253": alphabets.GREEK,
    "iso8859-5": alphabets.CYRILLIC,
    "iso8859-7": alphabets.GREEK,
}
_UNCASED = {
    **dict.fromkeys(("cp1255", "iso8859-8"), alphabets.HEBREW),
    **dict.fromkeys(("cp1256", "iso8859-6"), alphabets.ARABIC),
    "cp874": alphabets.THAI,
}
_CHARACTERS = {
    "gb18030": (alphabets.SIMPLIFIED, b"\xb0", b"\xd7"),
    "cp950": (alphabets.TRADITIONAL, b"\xa4", b"\xc6"),
    "cp949": (alphabets.KOREAN, b"\xb0", b"\xc8"),
    "cp932": (alphabets.JAPANESE, b"\x88", b"\x98"),
    "euc_jp": (alphabets.JAPANESE, b"\xb0", b"\xcf"),
}
"""The characters of names, and the first bytes between which the more frequent others have theirs."""

CANDIDATES = (*LANGUAGES, *_CASED, *_UNCASED, *_CHARACTERS)
"""All charsets judged here; of equals the first is meant."""

_WORD = re.compile(r"[^\W\d_][^\s\x21-\x40\x5b-\x60\x7b-\x7f]*")
_SIGNS = frozenset(
    "–—\u2018\u2019\u201a“”„…·•°§€£©®™«»\xa0\xb4\u3000、。・「」\uff08\uff09\uff1a\uff1b\uff0d\uff5e"
)
_CLOSING = frozenset("…°€£©®™”»")
"""Signs that no word follows without a blank."""
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_SMALL_KANA = re.compile(r"[\uff65-\uff9f]")
_ODD_SMALL_KANA = re.compile(r"(?:(?<![\uff65-\uff9f])|(?<![\uff76-\uff84\uff8a-\uff8e]))[\uff9e\uff9f]")
_MISPLACED = re.compile(
    r"[ךםןףץ](?=[א-ת])|\u03c3(?![\u0370-\u03ff])|ς(?=[\u0370-\u03ff])|^[ءЪЬЫъьΪΫ]|[ةى](?=[ء-ي])"
)
"""Letters that have another form at the end of a word, or never stand there or at its beginning."""


def plausibility(lines: Iterable[bytes], codec: str) -> float:
    """From 0 to 1: how much of what is not ASCII is what this charset's languages write."""
    good = whole = 0.0
    for line in lines:
        try:
            text = line.decode(codec)
        except UnicodeError:
            return 0
        for weight, likeness in _judged(text, codec):
            whole += weight
            good += weight * likeness
    return good / whole if whole else 0


def _judged(text: str, codec: str) -> Iterator[tuple[int, float]]:
    """The words of a text that are not ASCII with their lengths, and signs between them."""
    if codec in _CHARACTERS:
        yield from ((2, _character(one, at, text, codec)) for at, one in enumerate(text) if one > "\x7f")
        return
    for found in _WORD.finditer(text):
        word = found.group()
        if not word.isascii():
            likeness = _word(word, codec)
            # A word in two scripts speaks against a charset with all its letters.
            yield len(word) if not likeness else sum(one > "\x7f" for one in word), likeness
    for at, sign in enumerate(_WORD.sub(lambda found: " " * len(found.group()), text)):
        if sign > "\x7f":
            begins = sign in _CLOSING and text[at + 1 : at + 2].isalpha()
            yield 1, 0.5 if sign in _SIGNS and not begins else 0.0


def _word(word: str, codec: str) -> float:
    if codec in LANGUAGES:
        return _latin(word, codec)
    if codec in _UNCASED:
        fits = _UNCASED[codec].fullmatch(word) is not None and _MISPLACED.search(word) is None
        spoken = codec != "cp874" or alphabets.THAI_VOWEL.search(word)
        return (0.72 if spoken and len(word) > 1 else 0.5) if fits else 0.0
    if _CASED[codec].fullmatch(word) is None or _MISPLACED.search(word):
        return 0.0
    vowels = sum(letter in alphabets.CASED_VOWELS for letter in word.lower()) / len(word)
    share = 1.0 if 0.24 < vowels < 0.76 else 0.6 if vowels else 0.2
    # What KOI8 has as capitals are the small letters of others.
    capitals = 0.65 if codec.startswith("koi8") else 0.74
    case = 0.9 if word.istitle() else capitals if word.isupper() else 0.6 if word.islower() else 0.0
    return share * case


def _latin(word: str, codec: str) -> float:
    if any(one.isupper() and one > "\x7f" for one in word[1:]) and not word.isupper():
        return 0.0
    lower = word.replace("İ", "i").lower()
    letters = frozenset(letter for letter in lower if letter > "\x7f")
    share = 1.0 if sum(letter > "\x7f" for letter in word) * 2 <= len(word) else 0.6
    return share * max(
        (one.weight for one in LANGUAGES[codec] if letters <= one.letters and not one.never.search(lower)),
        default=0.0,
    )


def _character(one: str, at: int, text: str, codec: str) -> float:
    """How likely a character of a script without letters stands in names of this charset."""
    if one in _SIGNS:
        return 0.5
    beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    mixed = 0.3 if re.search("[A-Za-z]", beside) else 1.0
    names, first, last = _CHARACTERS[codec]
    if one in names:
        return mixed
    if names is alphabets.JAPANESE and _KANA.fullmatch(one):
        return 0.9 * mixed
    if names is alphabets.JAPANESE and _SMALL_KANA.fullmatch(one):
        return 0.0 if _ODD_SMALL_KANA.match(text, at) else 0.5 * mixed
    raw = one.encode(codec)
    frequent = len(raw) == 2 and first <= raw[:1] <= last and (codec != "gb18030" or raw[1] > 0xA0)
    return (0.6 if frequent else 0.1) * mixed
