"""Garbage is thrown away on the window's thread, whoever made the mess."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from relate_desktop.services.jobs import JobKind, JobRunner, Lane
from relate_desktop.ui.shell.garbage import Garbage
from tests.patience import SECONDS


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    gc.enable()
    garbage = Garbage(lambda: made.busy, every=5)
    garbage.start()
    yield made
    garbage.stop()
    gc.unfreeze()
    assert gc.isenabled()
    made.close()


def much(_job: object = None) -> list[list[int]]:
    """So many things that the collector would long have come."""
    return [[number] for number in range(200_000)]


def a_forgotten_timer() -> list[str]:
    """Leaves a timer that only the collector finds; answers where it will be told who found it."""
    timer = QTimer()
    timer.itself = timer  # type: ignore[attr-defined]
    found_on: list[str] = []
    weakref.finalize(timer, lambda: found_on.append(threading.current_thread().name))
    return found_on


def test_a_worker_that_makes_much_throws_nothing_of_the_window_away(qtbot: QtBot, runner: JobRunner) -> None:
    found_on = a_forgotten_timer()
    job = runner.submit(Lane.READ, much, JobKind.LIST)
    assert job.wait(SECONDS)
    assert not found_on
    qtbot.waitUntil(lambda: found_on == [threading.main_thread().name])


def test_while_workers_work_nothing_is_looked_at(qtbot: QtBot, runner: JobRunner) -> None:
    found_on = a_forgotten_timer()
    kept = much()
    go_on = threading.Event()
    job = runner.submit(Lane.READ, lambda _job: go_on.wait(SECONDS), JobKind.LIST)
    looks: list[int] = []
    ticks = QTimer()
    ticks.timeout.connect(lambda: looks.append(1))
    ticks.start(5)
    qtbot.waitUntil(lambda: len(looks) > 20)
    ticks.stop()
    assert not found_on
    go_on.set()
    assert job.wait(SECONDS)
    qtbot.waitUntil(lambda: bool(found_on))
    assert kept


@pytest.mark.parametrize("lane", [Lane.KEYRING, Lane.NETWORK])
def test_who_waits_for_a_password_or_a_host_holds_nothing_back(
    qtbot: QtBot, runner: JobRunner, lane: Lane
) -> None:
    go_on = threading.Event()
    job = runner.submit(lane, lambda _job: go_on.wait(SECONDS), JobKind.DETAIL)
    found_on = a_forgotten_timer()
    kept = much()
    try:
        qtbot.waitUntil(lambda: found_on == [threading.main_thread().name])
        assert not job.state.ended
    finally:
        go_on.set()
    assert job.wait(SECONDS)
    assert kept


def test_a_generation_without_a_limit_is_never_too_full(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.enable()
    garbage = Garbage(lambda: False)
    monkeypatch.setattr(gc, "get_threshold", lambda: (2_000, 10, 0))
    try:
        garbage._look()
    finally:
        garbage.stop()
