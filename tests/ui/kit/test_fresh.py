import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.services.jobs import JobRunner, Lane
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.work import Work
from tests.patience import SECONDS


class Book:
    """What is read: a value that changes, and readers that can be held up."""

    def __init__(self) -> None:
        self.value = 0
        self.fails = False
        self.begun = 0
        self.started = threading.Semaphore(0)
        self.gate = threading.Semaphore(0)

    def reader(self) -> int:
        found, fails = self.value, self.fails
        self.begun += 1
        self.started.release()
        assert self.gate.acquire(timeout=SECONDS)
        if fails:
            raise InputError(ErrorKind.FILE_MISSING)
        return found

    def wait_for_reader(self) -> None:
        assert self.started.acquire(timeout=SECONDS)


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    runner = JobRunner()
    yield Work(runner)
    runner.close()


def test_what_changes_while_it_is_read_is_shown_in_the_end_and_nothing_else(work: Work, qtbot: QtBot) -> None:
    book, owner, shown = Book(), QObject(), list[int]()
    fresh = Fresh(work, owner, lambda: book.reader, shown.append)
    fresh.ask()
    book.wait_for_reader()
    for value in (1, 2, 3):
        book.value = value
        fresh.ask()
    book.gate.release(2)
    qtbot.waitUntil(lambda: shown == [3])
    assert book.begun == 2
    assert not fresh.on_its_way


def test_what_changes_while_a_reading_that_fails_is_under_way_is_read_as_well(
    work: Work, qtbot: QtBot
) -> None:
    book, owner, shown, errors = Book(), QObject(), list[int](), list[BaseException]()
    fresh = Fresh(work, owner, lambda: book.reader, shown.append, errors.append)
    book.fails = True
    fresh.ask()
    book.wait_for_reader()
    book.fails, book.value = False, 1
    fresh.ask()
    book.gate.release(2)
    qtbot.waitUntil(lambda: shown == [1])
    assert errors == []


def test_what_is_asked_while_another_still_waits_for_its_turn_is_read_once(work: Work, qtbot: QtBot) -> None:
    book, owner, shown = Book(), QObject(), list[int]()
    both = threading.Semaphore(0)
    for _worker in range(2):
        work.run(Lane.READ, lambda _job: both.acquire(timeout=SECONDS))
    fresh = Fresh(work, owner, lambda: book.reader, shown.append)
    fresh.ask()
    book.value = 1
    fresh.ask()
    both.release(2)
    book.gate.release(2)
    qtbot.waitUntil(lambda: shown == [1])
    assert book.begun == 1


def test_it_begins_again_after_it_was_shown_and_after_it_failed(work: Work, qtbot: QtBot) -> None:
    book, owner, shown = Book(), QObject(), list[int]()
    fresh = Fresh(work, owner, lambda: book.reader, shown.append)
    book.gate.release(3)
    fresh.ask()
    qtbot.waitUntil(lambda: shown == [0])
    book.fails = True
    with qtbot.waitSignal(work.failed):
        fresh.ask()
    book.fails, book.value = False, 2
    fresh.ask()
    qtbot.waitUntil(lambda: shown == [0, 2])


def test_where_there_is_nothing_to_read_nothing_is_on_its_way(work: Work) -> None:
    owner, shown = QObject(), list[int]()
    fresh: Fresh[int] = Fresh(work, owner, lambda: None, shown.append)
    fresh.ask()
    assert not fresh.on_its_way


def test_what_was_read_before_a_write_ended_is_not_shown(work: Work, qtbot: QtBot) -> None:
    book, owner, shown = Book(), QObject(), list[int]()
    fresh = Fresh(work, owner, lambda: book.reader, shown.append)
    fresh.ask()
    book.wait_for_reader()
    fresh.hold()
    book.gate.release(2)
    qtbot.waitUntil(lambda: not fresh.on_its_way)
    assert shown == []
    fresh.ask()
    assert not fresh.on_its_way
    book.value = 1
    fresh.free()
    qtbot.waitUntil(lambda: shown == [1])
