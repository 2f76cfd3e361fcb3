"""What the program does by itself: one process at a time, woken by changes, held up by nothing."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relate_desktop.domain.errors import BookDamagedError, ErrorKind, StorageError
from relate_desktop.services.book import OpenBook
from relate_desktop.services.chores import LOCK, Chore, Chores, write_down_met
from relate_desktop.system.file_lock import FileLock
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.patience import SECONDS
from tests.present import at
from tests.unit.services.calendar_files import Steps, a_file, vevent
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import an_event


@contextmanager
def working(book: OpenBook, *chores: Chore, every: float = 60.0) -> Iterator[Chores]:
    found = Chores(book, chores or None, every=every, settle=0.001)
    found.start()
    try:
        yield found
    finally:
        found.stop()


class Counted:
    """A chore that counts how often it was done."""

    def __init__(self) -> None:
        self.times = 0
        self._done = threading.Condition()

    def __call__(self) -> None:
        with self._done:
            self.times += 1
            self._done.notify_all()

    def wait_for(self, times: int) -> bool:
        with self._done:
            return self._done.wait_for(lambda: self.times >= times, SECONDS)


def test_whom_one_met_is_written_down_by_itself(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(at("2026-11-24 12:00", "UTC"))) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        written = threading.Event()
        stop = book.listen(lambda _changes: written.set())
        with working(book):
            assert written.wait(SECONDS)
        stop()
        assert book.timeline.last_talk(ada) is not None


def test_a_calendar_whose_file_changed_is_read_again_by_itself(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.calendars.add([a_file(tmp_path, vevent("a"))], Steps())
        a_file(tmp_path, vevent("a"), vevent("b"))
        read = threading.Event()
        stop = book.listen(lambda _changes: read.set())
        with working(book):
            assert read.wait(SECONDS)
        stop()
        assert [calendar.events for calendar in book.calendars.all()] == [2]


def test_a_change_and_a_wish_wake_it(tmp_path: Path) -> None:
    counted = Counted()
    with a_book(tmp_path) as book, working(book, counted) as chores:
        assert counted.wait_for(1)
        book.contacts.add(a_person("Ada"))
        assert counted.wait_for(2)
        book.preferences.change(your_name="Robin")
        assert counted.wait_for(3)
        chores.wake()
        assert counted.wait_for(4)


def test_it_is_looked_at_again_after_a_while(tmp_path: Path) -> None:
    counted = Counted()
    with a_book(tmp_path) as book, working(book, counted, every=0.001):
        assert counted.wait_for(3)


def test_one_that_cannot_be_done_now_keeps_no_other_from_being_done(tmp_path: Path) -> None:
    counted = Counted()

    def full() -> None:
        raise StorageError(ErrorKind.DISK_FULL)

    with a_book(tmp_path) as book, working(book, full, counted) as chores:
        assert counted.wait_for(1)
        chores.wake()
        assert counted.wait_for(2)


def test_a_book_that_was_taken_away_ends_it(tmp_path: Path) -> None:
    done = Counted()

    def gone() -> None:
        done()
        raise BookDamagedError(ErrorKind.BOOK_REPLACED)

    with a_book(tmp_path) as book:
        with working(book, gone) as chores:
            assert done.wait_for(1)
            chores.wake()
        assert done.times == 1


def test_only_one_process_does_them(tmp_path: Path) -> None:
    counted = Counted()
    with a_book(tmp_path) as book:
        other = FileLock(book.folder / LOCK)
        assert other.take()
        with working(book, counted) as chores:
            chores.wake()
        assert counted.times == 0
        with working(book, counted, every=0.001):
            other.release()
            assert counted.wait_for(1)


def test_what_took_place_can_be_written_down_at_once(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(at("2026-11-24 12:00", "UTC"))) as book:
        book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        assert write_down_met(book).written == 1
        assert write_down_met(book).written == 0
