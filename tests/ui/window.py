"""A whole window on a real book, for tests of the frame."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import Job, JobKind, JobRunner, Lane
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.filling import fill, first_place
from relate_desktop.ui.shell.following import Following, follow
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.looks import appearance_of
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.ui.shell.window import MainWindow
from tests.clock import a_clock
from tests.open_book import a_book, a_person

T = TypeVar("T")
QUIET_ROUNDS = 5
"""How many rounds of the event loop go without anything being asked for until a window is at rest."""


class CountingRunner(JobRunner):
    """Counts what it was asked for, and what of it has ended and was told."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self._ended: set[Job[Any]] = set()
        self.listen(lambda job: self._ended.add(job) if job.state.ended else None)

    def submit(
        self,
        lane: Lane,
        function: Callable[[Job[T]], T],
        kind: JobKind,
        listener: Callable[[Job[T]], None] | None = None,
    ) -> Job[T]:
        """Count it and do it."""
        self.asked += 1
        return super().submit(lane, function, kind, listener)

    @property
    def at_rest(self) -> bool:
        """Whether everything has ended."""
        return self.asked == len(self._ended)


@dataclass(frozen=True)
class Desk:
    """A filled window and what stands behind it."""

    window: MainWindow
    frame: Furniture
    book: OpenBook
    preferences: PreferencesService
    news: News
    following: Following
    work: Work
    runner: CountingRunner

    def settle(self, qtbot: QtBot) -> None:
        """Wait until nobody works for the window any more, and all that came of it is shown."""
        quiet = 0
        while quiet < QUIET_ROUNDS:
            qtbot.waitUntil(lambda: self.runner.at_rest)
            asked = self.runner.asked
            QCoreApplication.processEvents()
            quiet = quiet + 1 if self.runner.asked == asked and self.runner.at_rest else 0


@contextmanager
def a_desk(folder: Path, *names: str) -> Iterator[Desk]:
    """A shown window on a book with these people, filled and ready."""
    with a_book(folder) as book:
        for name in names:
            book.contacts.add(a_person(name, "CATEGORIES:Friends"))
        with a_desk_on(book, empty=not names) as desk:
            yield desk


@contextmanager
def a_desk_on(book: OpenBook, *, empty: bool = False) -> Iterator[Desk]:
    """A shown window on a book that is open already."""
    runner = CountingRunner()
    work, news = Work(runner), News()
    preferences = book.preferences
    theme().apply(appearance_of(preferences.current))
    window = first_paint.make_window(book.folder)
    frame = Furniture(window, preferences)
    window.show()
    news.follow(book.listen)
    work.progressed.connect(frame.jobs.follow)
    around = Surroundings(book, book.folder, preferences, work, news, a_clock())
    fill(frame, around)
    first_place(frame, empty=empty)
    following = follow(frame, around)
    try:
        yield Desk(window, frame, book, preferences, news, following, work, runner)
    finally:
        window.leave()
        following.pop_ups.close()
        news.stop()
        work.close()
        runner.close()
        window.deleteLater()
