"""The content lines of one component (RFC 5545 section 3.1), whatever ends and folds them.

Lines are cut here and not by a library, because here nothing is lost that cannot be read: folds
of any kind, line ends of any kind, soft breaks of quoted-printable, letters without a charset.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from relate_desktop.formats.vcard.charsets import Decoded, can_decode, codec_for, decode, guess_encoding
from relate_desktop.formats.vcard.quoted_printable import decoded as decoded_quoted

LINE_LIMIT = 1 << 20
"""The longest value that is read, in bytes; longer ones stay in the raw component alone."""

_PHYSICAL = re.compile(rb"([^\r\n]*)(?:\r{0,4}\n|\r|\Z)")
_HEAD = re.compile(rb'(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)[ \t]*+((?:;[^:"]*+(?:"[^"]*+"[^:"]*+)*+)?):')
_LOOSE_HEAD = re.compile(rb"([A-Za-z0-9-]+)[ \t]*+((?:;[^:]*+)?):")
_PARAMETER = re.compile(rb';[ \t]*([A-Za-z0-9-]+)[ \t]*(?:=((?:[^;"]*+(?:"[^"]*+"|"(?=[^"]*\Z))?)*+))?')
_UNQUOTED_ZONE = re.compile(rb';TZID=[^;:"]*\Z', re.IGNORECASE)
_REST_OF_ZONE = re.compile(rb"[^:]{1,80}:(?=[0-9]{8}(?:[T,/]|\Z))")
"""What stands behind the colon in ``(UTC+01:00) Amsterdam``, where Exchange forgot its quotes."""
_SET_IN = re.compile(rb"[ \t]+(?=BEGIN[ \t]*:)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\;,:\"nN])")
_BY_CARET = {"^": "^", "n": "\n", "'": '"'}
_CARETS = re.compile(r"\^([\^n'])")
_QUOTED = re.compile(rb"(?i);(?:ENCODING=)?QUOTED-PRINTABLE")


@dataclass(frozen=True, slots=True)
class Line:
    """One content line: its name in capitals, its parameters as they stand, its value in bytes.

    ``parameters`` begins with its semicolon. ``number`` counts lines within the component, from 1;
    0 as the name means that the line is none. ``around`` is the component, from which the charset of
    letters is guessed that do not say theirs.
    """

    name: str
    parameters: bytes
    value: bytes = field(repr=False)
    number: int = 0
    around: bytes = field(default=b"", repr=False, compare=False)

    def parameter(self, name: bytes) -> str:
        """The value of a parameter without its quotes and carets (RFC 6868); empty where there is none."""
        if not self.parameters:
            return ""
        for found in _PARAMETER.finditer(self.parameters):
            if found[1].upper() == name and found[2] is not None:
                value, _ = decode(found[2].strip().strip(b'"'), None, lambda raw: guess_encoding([raw]))
                return _CARETS.sub(lambda sign: _BY_CARET[sign[1]], value) if "^" in value else value
        return ""

    @property
    def quoted(self) -> bool:
        """Whether the value is quoted-printable, as vCalendar 1.0 has it."""
        return _QUOTED.search(self.parameters) is not None

    @property
    def text(self) -> tuple[str, bool]:
        """The value as text, and whether its charset had to be guessed."""
        value = decoded_quoted(self.value)[0] if self.quoted else self.value
        if value.isascii():
            return value.decode("ascii"), False
        charset = self.parameter(b"CHARSET")
        declared = codec_for(charset) if charset else None
        text, sure = decode(value, declared, lambda raw: _guessed(self.around or raw))
        return text, sure is not Decoded.SURE


def content_lines(raw: bytes) -> Iterator[Line]:
    """The lines of a component, those of what is nested in it as well, in order."""
    pieces: list[bytes] = []
    begun = number = 0
    soft = False
    raw = set_out(raw)
    for found in _PHYSICAL.finditer(raw):
        if found.start() == len(raw):
            break
        number += 1
        piece = found[1]
        if pieces and soft:
            pieces[-1] = pieces[-1].rstrip(b" \t")[:-1]
            pieces.append(piece)
            soft = piece.rstrip(b" \t").endswith(b"=")
            continue
        if pieces and piece[:1] in {b" ", b"\t"}:
            pieces.append(piece[1:])
            continue
        if pieces:
            yield from _line(pieces, begun, raw)
        pieces, begun = [piece], number
        soft = piece.rstrip(b" \t").endswith(b"=") and _is_quoted(piece)
    if pieces:
        yield from _line(pieces, begun, raw)


@lru_cache(maxsize=8)
def _guessed(around: bytes) -> str:
    """The charset of those values of a component that do not say theirs, by all of them together."""
    found: list[bytes] = []
    for line in content_lines(around):
        value = decoded_quoted(line.value)[0] if line.quoted else line.value
        said = codec_for(line.parameter(b"CHARSET")) if not value.isascii() else "utf-8"
        if not any(can_decode(value, codec) for codec in (said, "utf-8") if codec):
            found.append(value)
    return guess_encoding(found)


def _is_quoted(piece: bytes) -> bool:
    head = _HEAD.match(piece)
    return head is not None and _QUOTED.search(head[2]) is not None


def _line(pieces: list[bytes], number: int, around: bytes) -> Iterator[Line]:
    whole = b"".join(pieces) if len(pieces) > 1 else pieces[0]
    if not whole.strip():
        return
    head = _HEAD.match(whole) or _LOOSE_HEAD.match(whole)
    if head is None:
        yield Line("", b"", whole, number, around)
        return
    parameters, value = head[2], whole[head.end() :]
    if parameters and b":" in value and _UNQUOTED_ZONE.search(parameters):
        rest = _REST_OF_ZONE.match(value)
        if rest is not None:
            parameters, value = parameters + b":" + rest[0][:-1], value[rest.end() :]
    yield Line(head[1].decode("ascii").upper(), parameters, value, number, around)


def set_out(raw: bytes) -> bytes:
    """A component of a file that is set in as a whole, without what stands before each of its lines."""
    margin = _SET_IN.match(raw)
    return raw if margin is None else re.sub(rb"(?:\A|(?<=[\r\n]))" + margin[0], b"", raw)


def unescaped(text: str) -> str:
    """Text without the backslashes of RFC 5545 section 3.3.11; those that escape nothing stay."""
    return _ESCAPE.sub(_unescape, text) if "\\" in text else text


def _unescape(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
