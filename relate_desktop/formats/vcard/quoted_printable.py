"""Quoted-printable values (RFC 2045 section 6.7) as vCard 2.1 producers write them."""

import binascii
import re

_SOFT = re.compile(rb"=[ \t]*\Z")
_DAMAGED = re.compile(rb"=(?![0-9A-Fa-f]{2})")
_LINE_BREAK = re.compile(rb"(?:=0[DdAa]|[ \t])\Z")


def decoded(value: bytes) -> tuple[bytes, bool]:
    """The bytes a value without soft breaks stands for, and whether it was damaged."""
    return binascii.a2b_qp(value), _DAMAGED.search(value) is not None


def ends_softly(line: bytes) -> bool:
    """Whether the value goes on in the next line."""
    return _SOFT.search(line) is not None


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
