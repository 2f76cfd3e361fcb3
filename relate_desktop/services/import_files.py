"""The files of an import: which ones are meant, and each read once, measured and hashed."""

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from relate_desktop.domain.draft import Record
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.formats import registry


@dataclass(frozen=True, slots=True)
class MeantFile:
    """One file that is meant, and its format where somebody named it."""

    path: Path
    format: str | None = None


def meant_files(paths: Sequence[Path], format_name: str | None = None) -> tuple[MeantFile, ...]:
    """The files that are meant by files and folders, each once.

    Raises InputError(FORMAT_UNKNOWN) when there are only folders and nothing readable in them.
    """
    found = dict.fromkeys(registry.expand_paths(paths))
    if not found:
        raise InputError(ErrorKind.FORMAT_UNKNOWN, path=", ".join(map(str, paths)), looks="folder")
    return tuple(MeantFile(path, format_name) for path in found)


class OpenFile:
    """A file while its records are read."""

    def __init__(self, path: Path, source: registry.InputFile, format_name: str, meter: "Meter") -> None:
        self.path = path
        self.format = format_name
        self.size = source.size
        self._stream = _HashedStream(source.stream, meter.add)
        self._source = source

    @property
    def sha256(self) -> str:
        """Of the bytes read so far: of the whole file once all records are read."""
        return self._stream.sha256

    def records(self) -> Iterator[Record]:
        """The records, once.

        Raises InputError: FILE_CHANGED when somebody wrote to the file meanwhile, FILE_UNREADABLE
        when the disk does not give it.
        """
        yield from registry.read_records(cast("BinaryIO", self._stream), self.format)
        self._stream.read_to_end()
        self._source.check_unchanged()


class Meter:
    """How many bytes of all files are read, told to the job, where cancel bites."""

    def __init__(self, total: int, step: Callable[[int, int], None]) -> None:
        self._total = total
        self._done = 0
        self._step = step

    def add(self, count: int) -> None:
        """So many bytes more; raises Cancelled when the job is to stop."""
        self._done += count
        self.tick()

    def tick(self) -> None:
        """Nothing more was read, but work was done."""
        self._step(self._done, max(self._done, self._total))


@contextmanager
def opened(meant: MeantFile, meter: Meter) -> Iterator[OpenFile]:
    """A file ready to be read.

    Raises InputError: no such file, no file at all, unreadable, empty, or of no known format.
    """
    with registry.open_input(meant.path) as source:
        head = source.stream.read(registry.HEAD_SIZE)
        source.stream.seek(0)
        if not head.strip(b"\0 \t\r\n"):
            raise InputError(ErrorKind.FILE_EMPTY, path=str(meant.path))
        found = meant.format or registry.find_format(head, meant.path.name)
        if found is None:
            looks = registry.describe(head)
            raise InputError(ErrorKind.FORMAT_UNKNOWN, path=str(meant.path), looks=looks)
        yield OpenFile(meant.path, source, found, meter)


def total_size(files: Sequence[MeantFile]) -> int:
    """The bytes of all files, as far as they can be told now."""
    return sum(_size(meant.path) for meant in files)


class _HashedStream(io.RawIOBase):
    """Passes bytes on, counting and hashing them."""

    def __init__(self, source: BinaryIO, on_read: Callable[[int], None]) -> None:
        self._source = source
        self._on_read = on_read
        self._hash = hashlib.sha256(usedforsecurity=False)
        self.count = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        piece = self._source.read(size) or b""
        self._hash.update(piece)
        self.count += len(piece)
        self._on_read(len(piece))
        return piece

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        piece = self.read(len(view))
        view[: len(piece)] = piece
        return len(piece)

    def read_to_end(self) -> None:
        while self.read(1 << 20):
            pass


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
