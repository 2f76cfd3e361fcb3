"""Files inside a .zip archive, and the one in a .gz, read one at a time and never unpacked to disk.

A file in an archive is known by the archive's path with its name behind it. What an archive says
of itself is not believed: names are only names, and what is read is measured while it is read.
"""

import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from relate_desktop.domain.errors import ErrorKind, InputError

MOST_ENTRIES = 50_000
MOST_BYTES = 128 << 20
"""How large one file may be, unpacked."""
MOST_RATIO = 200
"""How many times smaller than itself a file may be packed; text is some ten times, bombs a thousand."""
_SMALL = 1 << 20
"""Below this many bytes nobody asks how well a file is packed."""
_MAGIC = b"PK\x03\x04"
_PACKED = b"\x1f\x8b\x08"
_PIECE = 1 << 16
_APART = "__MACOSX"
"""Where macOS puts what is none of the files."""
_ENCRYPTED = 1
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


def is_archive(path: Path) -> bool:
    """Whether an ordinary file begins as an archive does; never waits for a pipe or a device."""
    return _head(path).startswith((_MAGIC, _PACKED))


def members(path: Path, suffixes: Iterable[str]) -> list[Path]:
    """The files in an archive whose names end so, in order of name; none where it cannot be read.

    In a packed file is the one of its own name without the last ending.
    """
    wanted = frozenset(suffixes)
    if _head(path).startswith(_PACKED):
        return [path / path.stem] if _wanted(path.stem, wanted) else []
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except _DAMAGED:
        return []
    if len(names) > MOST_ENTRIES:
        raise InputError(ErrorKind.FILE_TOO_LARGE, path=str(path), most=MOST_BYTES >> 20)
    return [path / name for name in sorted(set(names)) if _wanted(name, wanted)]


def archive_of(path: Path) -> tuple[Path, str] | None:
    """The archive that a file is in, and its name there; None for one that lies in a folder."""
    for parent in path.parents:
        if is_archive(parent):
            return parent, path.relative_to(parent).as_posix()
        if parent.is_dir():
            return None
    return None


def content(archive: Path, name: str) -> bytes:
    """A file of an archive.

    Raises InputError: FILE_MISSING, FILE_ENCRYPTED, FILE_UNREADABLE where it is damaged,
    FILE_TOO_LARGE where it is more than anybody has, or a bomb.
    """
    place = str(archive / name)
    if _head(archive).startswith(_PACKED):
        return _unpacked(archive, name)
    try:
        with zipfile.ZipFile(archive) as opened:
            entry = opened.getinfo(name)
            if entry.flag_bits & _ENCRYPTED:
                raise InputError(ErrorKind.FILE_ENCRYPTED, path=place)
            with opened.open(entry) as file:
                return b"".join(_measured(file, entry.compress_size, place))
    except KeyError as error:
        raise InputError(ErrorKind.FILE_MISSING, path=place) from error
    except _DAMAGED as error:
        raise InputError(ErrorKind.FILE_UNREADABLE, path=place) from error


def _unpacked(archive: Path, name: str) -> bytes:
    """The one file that is in a packed one."""
    place = str(archive / name)
    if name != archive.stem:
        raise InputError(ErrorKind.FILE_MISSING, path=place)
    try:
        with archive.open("rb") as packed, gzip.GzipFile(fileobj=packed) as file:
            return b"".join(_measured(file, archive.stat().st_size, place))
    except _DAMAGED as error:
        raise InputError(ErrorKind.FILE_UNREADABLE, path=place) from error


def _head(path: Path) -> bytes:
    """The first bytes of an ordinary file; none of anything else."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(len(_MAGIC))
    except (OSError, ValueError):
        return b""


def _measured(file: IO[bytes] | gzip.GzipFile, packed: int, place: str) -> Iterator[bytes]:
    size = 0
    while piece := file.read(_PIECE):
        size += len(piece)
        if size > MOST_BYTES or (size > _SMALL and size > MOST_RATIO * max(packed, 1)):
            raise InputError(ErrorKind.FILE_TOO_LARGE, path=place, most=MOST_BYTES >> 20)
        yield piece


def _wanted(name: str, suffixes: frozenset[str]) -> bool:
    parts = name.split("/")
    if parts[0] == _APART or any(part.startswith(".") or not part for part in parts):
        return False
    return PurePosixPath(parts[-1]).suffix.lower() in suffixes
