"""The open book: everything one can do with it, put together in one place."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta, tzinfo
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from relate_desktop.domain.change import Changes, OperationKind, Origin
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.people import BookHealth
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.all_services import AllServices
from relate_desktop.services.drafts import DraftsService
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.storage.database import Database
from relate_desktop.storage.past import PastDatabase, Step
from relate_desktop.system.log import start_log, stop_log
from relate_desktop.system.zone import machine_zone


def _unheard(_done: int, _total: int) -> None:
    """Nobody wants to know how much is done."""


class OpenBook(AllServices):
    """One book and its services, until ``close``."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder that holds the book."""
        return self.database.folder

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear of every change after it is committed, on the thread that made it."""
        return self.database.listen(listener)

    def forbid_writes_here(self) -> None:
        """Refuses writes on the calling thread from now on: the window must not wait for a disk."""
        self.database.forbid_writes_here()

    def poll(self) -> None:
        """Looks whether another process has written, and tells the listeners if so."""
        self.database.poll()

    def health(self) -> BookHealth:
        """What there is and what is wrong with it; reads the whole book."""
        with self.database.read() as book:
            return book.health()

    def repair(self) -> tuple[str, ...]:
        """Closes the book to others and builds lists, circles and search anew; answers what was done."""
        return self.database.repair()

    def as_of(self, day: date, step: Step = _unheard) -> "OpenBook":
        """The book as it was when a day ended where the user is; to be closed like any other.

        Nothing can be written through it, and what it calls now is the last moment of that day, or
        this one where the day is not over. ``step`` hears how much is done and may raise to stop it.
        Not for the window's thread: it copies the book.
        """
        here = self.present().here
        before = start_of(moved(day, 1), here)
        moment = min(before - timedelta(microseconds=1), self.clock())
        return OpenBook(
            PastDatabase(self.database, day, before, step),
            lambda: moment,
            Origin.WINDOW,
            here=lambda: here,
            preferences=self.preferences,
            drafts=self.drafts,
            log=logging.Logger("past"),  # noqa: LOG001 - nothing of the past is written to the log
        )

    def close(self) -> None:
        """Ends the work with the book. Nothing of it may be used afterwards."""
        self.database.close()
        stop_log(self.log)


def open_book(
    folder: Path,
    *,
    clock: Clock,
    create: bool = False,
    origin: Origin = Origin.WINDOW,
    here: Callable[[], tzinfo] = machine_zone,
    preferences: PreferencesService | None = None,
) -> OpenBook:
    """The book in a folder; ``create`` begins one where there is none. ``here`` is the laptop's zone.

    Whoever reads the preferences before the book is open gives them along: what is changed there
    holds here at once.

    Raises UserError: BOOK_MISSING, BOOK_BUSY, BOOK_FOREIGN, BOOK_DAMAGED, BOOK_NEWER and the like.
    """
    try:
        database = Database.open(folder, clock=clock, create=create, here=here)
    except UserError as error:
        error.facts.setdefault("path", str(folder))
        raise
    log = start_log(folder)
    database.listen(lambda news: log.info("change %s: %s", news.changeset, news.operation))
    drafts = DraftsService(folder)
    database.listen(partial(_forget_drafts, drafts))
    preferences = preferences or PreferencesService(folder)
    return OpenBook(database, clock, origin, here=here, preferences=preferences, drafts=drafts, log=log)


def _forget_drafts(drafts: DraftsService, news: Changes) -> None:
    """What was being changed about somebody who is erased for good is erased with them."""
    if news.operation is OperationKind.FORGET:
        gone = [one for one in drafts.people() if one and (news.everything or one in news.contacts)]
        drafts.forget(gone)
        with suppress(OSError):  # it is tried again with the next draft
            drafts.keep()
