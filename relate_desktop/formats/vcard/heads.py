"""The part of a line before its colon: group, name and parameters, read once per spelling."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from relate_desktop.domain.property import Parameter
from relate_desktop.domain.vocabulary import understood
from relate_desktop.formats.vcard.charsets import codec_for, decode
from relate_desktop.formats.vcard.quoted_printable import decoded as unquoted
from relate_desktop.formats.vcard.spelling import MEDIA_NAMES, Spelling, spelling_of

PARAMETER_LIMIT = 64
CACHED_LENGTH = 256
"""Longer heads are read anew each time, so that a hostile file cannot fill the memory."""

STRUCTURE_NAMES = frozenset({"BEGIN", "END", "VERSION"})
"""Lines that frame a card and are no properties of the person."""

_NAME = re.compile(r"[\w/+-]+(?:[.][\w/+-]+)*", re.ASCII)
_SPACED_NAME = re.compile(r"(?:[\w-]+\.)*(?:[Xx]-[\w/+. -]+|[A-Z][A-Z0-9/_-]*(?: [A-Z0-9/_-]+)+)", re.ASCII)
# an atomic group and not a possessive one: Python 3.11.2 forgets to go back behind the last failing turn
_HEAD = re.compile(rb'(?>(?:[^":]++|"[^"]*+")*)(?=:)')
_PIECES = {
    ";": re.compile(r'(?:[^";]++|"[^"]*+"|")*+'),
    ",": re.compile(r'(?:[^",]++|"[^"]*+"|")*+'),
}
_ENCODINGS = {
    "QUOTED-PRINTABLE": "q",
    "Q": "q",
    "BASE64": "b",
    "B": "b",
}
_COMMA_FOR_SEMICOLON = re.compile(
    r"([\w.-]+),((?:TYPE|PREF|VALUE|LANGUAGE|CHARSET|ENCODING)=.*)", re.ASCII | re.DOTALL | re.IGNORECASE
)
_LABEL_IN_BRACKETS = re.compile(r"X-CUSTOM\((?:([^()]*),)?([^(),]*)\)", re.IGNORECASE)
_CARET = re.compile(r"\^([n'^])")
_CARET_MEANING = {"n": "\n", "'": '"', "^": "^"}
_SPECIAL = {
    Spelling.TEXT: re.compile(rb"[\\,;]"),
    Spelling.LIST: re.compile(rb"[\\;]"),
    Spelling.STRUCTURE: re.compile(rb"[\\,]"),
    Spelling.LISTS: re.compile(rb"\\"),
    Spelling.PLAIN: re.compile(rb"\\"),
    Spelling.AS_WRITTEN: re.compile(rb"[\r\n]"),
}


@dataclass(frozen=True, slots=True)
class Head:
    """All that a line says before its value."""

    name: str
    key: str
    group: str | None
    parameters: tuple[Parameter, ...]
    spelling: Spelling
    encoding: str
    """``q`` quoted-printable, ``b`` base64, else empty."""
    charset: str | None
    """The codec of a known declared charset."""
    unknown_charset: str | None
    """A declared charset that nobody knows."""
    words: frozenset[str]
    """Types and bare words in upper case."""
    media_type: str
    understood: bool
    overflow: int
    """How many parameters were beyond the limit."""
    one_line: bool
    """Whether the value is all in its line, if that is not folded: no media, no frame of a card."""
    simple: bool
    """Whether, moreover, the value is plain bytes: no encoding, no charset of its own."""
    special: Callable[[bytes], object]
    """Finds what in a value needs rewriting into the canonical spelling."""


def head_of(raw: bytes, version: str) -> Head | None:
    """The head in these unfolded bytes; None when they are not one."""
    if len(raw) <= CACHED_LENGTH:
        return _cached_head(raw, version)
    return _read_head(raw, version)


@lru_cache(maxsize=8192)
def _cached_head(raw: bytes, version: str) -> Head | None:
    return _read_head(raw, version)


def colon_of(raw: bytes, start: int, end: int) -> int:
    """Where the colon outside quotes is that ends the head; -1 when there is none.

    A quote that is never closed does not count.
    """
    colon = raw.find(b":", start, end)
    if colon < 0 or raw.find(b'"', start, colon) < 0:
        return colon
    quoted = _HEAD.match(raw, start, end)
    return colon if quoted is None else quoted.end()


def _read_head(raw: bytes, version: str) -> Head | None:
    text, _ = decode(raw, None, lambda _: "cp1252")
    pieces = _split_quoted(text, ";", PARAMETER_LIMIT + 1)
    overflow = 0
    if len(pieces) > PARAMETER_LIMIT + 1:
        overflow = pieces.pop().count(";") + 1
    if misspelt := _COMMA_FOR_SEMICOLON.fullmatch(pieces[0].strip()):
        pieces[:1] = misspelt.groups()
    full_name = pieces[0].strip()
    if not (_NAME.fullmatch(full_name) or _SPACED_NAME.fullmatch(full_name)):
        return None
    group, _, name = full_name.rpartition(".")
    parameters = tuple(_parameter(piece, version) for piece in pieces[1:] if piece.strip())
    return _described(name, group or None, parameters, overflow, version)


def _described(
    name: str, group: str | None, parameters: tuple[Parameter, ...], overflow: int, version: str
) -> Head:
    key = name.upper()
    words = _words(parameters)
    named = {item.name.upper(): item.values for item in parameters if item.name is not None}
    encoding = _encoding(named.get("ENCODING", ()), words)
    declared = next(iter(named.get("CHARSET", ())), None)
    charset = codec_for(declared) if declared else None
    value_type = next(iter(named.get("VALUE", ())), "").lower()
    spelling = spelling_of(key, value_type, words)
    one_line = encoding != "b" and key not in MEDIA_NAMES and key not in STRUCTURE_NAMES
    special = _SPECIAL[spelling]
    if spelling is Spelling.LISTS and version == "2.1":
        special = _SPECIAL[Spelling.STRUCTURE]
    return Head(
        name,
        key,
        group,
        parameters,
        spelling,
        encoding,
        charset,
        declared if declared and charset is None else None,
        words,
        next(iter(named.get("MEDIATYPE", ())), "").lower(),
        understood(key),
        overflow,
        one_line,
        one_line and not (encoding or declared or overflow),
        special.search,
    )


def _words(parameters: tuple[Parameter, ...]) -> frozenset[str]:
    return frozenset(
        word.strip().upper()
        for item in parameters
        if item.name is None or item.name.upper() == "TYPE"
        for value in item.values
        for word in value.split(",")
    )


def _encoding(declared: tuple[str, ...], words: frozenset[str]) -> str:
    for value in declared:
        if value.upper() in _ENCODINGS:
            return _ENCODINGS[value.upper()]
    for word, encoding in _ENCODINGS.items():
        if len(word) > 1 and word in words:
            return encoding
    return ""


def _parameter(text: str, version: str) -> Parameter:
    if label := _LABEL_IN_BRACKETS.fullmatch(text.strip()):
        return Parameter(None, (_bracketed_label(label[1] or "", label[2]),))
    equals = text.find("=")
    quote = text.find('"')
    if equals <= 0 or -1 < quote < equals or not text[:equals].strip():
        return Parameter(None, tuple(_value(item) for item in _split_quoted(text.strip(), ",")))
    name = text[:equals].strip()
    values = [_value(item) for item in _split_quoted(text[equals + 1 :], ",")]
    if version == "4.0":
        values = [_CARET.sub(_caret, value) if "^" in value else value for value in values]
    if name.upper() == "TYPE":
        values = [value[5:] if value[:5].upper() == "TYPE=" else value for value in values]
    if name.upper() == "LABEL":
        values = [value.replace("\\n", "\n").replace("\\N", "\n") for value in values]
    return Parameter(name, tuple(values))


def _bracketed_label(encoding: str, text: str) -> str:
    """The user's own type as Samsung writes it, ``X-CUSTOM(CHARSET=UTF-8,ENCODING=…,=D7=A0)``, read."""
    if "QUOTED-PRINTABLE" in encoding.upper():
        declared = next((one[8:] for one in encoding.split(",") if one[:8].upper() == "CHARSET="), "utf-8")
        content, _ = unquoted(text.encode())
        text, _ = decode(content, codec_for(declared), lambda _: "cp1252")
    return f"X-{text}"


def _caret(match: re.Match[str]) -> str:
    return _CARET_MEANING[match.group(1)]


def _value(text: str) -> str:
    value = text.strip()
    if value.startswith('\\"') and value.endswith('\\"') and len(value) >= 4:
        return value[2:-2]
    if '"' in value:
        return value.replace('"', "")
    return value


def _split_quoted(text: str, separator: str, most: int | None = None) -> list[str]:
    """``text`` at separators outside quotes; beyond ``most`` pieces the rest comes as one.

    A quote that is never closed does not count.
    """
    if '"' not in text:
        return text.split(separator, -1 if most is None else most)
    piece = _PIECES[separator]
    parts: list[str] = []
    at = 0
    while most is None or len(parts) < most:
        found = piece.match(text, at)
        at = found.end() if found else at
        parts.append(found.group() if found else "")
        if at >= len(text):
            return parts
        at += 1
    parts.append(text[at:])
    return parts
