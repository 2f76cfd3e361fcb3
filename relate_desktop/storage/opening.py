"""What lies under the book's name, found out before anything may write to it."""

import stat
from dataclasses import dataclass
from pathlib import Path

from relate_desktop.domain.errors import (
    BookDamagedError,
    BookNewerError,
    ErrorKind,
    NotFoundError,
)
from relate_desktop.storage import schema
from relate_desktop.storage.engine import look
from relate_desktop.storage.failures import translated_files

NAME = "relate.db"
BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be opened: ``version`` is 0 for one that is still to be filled."""

    version: int


def examine(folder: Path, newest: int, *, create: bool) -> Found:
    """Looks at the book without changing a byte.

    Raises NotFoundError(BOOK_MISSING), BookDamagedError (BOOK_EMPTY_BESIDE_BACKUPS, BOOK_FOREIGN,
    BOOK_DAMAGED) or BookNewerError.
    """
    path = folder / NAME
    with translated_files(folder):
        size = _size(path)
    if not size:
        if has_backups(folder):
            raise BookDamagedError(ErrorKind.BOOK_EMPTY_BESIDE_BACKUPS, path=str(folder))
        if not create:
            raise NotFoundError(ErrorKind.BOOK_MISSING, path=str(folder))
        return Found(0)
    application, version, tables = _read_header(path)
    if not application and not version and not tables:
        if has_backups(folder):
            raise BookDamagedError(ErrorKind.BOOK_EMPTY_BESIDE_BACKUPS, path=str(folder))
        return Found(0)
    if application != schema.APPLICATION_ID:
        raise BookDamagedError(ErrorKind.BOOK_FOREIGN, path=str(folder))
    if version > newest:
        raise BookNewerError(ErrorKind.BOOK_NEWER, path=str(folder), version=version)
    return Found(version)


def has_backups(folder: Path) -> bool:
    """Whether any backup lies beside the book."""
    return any((folder / BACKUPS).glob("*.db"))


def _read_header(path: Path) -> tuple[int, int, int]:
    try:
        return _header(path)
    except BookDamagedError as error:
        ours = has_backups(path.parent) or (path.parent / "state.json").exists()
        kind = ErrorKind.BOOK_DAMAGED if ours else ErrorKind.BOOK_FOREIGN
        raise BookDamagedError(kind, path=str(path.parent)) from error


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0
    if not stat.S_ISREG(found.st_mode):
        raise BookDamagedError(ErrorKind.BOOK_FOREIGN, path=str(path.parent))
    return found.st_size


def _header(path: Path) -> tuple[int, int, int]:
    """Application id, version and number of tables; the log is read along where there is one."""
    log = path.with_name(f"{path.name}-wal")
    with translated_files(path.parent):
        connection = look(path, immutable=not (log.exists() and log.stat().st_size))
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    return application, version, tables
