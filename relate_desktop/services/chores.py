"""What the program does by itself for one book, beside the clock: it reads the files of
calendars again when they change, and writes down whom one met.

Several processes may have a book open; one of them does so at a time. Nothing here holds up a
pop-up: the watch of the clock has a thread of its own.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from functools import partial

from relate_desktop.domain.errors import BookDamagedError, UserError
from relate_desktop.services.book import OpenBook
from relate_desktop.services.held_meetings import Followed
from relate_desktop.system.file_lock import FileLock

LOCK = "chores.lock"
EVERY = 20.0
"""Seconds after which it is looked at the latest whether there is something to do."""
SETTLE = 2.0
"""Seconds in which changes are gathered before one looks at what they came to."""

Chore = Callable[[], object]


class Chores:
    """Work done on a thread of its own, begun by ``start`` and ended by ``stop``."""

    def __init__(
        self,
        book: OpenBook,
        chores: Sequence[Chore] | None = None,
        *,
        every: float = EVERY,
        settle: float = SETTLE,
    ) -> None:
        self._book = book
        self._every, self._settle = every, settle
        self._lock = FileLock(book.folder / LOCK)
        self._woken, self._stopped = threading.Event(), threading.Event()
        files = partial(book.calendars.follow, self._stopped.is_set)
        self._chores = (files, book.held_meetings.follow) if chores is None else tuple(chores)
        self._thread = threading.Thread(target=self._run, name="chores", daemon=True)
        self._forget: tuple[Callable[[], None], ...] = ()

    def start(self) -> None:
        """Begins to work, and to listen to what changes."""
        self._forget = (
            self._book.listen(lambda _changes: self.wake()),
            self._book.preferences.listen(lambda _preferences: self.wake()),
        )
        self._thread.start()

    def stop(self) -> None:
        """Ends the work; what is being done is finished."""
        for stop_listening in self._forget:
            stop_listening()
        self._stopped.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def wake(self) -> None:
        """Has it looked at soon whether there is something to do."""
        self._woken.set()

    def _run(self) -> None:
        try:
            while not self._stopped.wait(self._settle):
                self._woken.clear()
                if self._lock.take() and not self._do_all():
                    return
                self._woken.wait(self._every)
        finally:
            self._lock.release()

    def _do_all(self) -> bool:
        """Does what there is to do; whether the book is still there."""
        for chore in self._chores:
            try:
                chore()
            except BookDamagedError:
                return False  # whoever has the window open notices by itself, and tells
            except UserError as error:  # it is tried again
                self._book.log.log(logging.INFO, "chores: %s", error.kind)
        return True


def write_down_met(book: OpenBook) -> Followed:
    """Writes down at once whom one met, for whoever goes again; left to a process that does it anyway."""
    lock = FileLock(book.folder / LOCK)
    if not lock.take():
        return Followed()
    try:
        return book.held_meetings.follow()
    except UserError as error:  # it is done by itself later
        book.log.log(logging.INFO, "chores: %s", error.kind)
        return Followed()
    finally:
        lock.release()
