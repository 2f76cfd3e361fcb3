"""What SQLite says when the world fails, as the kinds of error that people are told."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from relate_desktop.domain.errors import (
    BookBusyError,
    BookDamagedError,
    ErrorKind,
    StorageError,
    UserError,
)

_PRIMARY = 0xFF
_NOMEM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN = 7, 8, 10, 11, 13, 14
_BUSY, _LOCKED, _PERM, _AUTH, _NOTADB, _NOLFS = 5, 6, 3, 23, 26, 22
_IOERR_NOMEM = 3082
_NO_SPACE = frozenset({4874})
"""Failures of SQLite that mean a full disk: the shared-memory file cannot grow."""

_MEANINGS: dict[int, tuple[type[UserError], ErrorKind]] = {
    _BUSY: (BookBusyError, ErrorKind.BOOK_BUSY),
    _LOCKED: (BookBusyError, ErrorKind.BOOK_BUSY),
    _FULL: (StorageError, ErrorKind.DISK_FULL),
    _NOLFS: (StorageError, ErrorKind.DISK_FULL),
    _READONLY: (StorageError, ErrorKind.READ_ONLY),
    _PERM: (StorageError, ErrorKind.READ_ONLY),
    _AUTH: (StorageError, ErrorKind.READ_ONLY),
    _CANTOPEN: (StorageError, ErrorKind.DISK_FAILING),
    _IOERR: (StorageError, ErrorKind.DISK_FAILING),
    _NOMEM: (StorageError, ErrorKind.OUT_OF_MEMORY),
    _CORRUPT: (BookDamagedError, ErrorKind.BOOK_DAMAGED),
    _NOTADB: (BookDamagedError, ErrorKind.BOOK_FOREIGN),
}

_OS_MEANINGS = {
    errno.ENOSPC: ErrorKind.DISK_FULL,
    errno.EDQUOT: ErrorKind.DISK_FULL,
    errno.EFBIG: ErrorKind.DISK_FULL,
    errno.EROFS: ErrorKind.READ_ONLY,
    errno.EACCES: ErrorKind.READ_ONLY,
    errno.EPERM: ErrorKind.READ_ONLY,
    errno.ENOTDIR: ErrorKind.NOT_A_FOLDER,
    errno.EEXIST: ErrorKind.NOT_A_FOLDER,
    errno.ELOOP: ErrorKind.NOT_A_FOLDER,
    errno.ENAMETOOLONG: ErrorKind.NOT_A_FOLDER,
}

_LEAST_ROOM = 64 * 1024
"""Bytes that a book needs to be opened at all: SQLite shares memory through a file of half that."""


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turns failures of disk, memory and file into errors for people, which name the book's folder.

    Raises StorageError, BookBusyError or BookDamagedError; a mistake of ours in SQL passes as it is.
    """
    try:
        yield
    except DBAPIError as error:
        meaning = _meaning(error.orig, folder)
        if meaning is None:
            raise
        raise meaning from error
    except driver.Error as error:
        meaning = _meaning(error, folder)
        if meaning is None:
            raise
        raise meaning from error
    except MemoryError as error:
        raise StorageError(ErrorKind.OUT_OF_MEMORY, path=str(folder)) from error


@contextmanager
def translated_files(folder: Path) -> Iterator[None]:
    """The same for files that are opened, made and moved beside the database."""
    try:
        with translated(folder):
            yield
    except OSError as error:
        kind = _OS_MEANINGS.get(error.errno or 0, ErrorKind.DISK_FAILING)
        raise StorageError(kind, path=str(folder)) from error


def is_suspicious(error: UserError) -> bool:
    """Whether a failed read may have been the disk's moment of weakness rather than damage."""
    return error.kind in {ErrorKind.BOOK_DAMAGED, ErrorKind.BOOK_FOREIGN, ErrorKind.DISK_FAILING}


def for_disk(error: UserError, folder: Path) -> UserError:
    """The same error, or a full disk where that is why: SQLite says no more than "I/O error" then."""
    if error.kind is not ErrorKind.DISK_FAILING:
        return error
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return error
    return StorageError(ErrorKind.DISK_FULL, path=str(folder)) if free < _LEAST_ROOM else error


def _meaning(error: BaseException | None, folder: Path) -> UserError | None:
    path = str(folder)
    if isinstance(error, MemoryError):
        return StorageError(ErrorKind.OUT_OF_MEMORY, path=path)
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    if code == _IOERR_NOMEM:
        return StorageError(ErrorKind.OUT_OF_MEMORY, path=path)
    if code in _NO_SPACE:
        return StorageError(ErrorKind.DISK_FULL, path=path)
    found = _MEANINGS.get(code & _PRIMARY)
    return found[0](found[1], path=path) if found else None
