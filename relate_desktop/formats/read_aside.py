"""The other half of ``reading_aside``: reads records from its input and hands them out in pieces.

It is a process of its own, so that a file is read on one core while its people are written on
another. Each piece has eight bytes of length in front; the last one tells size and checksum.
"""

import gc
import hashlib
import io
import marshal
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from relate_desktop.domain.draft import ContactDraft, Record
from relate_desktop.domain.errors import UserError
from relate_desktop.formats.packed_records import packed

PIECE_RECORDS = 100
PIECE_BYTES = 1 << 20
LENGTH = 8


class MeasuredStream(io.RawIOBase):
    """Passes bytes on up to a size, counting and hashing them."""

    def __init__(self, source: BinaryIO, size: int) -> None:
        self._source = source
        self._left = size
        self._hash = hashlib.sha256(usedforsecurity=False)
        self.count = 0

    @property
    def sha256(self) -> str:
        """Of the bytes read so far."""
        return self._hash.hexdigest()

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        piece = self._source.read(self._left if size < 0 else min(size, self._left)) or b""
        self._hash.update(piece)
        self.count += len(piece)
        self._left -= len(piece)
        return piece

    def readinto(self, buffer: Any, /) -> int:
        """The next bytes, into a buffer."""
        view = memoryview(buffer).cast("B")
        piece = self.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


def hand_out(source: BinaryIO, size: int, format_name: str, target: BinaryIO) -> None:
    """Read the records of ``size`` bytes and write them to ``target``, then size and checksum."""
    from relate_desktop.formats.registry import read_records  # noqa: PLC0415 - it knows this module

    stream = MeasuredStream(source, size)
    for batch in _batches(read_records(cast("BinaryIO", stream), format_name)):
        _write(target, marshal.dumps((stream.count, packed(batch))))
    while stream.read(1 << 20):
        pass
    _write(target, marshal.dumps((stream.count, stream.sha256)))


def main(arguments: list[str]) -> int:
    """Run as a process: size and format are the arguments, the file is the input.

    Answers the exit status; whoever asked reads the file again and finds out what was wrong.
    """
    size, format_name = arguments
    gc.disable()  # what is read goes once it is handed out: nothing of it refers to itself
    try:
        hand_out(sys.stdin.buffer, int(size), format_name, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except (OSError, KeyboardInterrupt):
        return 1
    except UserError:
        return 2
    return 0


def _write(target: BinaryIO, piece: bytes) -> None:
    target.write(len(piece).to_bytes(LENGTH, "big"))
    target.write(piece)
    target.flush()


def _batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    batch: list[Record] = []
    held = 0
    for record in records:
        batch.append(record)
        held += len(record.source.skeleton) if isinstance(record, ContactDraft) else len(record.raw)
        if isinstance(record, ContactDraft):
            held += sum(len(media.content) for media in record.media)
        if len(batch) >= PIECE_RECORDS or held >= PIECE_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
