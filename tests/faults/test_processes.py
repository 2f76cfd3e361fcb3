"""Faults 37 to 39: several processes at one book, and locks whose owners are dead."""

import threading
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.storage.engine import raw, writer_engine
from relate_desktop.storage.lock import BookLock
from tests.faults.drill import child, digest, history, started

CHANGES = 150


def test_two_processes_write_in_turn_and_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    processes = [started("add", folder, CHANGES) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in processes] == ["done", "done"]
    assert len(history(folder)) == 2 * CHANGES
    digest(folder)


def test_a_lock_whose_owner_was_killed_is_free(book: Path) -> None:
    (book / "relate.lock").write_text("999999")
    process = started("add", book, 100_000)
    threading.Event().wait(0.7)
    process.kill()
    process.communicate()
    assert child("migrate", book, 1).status == 0


def test_nobody_opens_a_book_that_somebody_has_alone(book: Path) -> None:
    lock = BookLock(book)
    lock.take_alone()
    try:
        ended = child("add", book, 1)
        assert (ended.status, ended.said) == (3, ErrorKind.BOOK_BUSY)
    finally:
        lock.close()
    assert child("add", book, 1).status == 0


@pytest.mark.large
def test_a_writer_that_does_not_give_way_is_said_to_be_busy(book: Path) -> None:
    engine = writer_engine(book / "relate.db")
    with engine.connect() as connection:
        raw(connection).execute("BEGIN IMMEDIATE")
        ended = child("add", book, 1)
        raw(connection).execute("ROLLBACK")
    engine.dispose()
    assert (ended.status, ended.said) == (3, ErrorKind.BOOK_BUSY)
    assert child("add", book, 1).status == 0
