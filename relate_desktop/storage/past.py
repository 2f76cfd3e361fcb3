"""The book as it was at the end of a past day: a copy in memory, taken back, and only to be read.

The copy is made of one snapshot of the open book and knows nothing of what comes after. It takes
as much memory as the book takes room on disk, and is gone when it is closed; nothing of it ever
reaches a disk. Pictures are read where the book keeps them.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import NoReturn

from relate_desktop.domain.change import Changes, Operation
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.called_names import CalledNames
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import memory_engine, raw
from relate_desktop.storage.failures import translated
from relate_desktop.storage.moments import to_column
from relate_desktop.storage.name_order import NameOrder
from relate_desktop.storage.rewind import Rewind, changeset_at

Step = Callable[[int, int], object]
"""Told how much is done, and of how much; whatever it raises ends the work."""


class PastDatabase(Database):
    """Stands for the open book wherever one is read. Safe to use from many threads.

    ``day`` is the day where the user is, and ``before`` the instant at which it ended.
    """

    def __init__(self, present: Database, day: date, before: datetime, step: Step) -> None:
        self.folder = present.folder
        self._one_reader = threading.RLock()
        self._engine = memory_engine()
        try:
            self._connection = self._engine.connect()
            with translated(self.folder):
                around = present.copy_to(raw(self._connection), step)
                changeset = changeset_at(raw(self._connection), to_column(before))
                Rewind(self._connection, changeset, day).apply()
                raw(self._connection).execute("PRAGMA query_only=1")
        except BaseException:
            self._engine.dispose()
            raise
        self._past = replace(around, order=NameOrder(), names=CalledNames(), today=lambda: day)

    @contextmanager
    def read(self) -> Iterator[BookReader]:
        """The book as it was; one reader at a time."""
        with self._one_reader, translated(self.folder):
            yield BookReader(self._connection, self._past)

    def write(self, operation: Operation) -> NoReturn:  # noqa: ARG002
        """Nobody changes the past; whoever shows it does not offer to."""
        raise RuntimeError("the past is only read")

    def aside(self) -> NoReturn:
        """Nothing is noted of the past."""
        raise RuntimeError("the past is only read")

    def repair(self) -> NoReturn:
        """There is nothing to mend in a copy."""
        raise RuntimeError("the past is only read")

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:  # noqa: ARG002
        """The past has no news."""
        return lambda: None

    def poll(self) -> None:
        """Nobody else writes to the copy."""

    def forbid_writes_here(self) -> None:
        """Nobody writes to it anyway."""

    def checkpoint(self) -> None:
        """It has no log."""

    def close(self) -> None:
        """Lets go of the memory. Nothing of it may be used afterwards."""
        with self._one_reader:
            self._connection.close()
            self._engine.dispose()
