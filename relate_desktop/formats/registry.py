"""Opens a file that somebody gave, finds out what it is, and reads its records."""

import errno
import io
import os
import re
import stat
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from relate_desktop.domain.draft import Record
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.formats import zipped
from relate_desktop.formats.vcard.encoding import encoding_of
from relate_desktop.formats.vcard.read import read_cards

VCARD = "vcard"
ICALENDAR = "icalendar"
VCARD_SUFFIXES = frozenset({".vcf", ".vcard"})
CALENDAR_SUFFIXES = frozenset({".ics", ".ical", ".icalendar", ".ifb", ".vcs"})
_ARCHIVES = frozenset({".zip", ".gz"})
READ_SUFFIXES = VCARD_SUFFIXES | CALENDAR_SUFFIXES
HEAD_SIZE = 1 << 16
"""How many bytes of a file are enough to find its format."""

_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BEGIN_CALENDAR = re.compile(
    rb"^[ \t]*BEGIN[ \t]*:[ \t]*"
    rb"(?:VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VAVAILABILITY)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BEGIN_ANYTHING = re.compile(
    rb"[\s\0]*BEGIN[ \t]*:[ \t]*[A-Z0-9_-]{1,60}[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_LIKE_A_CARD = re.compile(
    rb"^(?:[\w-]+\.)?(?:N|FN|TEL|EMAIL|ADR|ORG)(?:;[^:\r\n]*)?:", re.IGNORECASE | re.MULTILINE
)
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"From ", "mail"),
    (b"{\\rtf", "rtf"),
)
_PACKED = tuple(magic for magic, kind in _MAGIC if kind in {"zip", "gzip", "7z", "rar", "sqlite"})
_TEXT_SIGNS = (
    (re.compile(r"\s*BEGIN:VCALENDAR", re.IGNORECASE), "calendar"),
    (re.compile(r"\s*(?:<!DOCTYPE html|<html)", re.IGNORECASE), "html"),
    (re.compile(r"\s*<\?xml|\s*<[a-z][\w:-]*[\s>]", re.IGNORECASE), "xml"),
    (re.compile(r"\s*[\[{]"), "json"),
    (re.compile(r"(?:#[^\n]*\n|version: 1\s*)*\s*dn::? ", re.IGNORECASE), "ldif"),
    (re.compile(r"[^\n,;\t]{1,80}(?:[,;\t][^\n,;\t]{0,80}){2,}\r?(?:\n|$)"), "table"),
)


class InputFile:
    """A regular file open for reading, as long as it was when it was opened."""

    def __init__(self, path: Path, descriptor: int, status: os.stat_result) -> None:
        self.path = path
        self.size = status.st_size
        self.stream: BinaryIO = io.BufferedReader(_Bounded(path, descriptor, self.size), 1 << 16)
        self._status = status
        self._descriptor = descriptor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go."""
        self.stream.close()

    @property
    def descriptor(self) -> int | None:
        """The open file itself, for handing it to another process; None for one that is in memory."""
        return self._descriptor

    def check_unchanged(self) -> None:
        """Raises InputError(FILE_CHANGED) if somebody wrote to the file since it was opened."""
        now = os.fstat(self._descriptor)
        before = self._status
        if (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            raise InputError(ErrorKind.FILE_CHANGED, path=str(self.path))


class ArchivedFile(InputFile):
    """A file of an archive, in memory."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self.size = len(content)
        self.stream = io.BytesIO(content)

    @property
    def descriptor(self) -> None:
        """Nobody else can read it."""

    def check_unchanged(self) -> None:
        """It cannot change."""


class _Bounded(io.RawIOBase):
    """A file up to the length it had when it was opened, so that one that grows comes to an end."""

    def __init__(self, path: Path, descriptor: int, size: int) -> None:
        super().__init__()
        self._path = path
        self._descriptor = descriptor
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        self._position = max(0, start + offset)
        os.lseek(self._descriptor, self._position, os.SEEK_SET)
        return self._position

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        wanted = min(len(view), self._size - self._position)
        try:
            piece = os.read(self._descriptor, wanted) if wanted > 0 else b""
        except OSError as error:
            raise InputError(ErrorKind.FILE_UNREADABLE, path=str(self._path)) from error
        if len(piece) < wanted and not piece:
            raise InputError(ErrorKind.FILE_CHANGED, path=str(self._path))
        view[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            os.close(self._descriptor)
        super().close()


def open_input(path: Path) -> InputFile:
    """Opens a file for reading without ever waiting for it; one in an archive is read into memory.

    Raises InputError: FILE_MISSING, NOT_A_FILE (folder, pipe, device), FILE_UNREADABLE, FILE_EMPTY,
    FILE_TOO_LARGE.
    """
    inside = zipped.archive_of(path)
    if inside is not None:
        return ArchivedFile(path, zipped.content(*inside))
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY"):
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise InputError(_why_closed(path, error), path=str(path)) from error
    status = os.fstat(descriptor)
    regular = stat.S_ISREG(status.st_mode)
    if regular and status.st_size:
        return InputFile(path, descriptor, status)
    os.close(descriptor)
    raise InputError(ErrorKind.FILE_EMPTY if regular else ErrorKind.NOT_A_FILE, path=str(path))


def expand_paths(paths: Iterable[Path]) -> list[Path]:
    """The files meant: a folder stands for the cards and calendars in it and below, in order of name.

    So does an archive with any in it; one in a folder counts only where nothing else lies there,
    for beside the files it is mostly a copy of them. Hidden files and folders and links to folders are passed
    over; each file comes once.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_files_below(path, READ_SUFFIXES)) or _in_archives(path))
        elif inside := zipped.members(path, READ_SUFFIXES) if zipped.is_archive(path) else []:
            # An archive within is not opened, but told of.
            found.update(dict.fromkeys([*inside, *zipped.members(path, _ARCHIVES)]))
        else:
            found[path] = None
    return list(found)


def find_format(head: bytes, name: str) -> str | None:
    """The format of a file by its first bytes, its name only where they leave it open; None if unknown."""
    if head.startswith(_PACKED):
        return None  # what is packed without being made smaller can be seen through
    text = _as_text(head)
    card, calendar = _BEGIN.search(text), _BEGIN_CALENDAR.search(text)
    if calendar and not (card and card.start() < calendar.start()):
        return ICALENDAR
    if card:
        return VCARD
    if Path(name).suffix.lower() in VCARD_SUFFIXES and _LIKE_A_CARD.search(text):
        return VCARD
    if Path(name).suffix.lower() in CALENDAR_SUFFIXES and _BEGIN_ANYTHING.match(text):
        return ICALENDAR
    return None


def describe(head: bytes) -> str:
    """What a file looks like by its first bytes, as a key: ``pdf``, ``zip``, ``table``… or ``unknown``."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return "image" if head[8:12] in {b"WEBP", b"heic", b"avif", b"mif1"} else "sound_or_film"
    text = _as_text(head[:4096])
    if b"\x00" in text:
        return "binary"
    readable = text.decode("utf-8", "replace").removeprefix("\ufeff")
    for pattern, kind in _TEXT_SIGNS:
        if pattern.match(readable):
            return kind
    return "text" if readable.strip() else "empty"


def read_records(stream: BinaryIO, format_name: str) -> Iterator[Record]:
    """The records of a stream in a format that ``find_format`` names.

    Raises InputError(FORMAT_UNKNOWN) for any other.
    """
    if format_name != VCARD:
        raise InputError(ErrorKind.FORMAT_UNKNOWN, looks=format_name)
    return read_cards(stream)


def _as_text(head: bytes) -> bytes:
    encoding = encoding_of(head)
    text = head if encoding == "utf-8" else head.decode(encoding, "replace").encode("utf-8", "replace")
    return text.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _why_closed(path: Path, error: OSError | ValueError) -> ErrorKind:
    number = getattr(error, "errno", None)
    if number in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP} or isinstance(error, ValueError):
        return ErrorKind.FILE_MISSING
    if number in {errno.EISDIR, errno.ENXIO} or path.is_dir():
        return ErrorKind.NOT_A_FILE
    return ErrorKind.FILE_UNREADABLE


def _in_archives(folder: Path) -> dict[Path, None]:
    found: dict[Path, None] = {}
    for archive in filter(zipped.is_archive, _files_below(folder, _ARCHIVES)):
        found.update(dict.fromkeys(zipped.members(archive, READ_SUFFIXES)))
    return found


def _files_below(folder: Path, suffixes: Container[str]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(parent, name)
