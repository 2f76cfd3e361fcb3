import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.services.jobs import Job, JobRunner, Lane
from relate_desktop.ui.kit.work import Work


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: list[threading.Thread] = []

    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.append(threading.current_thread())


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    runner = JobRunner()
    yield Work(runner)
    runner.close()


def test_results_arrive_on_the_windows_thread(work: Work, qtbot: QtBot) -> None:
    receiver = Receiver()
    worked_on: list[threading.Thread] = []

    def count(job: Job[int]) -> int:
        worked_on.append(threading.current_thread())
        return 42

    work.run(Lane.READ, count, receiver.take)
    qtbot.waitUntil(lambda: receiver.got == [42])
    assert receiver.threads == [threading.main_thread()]
    assert worked_on != [threading.main_thread()]


def test_a_receiver_that_is_gone_is_not_called(work: Work, qtbot: QtBot) -> None:
    gate, receiver, other = threading.Event(), Receiver(), Receiver()
    got = receiver.got

    def wait(job: Job[int]) -> int:
        gate.wait(5)
        return 1

    work.run(Lane.WRITE, wait, receiver.take)
    shiboken6.delete(receiver)
    gate.set()
    work.run(Lane.WRITE, lambda _job: 2, other.take)
    qtbot.waitUntil(lambda: other.got == [2])
    assert got == []


def test_failures_go_to_whoever_asked_for_them(work: Work, qtbot: QtBot) -> None:
    receiver = Receiver()
    error = InputError(ErrorKind.FILE_MISSING)

    def fail(job: Job[int]) -> int:
        raise error

    work.run(Lane.READ, fail, None, receiver.take)
    qtbot.waitUntil(lambda: receiver.got == [error])


def test_failures_nobody_asked_about_are_told_by_the_shell(work: Work, qtbot: QtBot) -> None:
    def fail(job: Job[int]) -> int:
        raise InputError(ErrorKind.FILE_MISSING)

    with qtbot.waitSignal(work.failed) as told:
        work.run(Lane.READ, fail)
    assert told.args is not None
    assert isinstance(told.args[0], InputError)


def test_cancelled_work_says_so(work: Work, qtbot: QtBot) -> None:
    receiver, started = Receiver(), threading.Event()

    def long(job: Job[int]) -> int:
        while True:
            started.set()
            job.step(0, 0)

    job = work.run(Lane.READ, long, on_cancelled=lambda: receiver.take("stopped"))
    started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: receiver.got == ["stopped"])


def test_work_that_ends_after_the_window_is_gone_harms_nothing(qtbot: QtBot) -> None:
    runner = JobRunner()
    work, gate = Work(runner), threading.Event()
    work.run(Lane.READ, lambda _job: gate.wait(5), lambda _value: None)
    shiboken6.delete(work)
    gate.set()
    assert runner.close()
