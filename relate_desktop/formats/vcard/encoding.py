"""The encoding of a whole file: UTF-16 and UTF-32 become UTF-8 block by block, the rest stays as it is."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

BLOCK = 1 << 20
"""Bytes read at once; what is held in memory does not grow with the file."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding_of(head: bytes) -> str:
    """``utf-16-le``, ``utf-16-be``, ``utf-32-le``, ``utf-32-be`` or else ``utf-8``, by the first bytes.

    A file without a mark counts as UTF-16 where every other of its first bytes is NUL
    (Entourage and old Apple programs write such files).
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    start = head[:32]
    if len(start) >= 4:
        even, odd = start[0::2], start[1::2]
        if not any(odd[: len(even)]) and all(even):
            return "utf-16-le"
        if not any(even[: len(odd)]) and all(odd):
            return "utf-16-be"
    return "utf-8"


def text_blocks(first: bytes, stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    """The bytes of ``first`` and the rest of the stream in blocks, as UTF-8.

    Lone surrogates pass through as they are, half a character at the very end becomes U+FFFD:
    nothing here raises for damaged text.
    """
    if encoding == "utf-8":
        yield from _blocks(first, stream)
        return
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
    for block in _blocks(first, stream):
        yield _recoded(decoder, block, encoding)
    if decoder.getstate()[0]:
        yield "\N{REPLACEMENT CHARACTER}".encode()


def _blocks(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    block = first
    while block:
        yield block
        block = stream.read(BLOCK)


def _recoded(decoder: codecs.IncrementalDecoder, block: bytes, encoding: str) -> bytes:
    try:
        text = decoder.decode(block)
    except UnicodeError:
        # Only UTF-32 can hold numbers that are no characters at all.
        pending = decoder.getstate()[0]
        decoder.reset()
        text = (pending + block).decode(encoding, "replace")
    return text.encode("utf-8", "surrogatepass")
