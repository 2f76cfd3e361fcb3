from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from relate_desktop.services.jobs import Job, JobKind, JobState
from relate_desktop.ui.shell.job_bar import JobBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[JobBar]:
    host = QFrame()
    host.resize(800, 600)
    qtbot.addWidget(host)
    host.show()
    yield JobBar(host)
    host.hide()


def running(kind: JobKind, done: int = 0, total: int = 0) -> Job[None]:
    """A job in the middle of its work."""
    job: Job[None] = Job(kind)
    job._state = JobState.RUNNING
    job.step(done, total)
    return job


def test_short_work_shows_nothing(bar: JobBar) -> None:
    job = running(JobKind.EDIT)
    bar.follow(job)
    assert bar.line.isHidden()
    job.run(lambda _job: None)
    job._state = JobState.DONE
    bar.follow(job)
    bar.refresh_line()
    assert bar.line.isHidden()


def test_a_slim_line_comes_first_and_words_later(bar: JobBar) -> None:
    job = running(JobKind.IMPORT, 812, 1940)
    bar.follow(job)
    bar.refresh_line()
    assert bar.line.isVisible()
    assert bar.isHidden()
    bar._show_words()
    assert bar.isVisible()
    assert bar.words.text() == "Importing people: 812 of 1,940"
    assert bar.bar.value() == 42


def test_cancel_stops_the_shown_work(bar: JobBar) -> None:
    job = running(JobKind.IMPORT, 1, 10)
    bar.follow(job)
    bar._show_words()
    bar.cancel.click()
    assert job.stopping
    assert not bar.cancel.isEnabled()


def test_work_a_room_shows_itself_is_not_shown_twice(bar: JobBar) -> None:
    bar.hidden_kinds = frozenset({JobKind.IMPORT_PLAN})
    bar.follow(running(JobKind.IMPORT_PLAN))
    bar._show_words()
    assert bar.isHidden()


def test_the_end_of_all_work_clears_the_bar(bar: JobBar) -> None:
    first, second = running(JobKind.EXPORT), running(JobKind.IMPORT)
    for job in (first, second):
        bar.follow(job)
    bar._show_words()
    for job in (first, second):
        job._state = JobState.CANCELLED
        bar.follow(job)
    assert bar.isHidden()
    assert bar.line.isHidden()
