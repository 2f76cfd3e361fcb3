"""One open book: readers that cannot write, one writer at a time, and news after each commit."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from relate_desktop.domain.change import Changes, Operation, Reverted
from relate_desktop.domain.change_details import RevertPlan
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import BookDamagedError, ErrorKind, StorageError, UserError
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.query_answer import Day
from relate_desktop.storage import drill, migrations, opening, reverting
from relate_desktop.storage.backups import back_up_before_migration
from relate_desktop.storage.book import Aside, BookReader, BookWriter, Surroundings
from relate_desktop.storage.called_names import CalledNames
from relate_desktop.storage.closeness import Closeness
from relate_desktop.storage.derived import DerivedTables
from relate_desktop.storage.derived_calendars import DerivedCalendars
from relate_desktop.storage.derived_time import rebuild_time
from relate_desktop.storage.engine import raw, reader_engine, refuse_old_sqlite, writer_engine
from relate_desktop.storage.failures import for_disk, is_suspicious, translated, translated_files
from relate_desktop.storage.identity import FileIdentity
from relate_desktop.storage.journal import Journal
from relate_desktop.storage.lock import BookLock
from relate_desktop.storage.media import MediaStore
from relate_desktop.storage.migrations.step import Step, migrate
from relate_desktop.storage.moments import to_column
from relate_desktop.storage.name_order import NameOrder
from relate_desktop.storage.networks import journal_mode
from relate_desktop.storage.permissions import (
    FILE_MODE,
    FOLDER_MODE,
    close_to_others,
    ensure_file,
    keep_to_owner,
    make_folder,
    open_to_others,
)
from relate_desktop.storage.rescue import rescued
from relate_desktop.storage.schema import APPLICATION_ID
from relate_desktop.storage.state import CommitMirror

_PAGES = 2_000
"""Pages copied at one time."""

Listener = Callable[[Changes], None]
Here = Callable[[], tzinfo | None]
"""Answers the zone the user is in; None for that of the machine."""


def _of_the_machine() -> None:
    """The machine's zone, as the C library has it."""


class Database:
    """A book on disk. Safe to use from many threads; made by ``open`` and ended by ``close``."""

    def __init__(
        self, folder: Path, clock: Clock, lock: BookLock, writer: Engine, media: MediaStore, *, here: Here
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._here = here
        self._lock = lock
        self._writer = writer
        self._media = media
        self._readers = reader_engine(folder / opening.NAME)
        self._identity = FileIdentity(folder / opening.NAME)
        self._mirror = CommitMirror(folder)
        self._around = Surroundings(
            folder, media, self._mirror, NameOrder(), CalledNames(), self._today, self._zone
        )
        self._turn = threading.Lock()
        self._listeners: list[Listener] = []
        self._forbidden: int | None = None
        self._holder: int | None = None
        self._version = self._foreign_version()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Clock,
        create: bool = False,
        here: Here = _of_the_machine,
        steps: tuple[Step, ...] = migrations.STEPS,
    ) -> "Database":
        """Opens the book in a folder; with ``create`` a new one where there is none.

        ``here`` answers the zone the user is in, by which it is known which day it is.

        An older book is migrated after a verified backup. Raises NotFoundError, BookDamagedError,
        BookNewerError, BookBusyError or StorageError, and then has changed nothing.
        """
        refuse_old_sqlite()
        keep_to_owner()
        try:
            return cls._open(folder, clock, here, steps, create=create)
        except UserError as error:
            if not is_suspicious(error):
                error.facts.setdefault("path", str(folder))
                raise
        try:
            return cls._open(folder, clock, here, steps, create=create)  # a read may fail once without damage
        except UserError as error:
            raise for_disk(error, folder) from error

    @classmethod
    def _open(
        cls, folder: Path, clock: Clock, here: Here, steps: tuple[Step, ...], *, create: bool
    ) -> "Database":
        with ExitStack() as opened:
            with translated_files(folder):
                found = opening.examine(folder, steps[-1].version, create=create)
                make_folder(folder)
                lock = BookLock(folder)
            opened.callback(lock.close)
            lock.share()
            with translated_files(folder):
                writer = _prepared(folder, lock, steps, found.version, clock)
            opened.callback(writer.dispose)
            with translated_files(folder):
                media = MediaStore(folder, journal_mode(folder))
                opened.callback(media.close)
                database = cls(folder, clock, lock, writer, media, here=here)
            opened.pop_all()
        return database

    # --------------------------------------------------------------- reading

    @contextmanager
    def read(self) -> Iterator[BookReader]:
        """The book as it stands now, one snapshot until the block ends; it cannot be written here."""
        try:
            with translated(self.folder), self._readers.begin() as connection:
                yield BookReader(connection, self._around)
        except UserError as error:
            self._look_again(error)
            raise

    def copy_to(self, target: Any, step: Callable[[int, int], object]) -> Surroundings:
        """Copies the book as it stands into an empty connection; answers what its readers share.

        ``step`` hears how many pages are copied, and of how many.
        """
        with translated(self.folder), self._readers.begin() as connection:
            source = raw(connection)
            source.execute("SELECT 1 FROM changesets LIMIT 1").fetchone()  # from here on it is one snapshot
            source.backup(
                target, pages=_PAGES, progress=lambda _status, left, pages: step(pages - left, pages)
            )
        return self._around

    def poll(self) -> None:
        """Tells listeners when another process has written; raises BOOK_REPLACED when the file is gone."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            with translated(self.folder):
                self._verify()
                version = self._foreign_version()
        finally:
            self._turn.release()
        if version != self._version:
            self._version = version
            self._tell(Changes(changeset=None, operation=None, everything=True))

    # --------------------------------------------------------------- writing

    @contextmanager
    def write(self, operation: Operation) -> Iterator[BookWriter]:
        """One transaction, one changeset, one piece of news after the commit.

        Any exception leaves the book as it was; when nothing was changed there is no changeset
        and no news. Raises BookBusyError when another process does not give way.
        """
        if threading.get_ident() == self._forbidden:
            raise RuntimeError("writes are jobs: this thread must not wait for the disk")
        if threading.get_ident() == self._holder:
            raise RuntimeError("a write within a write would wait for itself")
        news: Changes | None = None
        with self._taken_turn(), translated(self.folder):
            self._verify()
            with self._writer.connect() as connection, self._media.write() as media:
                transaction = connection.begin()
                drill.point("after-begin")
                with transaction:
                    at = self._clock()
                    journal = Journal(connection, operation, to_column(at))
                    book = BookWriter(journal, self._media, media, Day(self._day_of(at), self._zone()))
                    yield book
                    news = book.finish()
                    if news is None:
                        transaction.rollback()
                    else:
                        drill.point("before-media-commit")
                        media.commit()
                        drill.point("before-commit")
                        transaction.commit()
                        drill.point("after-commit")
                if news is not None:
                    self._committed(book, at.isoformat())
            erased = news is not None and book.contacts.eraser.erased
            if erased:
                self._media.forget(book.contacts.eraser.media)
        try:
            if news is not None:
                self._tell(news)  # before the slow part: who was erased should leave the screen at once
        finally:
            if erased:
                with self._taken_turn(), translated(self.folder):
                    self._empty_log()

    @contextmanager
    def aside(self) -> Iterator[Aside]:
        """Notes what the program did by itself: one transaction without changeset and record.

        There is news of it only where the block asks for some.
        Raises BookBusyError and StorageError as ``write`` does.
        """
        if threading.get_ident() == self._forbidden:
            raise RuntimeError("writes are jobs: this thread must not wait for the disk")
        if threading.get_ident() == self._holder:
            raise RuntimeError("a write within a write would wait for itself")
        with self._taken_turn(), translated(self.folder):
            self._verify()
            with self._writer.begin() as connection:
                aside = Aside(connection)
                yield aside
        if aside.told:
            self._tell(Changes(None, None, dict.fromkeys(aside.told, frozenset())))

    def undo(self, operation: Operation, changeset: ChangesetId | None = None) -> Reverted:
        """Takes back the last change, or any one: then what was written since stays.

        Raises NotFoundError (NOTHING_TO_UNDO, OPERATION_UNKNOWN).
        """
        return reverting.undo(self, operation, changeset)

    def redo(self, operation: Operation) -> Reverted:
        """Does again what was undone last; raises NotFoundError(NOTHING_TO_REDO)."""
        return reverting.redo(self, operation)

    def take_back(self, operation: Operation, changeset: ChangesetId) -> Reverted:
        """Takes an older change out of the past; later edits stay and are named."""
        return reverting.take_back(self, operation, changeset)

    def plan_take_back(self, operation: Operation, changeset: ChangesetId) -> RevertPlan:
        """What taking a change back would come to; nothing is kept of it."""
        return reverting.plan_take_back(self, operation, changeset)

    def separate(
        self,
        operation: Operation,
        changeset: ChangesetId,
        newer_to: ContactId | None = None,
        group: Sequence[ContactId] = (),
    ) -> Reverted:
        """Takes a merge, or of one of many a group, back; what was added since goes to one of them."""
        return reverting.separate(self, operation, changeset, newer_to, group)

    def forbid_writes_here(self) -> None:
        """Refuses writes on the calling thread from now on: the window must not wait for a disk."""
        self._forbidden = threading.get_ident()

    def checkpoint(self) -> None:
        """Moves the log into the file and cuts it to nothing, so that nothing erased is left in it."""
        with self._turn, translated(self.folder):
            self._empty_log()

    def repair(self) -> tuple[str, ...]:
        """Closes the book to others and makes every derived row anew; nothing recorded is touched.

        Answers what was done: ``closed_to_others`` where there was need, and ``rebuilt``.
        """
        opened = open_to_others(self.folder)
        for path in opened:
            close_to_others(path, FOLDER_MODE if path.is_dir() else FILE_MODE)
        with self._turn, translated(self.folder):
            self._verify()
            with self._writer.begin() as connection:
                DerivedTables(raw(connection)).rebuild()
                rebuild_time(raw(connection), self._today())
                Closeness(connection, self._today()).rebuild()
                DerivedCalendars(raw(connection)).rebuild()
            self._around.order.drop()
            self._around.names.drop()
        self._tell(Changes(changeset=None, operation=None, everything=True))
        return (*(("closed_to_others",) if opened else ()), "rebuilt")

    # ------------------------------------------------------------------ news

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls the listener after each commit, on the writing thread; returns how to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Ends all connections and lets go of the lock; the log is moved into the file."""
        with self._turn:
            self._mirror.flush()
            self._readers.dispose()
            self._media.close()
            self._writer.dispose()
            self._lock.close()

    def _today(self) -> date:
        return self._day_of(self._clock())

    def _zone(self) -> tzinfo:
        """Where the user is."""
        return self._clock().astimezone(self._here()).tzinfo or UTC

    def _day_of(self, moment: datetime) -> date:
        """Which day it is at a moment where the user is."""
        return moment.astimezone(self._here()).date()

    def _tell(self, news: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(news)

    @contextmanager
    def _taken_turn(self) -> Iterator[None]:
        with self._turn:
            self._holder = threading.get_ident()
            try:
                yield
            finally:
                self._holder = None

    def _committed(self, book: BookWriter, at: str) -> None:
        drill.acknowledge(book.changeset)
        self._mirror.committed(book.changeset, at)

    def _verify(self) -> None:
        """Refuses to write to a file that nobody will find again, after saving what is in it."""
        try:
            self._identity.verify()
        except BookDamagedError as error:
            saved = rescued(self._writer, self.folder, self._clock())
            if saved is not None:
                error.facts["rescued"] = str(saved)
            raise

    def _empty_log(self) -> None:
        with self._writer.connect() as connection:
            drill.point("in-checkpoint")
            raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _foreign_version(self) -> int:
        """SQLite's number of commits by others, which the writer's own do not change."""
        with self._writer.connect() as connection:
            return int(raw(connection).execute("PRAGMA data_version").fetchone()[0])

    def _look_again(self, error: UserError) -> None:
        """Tells a disk's moment of weakness from damage: new connections, and one look at the file."""
        if not is_suspicious(error):
            return
        self._readers.dispose()
        with translated(self.folder), self._readers.connect() as connection:
            answer = raw(connection).execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer == "ok" and isinstance(error, BookDamagedError):
            raise StorageError(ErrorKind.DISK_FAILING) from error
        if answer != "ok":
            raise BookDamagedError(ErrorKind.BOOK_DAMAGED, path=str(self.folder)) from error


def _prepared(folder: Path, lock: BookLock, steps: tuple[Step, ...], version: int, clock: Clock) -> Engine:
    """The writer's engine on a book that is up to date."""
    path = folder / opening.NAME
    ensure_file(path)
    engine = writer_engine(path, journal_mode=journal_mode(folder))
    try:
        if version < steps[-1].version:
            _bring_up(engine, folder, lock, steps, clock)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up(engine: Engine, folder: Path, lock: BookLock, steps: tuple[Step, ...], clock: Clock) -> None:
    """Migrates while nobody else has the book open; somebody else may have done it meanwhile."""
    lock.take_alone()
    with engine.connect() as connection:
        version = int(raw(connection).execute("PRAGMA user_version").fetchone()[0])
    if 0 < version < steps[-1].version:
        back_up_before_migration(engine, folder, steps[-1].version, clock())
    migrate(engine, steps, version, APPLICATION_ID)
    lock.share()
