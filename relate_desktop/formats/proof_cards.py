"""A written file cut into its cards again, by counting bytes and END lines and nothing cleverer."""

import base64
import binascii
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

LARGEST_LINE = 1 << 20
"""A longer line is kept from the other reader, which needs 140 times its size in memory."""

_END = b"END:VCARD\r\n"
_LINE_END = b"\r\n"
_HEAD = re.compile(rb'((?:[^:"]|"[^"]*")*):')
_NAME = re.compile(rb"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)")
_ENCODED = re.compile(rb";ENCODING=b(?:[;]|\Z)", re.IGNORECASE)
_DATA = re.compile(rb"data:[^,]*;base64,", re.IGNORECASE)
_TRIPS = frozenset({"PROFILE"})


def fresh_cards(stream: BinaryIO) -> Iterator[bytes]:
    """The cards of a freshly written file; what stands behind the last END is answered as a card too."""
    lines: list[bytes] = []
    for line in stream:
        lines.append(line)
        if line == _END:
            yield b"".join(lines)
            lines.clear()
    if lines:
        yield b"".join(lines)


def card_of_size(stream: BinaryIO, size: int) -> bytes:
    """The next bytes of a file of cards as they came, without the line ends between cards."""
    while (first := stream.read(1)) and first in _LINE_END:
        continue
    return first + stream.read(size - 1) if first else b""


def embedded_in(card: bytes) -> Counter[tuple[str, str]]:
    """Name and content hash of every base64 text and ``data:`` URI in a fresh card."""
    found: Counter[tuple[str, str]] = Counter()
    if b"base64," not in card and b"ENCODING=b" not in card:
        return found
    for line in card.replace(b"\r\n ", b"").split(_LINE_END):
        head = _HEAD.match(line)
        if head is None:
            continue
        text = line[head.end() :]
        data = _DATA.match(text)
        if data is not None:
            text = text[data.end() :]
        elif _ENCODED.search(head[1]) is None:
            continue
        try:
            content = base64.b64decode(text, validate=True)
        except binascii.Error:
            continue
        found[_name(line), hashlib.sha256(content).hexdigest()] += 1
    return found


def handed_over(card: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The card without the lines that the other reader cannot take, and their names."""
    large = len(card) > LARGEST_LINE or b";base64," in card
    if not large and b"PROFILE" not in card.upper():
        return card, ()
    kept: list[bytes] = []
    cut: list[str] = []
    for line in re.split(rb"\r\n(?![ \t])", card):
        name = _name(line)
        if len(line) > LARGEST_LINE or name in _TRIPS or _is_data_uri(line):
            cut.append(name)
        else:
            kept.append(line)
    return _LINE_END.join(kept), tuple(cut)


def _is_data_uri(line: bytes) -> bool:
    """Whether the value is embedded as the other reader never reads it, at a price for each byte."""
    head = line[:400].replace(b"\r\n ", b"")
    return b":data:" in head and b";base64," in head


def _name(line: bytes) -> str:
    found = _NAME.match(line)
    return "" if found is None else found[1].decode("ascii").upper()
