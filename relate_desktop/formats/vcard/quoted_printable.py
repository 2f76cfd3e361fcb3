"""Quoted-printable values (RFC 2045 section 6.7) as vCard 2.1 producers write them."""

import binascii
import re

from relate_desktop.formats.vcard.cards import NEWLINE

SOFT_LIMIT = 50_000
"""How many soft breaks a value may have."""

_SOFT = re.compile(rb"=[ \t]*\Z")
_DAMAGED = re.compile(rb"=(?![0-9A-Fa-f]{2})")
_LINE = re.compile(rb"[^\r\n]*+")
_NEWLINE = re.compile(NEWLINE)
_BLANK_BEFORE_CODE = re.compile(NEWLINE + rb"(?==[0-9A-Fa-f]{2})")
_PROPERTY = re.compile(
    rb"(?:[\w-]+\.)?(?:FN|N|TEL|EMAIL|ADR|ORG|TITLE|ROLE|URL|NOTE|BDAY|PHOTO|LOGO|SOUND|KEY|REV|UID|LABEL|"
    rb"NICKNAME|CATEGORIES|GEO|TZ|IMPP|PRODID|CLASS|X-[A-Z0-9-]+|END|BEGIN|VERSION)"
    rb"((?:;[^:\r\n]*+)?):(?![ \t])"
)
_ENCODED = re.compile(rb"QUOTED-PRINTABLE|BASE64|ENCODING=B", re.IGNORECASE)
_LINE_BREAK = re.compile(rb"(?:=0[DdAa]|[ \t])\Z")


def decoded(value: bytes) -> tuple[bytes, bool]:
    """The bytes a value without soft breaks stands for, and whether it was damaged."""
    return binascii.a2b_qp(value), _DAMAGED.search(value) is not None


def ends_softly(line: bytes) -> bool:
    """Whether the value goes on in the next line."""
    return _SOFT.search(line) is not None


def soft_lines(raw: bytes, start: int, end: int) -> tuple[list[bytes], int]:
    """The lines after a soft break that belong to its value, and where the next property begins.

    A soft break that leads to an empty line or to another property leads nowhere; an empty line
    before more codes is one that something put between all lines.
    """
    lines: list[bytes] = []
    while start < end and len(lines) < SOFT_LIMIT:
        blank = _BLANK_BEFORE_CODE.match(raw, start, end)
        begin = blank.end() if blank else start
        found = _LINE.match(raw, begin, end)
        line = found.group() if found else b""
        if not line or _is_property(line):
            break
        lines.append(line)
        newline = _NEWLINE.match(raw, begin + len(line), end)
        start = newline.end() if newline else begin + len(line)
        if not ends_softly(line):
            break
    return lines, start


def _is_property(line: bytes) -> bool:
    """Whether a line after a soft break is no text: text, too, may begin with ``TEL:``."""
    found = _PROPERTY.match(line)
    if found is None:
        return False
    return not ends_softly(line) or _ENCODED.search(found[1]) is not None


def joined(lines: list[bytes]) -> bytes:
    """Physical lines of one property as one, soft breaks and folds taken out.

    After a soft break a leading blank belongs to the text, except where every line of the
    property is indented: then it is the fold of a producer that does both.
    """
    if len(lines) == 1:
        return _SOFT.sub(b"", lines[0])
    indented = all(line[:1] in (b" ", b"\t") for line in lines[1:])
    pieces: list[bytes] = []
    soft = False
    for number, line in enumerate(lines):
        piece = line
        if number and (not soft or indented) and line[:1] in (b" ", b"\t"):
            before = pieces[-1]
            piece = line.lstrip(b" \t") if soft and _LINE_BREAK.search(before) else line[1:]
        soft = ends_softly(piece)
        pieces.append(_SOFT.sub(b"", piece) if soft else piece)
    return b"".join(pieces)
