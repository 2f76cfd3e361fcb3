"""``relate.lock``: shared by every process that has the book open, alone for what must not be disturbed.

The operating system lets go of it when its holder dies, so a stale lock cannot exist. It is a
file beside the database and never the database itself, whose own locks a stray close would drop.
"""

import os
import sys
import threading
from pathlib import Path

from relate_desktop.domain.errors import BookBusyError, ErrorKind
from relate_desktop.storage.permissions import FILE_MODE

NAME = "relate.lock"
WISH = "alone.lock"
"""Held by whoever waits to have the book alone: a background process then lets go of it for a while."""

_ATTEMPTS = 40
_ALONE_ATTEMPTS = 120
_PAUSE = 0.05
"""Seconds between two attempts: a book that another process is just making is soon free."""

if sys.platform == "win32":
    import msvcrt

    _REGION = 1 << 20
    """Windows has no shared lock here: each holder locks one byte of many, the lone one all of them."""

    def _acquire(descriptor: int, *, alone: bool) -> None:
        if alone:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, _REGION)
            return
        os.lseek(descriptor, os.getpid() % _REGION, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _release(descriptor: int, *, alone: bool) -> None:
        os.lseek(descriptor, 0 if alone else os.getpid() % _REGION, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, _REGION if alone else 1)

else:
    import fcntl

    def _acquire(descriptor: int, *, alone: bool) -> None:
        fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)

    def _release(descriptor: int, *, alone: bool) -> None:  # noqa: ARG001 - one face for both systems
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class BookLock:
    """The lock of one book, held by one ``Database``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor = os.open(folder / NAME, os.O_CREAT | os.O_RDWR, FILE_MODE)
        self._alone: bool | None = None

    def share(self) -> None:
        """Holds the book together with others; raises BookBusyError while somebody has it alone."""
        self._take(alone=False)

    def take_alone(self) -> None:
        """Holds the book alone; raises BookBusyError while anybody else has it open and keeps it."""
        wish = os.open(self._folder / WISH, os.O_CREAT | os.O_RDWR, FILE_MODE)
        try:
            self._take(alone=True, wish=wish)
        finally:
            os.close(wish)

    def close(self) -> None:
        """Lets go."""
        if self._descriptor < 0:
            return
        self._let_go()
        os.close(self._descriptor)
        self._descriptor = -1

    def _take(self, *, alone: bool, wish: int | None = None) -> None:
        if self._alone is alone:
            return
        self._let_go()
        pause = threading.Event()
        attempts = _ATTEMPTS if wish is None else _ALONE_ATTEMPTS
        for attempt in range(attempts):
            try:
                _acquire(self._descriptor, alone=alone)
            except OSError as error:
                if attempt == attempts - 1:
                    raise BookBusyError(ErrorKind.BOOK_BUSY) from error
                if wish is not None:
                    _wish(wish)
                pause.wait(_PAUSE)
            else:
                self._alone = alone
                return

    def _let_go(self) -> None:
        if self._alone is not None:
            _release(self._descriptor, alone=self._alone)
            self._alone = None


def _wish(descriptor: int) -> None:
    """Says that somebody waits; no matter if somebody else says so already."""
    try:
        _acquire(descriptor, alone=True)
    except OSError:
        return
