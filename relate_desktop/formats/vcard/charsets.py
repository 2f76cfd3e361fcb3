"""Bytes to text: declared charset, strict UTF-8, damaged UTF-8, then a guess for the whole file.

The order is that of real files: what a property declares beats what can be guessed, and text
that is valid UTF-8 is UTF-8 even where an old Latin charset is still declared beside it.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import lru_cache

from relate_desktop.formats.vcard.plausible import CANDIDATES, plausibility

_NAME = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")
_WIDER = {
    "ascii": "utf-8",
    "utf-8": "utf-8",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "cp950",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
"""Charsets read with the larger one that contains them, as every browser does."""
_FAMILIES = re.compile(
    r"iso8859-\d+|cp(?:125\d|437|737|775|8\d\d|9\d\d)|euc_\w+|shift_jis\w*|gb\w+|hz|big5\w*|"
    r"koi8-\w|iso2022_\w+|mac-\w+|johab|utf-8"
)
_LATIN = frozenset({"cp1252", "iso8859-15"})
_DECLARED = re.compile(rb"(?i);[ \t]*CHARSET=\"?([\w.:+-]{1,40})")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT_OFF = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
"""A character that its author cut in two, counting bytes."""
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_LATIN_GUESSES = frozenset({"cp1252", "cp1250", "cp1254", "iso8859-2", "iso8859-15", "iso8859-16"})
_OTHER_GUESSES = frozenset(
    {
        *("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp1253", "iso8859-7", "cp1255", "iso8859-8", "cp1256"),
        *("iso8859-6", "cp874", "gb18030", "cp950", "big5hkscs", "cp932", "euc_jp", "cp949"),
    }
)
_GUESSES_TRIED = 4
_LOOKED_AT = 3_000
"""How many bytes are enough to tell what names look like."""
_CONVINCING = 0.5
"""How much of a text has to look like names in a charset."""


class Decoded(Enum):
    """How sure a decoding is."""

    SURE = 0
    GUESSED = 1
    DAMAGED = 2


@lru_cache(maxsize=512)
def codec_for(declared: str) -> str | None:
    """The Python codec for a declared charset; None when nobody knows it or it is no text."""
    if not _NAME.fullmatch(declared):
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if _FAMILIES.fullmatch(name) else None


def decode(raw: bytes, declared: str | None, guess: Callable[[bytes], str]) -> tuple[str, Decoded]:
    """``raw`` as text; never raises. ``declared`` is a codec, ``guess`` names one when needed."""
    for codec in (declared if declared not in _LATIN else None, "utf-8"):
        text = _strictly(raw, codec) if codec else None
        if text is not None:
            return text, Decoded.SURE
    if declared in _LATIN:
        return _single_byte(raw, declared or "cp1252"), Decoded.SURE
    whole, stray = _utf8_in(raw)
    if whole > stray or (declared == "utf-8" and whole == stray) or _is_cut_off(raw):
        return raw.decode("utf-8", "replace"), Decoded.DAMAGED
    if declared not in {None, "utf-8"}:
        return raw.decode(declared or "utf-8", "replace"), Decoded.DAMAGED
    return _single_byte(raw, guess(raw)), Decoded.GUESSED


def declared_elsewhere(block: bytes) -> tuple[str, ...]:
    """The codecs that lines of a file declare, other than UTF-8, the most frequent one first."""
    found = Counter(codec_for(one.decode("ascii")) for one in _DECLARED.findall(block))
    return tuple(codec for codec, _ in found.most_common() if codec is not None and codec != "utf-8")


def can_decode(raw: bytes, codec: str) -> bool:
    """Whether every byte is text in this charset."""
    return _strictly(raw, codec) is not None


def mostly_utf8(raw: bytes) -> bool:
    """Whether there are more whole UTF-8 characters than stray bytes beyond ASCII."""
    whole, stray = _utf8_in(raw)
    return whole > stray


def _is_cut_off(raw: bytes) -> bool:
    """Whether there is UTF-8 but for a last character that is not all there."""
    cut = _CUT_OFF.search(raw)
    before = b"" if cut is None else raw[: cut.start()]
    return not before.isascii() and _strictly(before, "utf-8") is not None


def _utf8_in(raw: bytes) -> tuple[int, int]:
    """How many whole UTF-8 characters beyond ASCII there are, and how many other bytes."""
    whole = _SEQUENCE.findall(raw)
    return len(whole), len(_HIGH.findall(raw)) - sum(map(len, whole))


def guess_encoding(samples: Iterable[bytes]) -> str:
    """The charset of undecodable values of one file; ``cp1252`` when nothing speaks for another.

    Names are short, and on little text the statistics of chardet prefer rare charsets. So a
    charset in which the text looks like names comes first, and of what chardet says only what fits.
    """
    lines = [line for sample in samples for line in sample.splitlines() if not line.isascii()]
    looked_at = list(_up_to(lines, _LOOKED_AT))
    most, best = 0.0, "cp1252"
    for codec in CANDIDATES:
        if (found := plausibility(looked_at, codec)) > most:
            most, best = found, codec
    return best if most >= _CONVINCING else _by_statistics(b"\n".join(lines))


def _up_to(lines: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The first lines, and what fits of the one that is too much."""
    for line in lines:
        if most <= 0:
            return
        if len(line) > most:
            # a blank is never half of a character, and most characters of two bytes stand side by side
            blank = line.rfind(b" ", 0, most)
            line = line[: blank if blank > 0 else most & ~1]  # noqa: PLW2901 - the beginning is enough
        yield line
        most -= len(line)


def _by_statistics(sample: bytes) -> str:
    """What chardet takes for likely, if it fits: in Latin languages half of a word's letters are ASCII."""
    import chardet  # noqa: PLC0415 - slow to import and rarely needed

    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    latin = sum(map(_is_latin, words)) * 2 >= len(words)
    believed = _LATIN_GUESSES if latin else _OTHER_GUESSES
    for found in chardet.detect_all(sample)[:_GUESSES_TRIED]:
        codec = codec_for(found["encoding"] or "")
        if codec in believed and _strictly(sample, codec) is not None:
            return codec
        if latin:
            break
    return "cp1252"


def _is_latin(word: bytes) -> bool:
    high = _HIGH.findall(word)
    leading_bytes = len(high) >= 2 and all(byte < b"\xa0" for byte in high)
    return len(high) * 2 <= len(word) and not leading_bytes


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeError:
        return None


def _single_byte(raw: bytes, codec: str) -> str:
    for candidate in (codec, "cp1252"):
        text = _strictly(raw, candidate)
        if text is not None:
            return text
    return raw.decode("latin-1")
