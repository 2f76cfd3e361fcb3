"""The files of an import: which ones are meant, and each read once, measured and hashed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from relate_desktop.domain.draft import Record
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.formats import registry
from relate_desktop.formats.read_aside import MeasuredStream
from relate_desktop.formats.reading_aside import SideReader, SideReaderDied

ASIDE_FROM = 4 << 20
"""The size in bytes from which a process of its own is worth its start."""


@dataclass(frozen=True, slots=True)
class MeantFile:
    """One file that is meant, and its format where somebody named it."""

    path: Path
    format: str | None = None
    folder: Path | None = None
    """The folder it lies in, where a folder was meant and not the file by itself."""


def meant_files(paths: Sequence[Path], format_name: str | None = None) -> tuple[MeantFile, ...]:
    """The files that are meant by files and folders, each once.

    Raises InputError(FORMAT_UNKNOWN) when there are only folders and nothing readable in them.
    """
    folders = [path for path in paths if path.is_dir()]
    found = dict.fromkeys(registry.expand_paths(paths))
    if not found:
        raise InputError(ErrorKind.FORMAT_UNKNOWN, path=", ".join(map(str, paths)), looks="folder")
    return tuple(MeantFile(path, format_name, _folder_of(path, folders)) for path in found)


def _folder_of(path: Path, folders: Sequence[Path]) -> Path | None:
    """The folder a file lies in, where a folder around it was meant."""
    return path.parent if any(folder in path.parents for folder in folders) else None


class OpenFile:
    """A file while its records are read."""

    def __init__(self, path: Path, source: registry.InputFile, format_name: str, meter: "Meter") -> None:
        self.path = path
        self.format = format_name
        self.size = source.size
        self.sha256 = ""
        """Of the whole file, once all records are read."""
        self._source = source
        self._meter = meter
        self._aside: SideReader | None = None

    def records(self) -> Iterator[Record]:
        """The records, once; those of a large file are read by another process where there can be one.

        Raises InputError: FILE_CHANGED when somebody wrote to the file meanwhile, FILE_UNREADABLE
        when the disk does not give it.
        """
        done = 0
        descriptor = self._source.descriptor
        if self.size >= ASIDE_FROM and descriptor is not None:
            try:
                for record in self._records_aside(descriptor):
                    done += 1
                    yield record
            except SideReaderDied:
                self._source.stream.seek(0)
            else:
                self._source.check_unchanged()
                return
        yield from islice(self._records_here(), done, None)
        self._source.check_unchanged()

    def content(self, most: int) -> bytes:
        """The whole file, for what cannot be read one record after another.

        Raises InputError: FILE_TOO_LARGE, and what ``records`` raises.
        """
        if self.size > most:
            raise InputError(ErrorKind.FILE_TOO_LARGE, path=str(self.path), most=most >> 20)
        stream = MeasuredStream(self._source.stream, self.size)
        pieces: list[bytes] = []
        while piece := stream.read(1 << 20):
            pieces.append(piece)
            self._meter.add(len(piece))
        self.sha256 = stream.sha256
        self._source.check_unchanged()
        return b"".join(pieces)

    def close(self) -> None:
        """Stop reading."""
        if self._aside is not None:
            self._aside.close()

    def _records_aside(self, descriptor: int) -> Iterator[Record]:
        self._aside = SideReader(descriptor, self.size, self.format)
        read = 0
        for count, records in self._aside.pieces():
            self._meter.add(count - read)
            read = count
            yield from records
        self.sha256 = self._aside.sha256

    def _records_here(self) -> Iterator[Record]:
        stream = MeasuredStream(self._source.stream, self.size)
        read = 0
        for record in registry.read_records(cast("BinaryIO", stream), self.format):
            if stream.count != read:
                self._meter.add(stream.count - read)
                read = stream.count
            yield record
        while stream.read(1 << 20):
            pass
        self._meter.add(stream.count - read)
        self.sha256 = stream.sha256


def whole_file(path: Path, most: int) -> tuple[bytes, str]:
    """The content of a file and its checksum, for what is read again without an import.

    Raises InputError: no such file, no file at all, unreadable, empty, too large, changed meanwhile.
    """
    with registry.open_input(path) as source:
        ready = OpenFile(path, source, "", Meter(source.size, lambda _done, _total: None))
        return ready.content(most), ready.sha256


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
        with closing(OpenFile(meant.path, source, found, meter)) as ready:
            yield ready


def total_size(files: Sequence[MeantFile]) -> int:
    """The bytes of all files, as far as they can be told now."""
    return sum(_size(meant.path) for meant in files)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
