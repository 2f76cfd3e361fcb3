"""Text that was read in the wrong alphabet, put right: ``MÃ¼ller``, ``M=C3=BCller``, ``M&uuml;ller``.

Only what is surely garbled is touched: runs of letters that, written back in the alphabet they
were read in, are well-formed UTF-8 of plausible letters.
"""

import html
import re

_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}){2,}")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_ALPHABETS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
_PUNCTUATION = frozenset("\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u00b7\u00b4")
_MOST_TURNS = 3


def ungarbled(text: str) -> str:
    """The text as it was meant; the same text where nothing is garbled."""
    text = _RUN.sub(lambda found: _read_again(found.group(), _MOST_TURNS), text)
    text = _QUOTED.sub(_unquoted, text)
    return _ENTITY.sub(_unescaped, text)


def _read_again(text: str, turns: int) -> str:
    """The letters as they were before they were read wrongly, perhaps several times over."""
    for alphabet in _ALPHABETS:
        try:
            read = _bytes(text, alphabet).decode("utf-8")
        except UnicodeError:
            continue
        if turns > 1:
            read = _read_again(read, turns - 1)
        if read != text and all(map(_plausible, read)):
            return read
    return text


def _bytes(text: str, alphabet: str) -> bytes:
    """The bytes the text was read from; the gaps of Windows-1252 are the controls of Latin-1."""
    if alphabet != "cp1252":
        return text.encode(alphabet)
    return b"".join(
        bytes([ord(letter)]) if 0x80 <= ord(letter) <= 0x9F else letter.encode(alphabet) for letter in text
    )


def _unquoted(found: re.Match[str]) -> str:
    try:
        read = bytes.fromhex(found.group().replace("=", "")).decode("utf-8")
    except UnicodeError:
        return found.group()
    return read if all(map(_plausible, read)) else found.group()


def _unescaped(found: re.Match[str]) -> str:
    read = html.unescape(found.group())
    return read if len(read) == 1 and (_plausible(read) or read in "&'") else found.group()


def _plausible(letter: str) -> bool:
    """Whether it belongs into a name."""
    return letter.isalpha() or letter in _PUNCTUATION
