"""Backups: made through SQLite, opened again and compared before they count as one."""

import hashlib
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from relate_desktop.domain.errors import BookDamagedError, ErrorKind
from relate_desktop.storage import drill
from relate_desktop.storage.engine import look, raw
from relate_desktop.storage.opening import BACKUPS
from relate_desktop.storage.permissions import make_file, make_folder

_PART = ".part"
_MODULUS = 1 << 256

Contents = dict[str, tuple[int, int]]
"""For each table its rows and the sum of their digests."""


def back_up_before_migration(engine: Engine, folder: Path, version: int, now: datetime) -> Path:
    """Copies the book as it stands to ``backups/`` and proves the copy; nobody else may write meanwhile.

    Raises BookDamagedError when the copy does not hold the same; then there is no backup, and
    nothing has been changed.
    """
    make_folder(folder / BACKUPS)
    target = folder / BACKUPS / f"relate-{now:%Y%m%dT%H%M%S}-before-v{version}.db"
    part = target.with_suffix(_PART)
    part.unlink(missing_ok=True)
    try:
        make_file(part)
        with engine.connect() as connection:
            plain = raw(connection)
            plain.execute("VACUUM INTO ?", (str(part),))
            drill.point("in-backup")
            expected = _contents(plain)
        _prove(part, expected)
        _sync(part)
        drill.point("in-rename")
        part.replace(target)
        if os.name == "posix":
            _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)
    return target


def _prove(path: Path, expected: Contents) -> None:
    copy = look(path, immutable=True)
    try:
        answers = [row[0] for row in copy.execute("PRAGMA quick_check")]
        if answers != ["ok"] or _contents(copy) != expected:
            raise BookDamagedError(ErrorKind.BOOK_DAMAGED, path=str(path))
    finally:
        copy.close()


def _sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _contents(connection: Any) -> Contents:
    """Rows and digest of every ordinary table, whatever version the book has and in any order."""
    found: Contents = {}
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    for (name,) in names:
        total, count = 0, 0
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            total += int.from_bytes(
                hashlib.sha256(repr(row).encode("utf-8", "surrogatepass")).digest(), "big"
            )
            count += 1
        found[name] = (count, total % _MODULUS)
    return found
