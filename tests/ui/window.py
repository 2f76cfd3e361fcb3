"""A whole window on a real book, for tests of the frame."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.filling import fill
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.ui.shell.window import MainWindow
from tests.clock import a_clock
from tests.open_book import a_book, a_person


@dataclass(frozen=True)
class Desk:
    """A filled window and what stands behind it."""

    window: MainWindow
    book: OpenBook
    preferences: PreferencesService
    news: News


@contextmanager
def a_desk(folder: Path, *names: str) -> Iterator[Desk]:
    """A shown window on a book with these people, filled and ready."""
    with a_book(folder) as book:
        for name in names:
            book.contacts.add(a_person(name, "CATEGORIES:Friends"))
        runner = JobRunner()
        work, news = Work(runner), News()
        preferences = PreferencesService(book.folder)
        window = MainWindow(preferences)
        window.show()
        news.follow(book.listen)
        fill(window, Surroundings(book, preferences, work, news, a_clock()))
        try:
            yield Desk(window, book, preferences, news)
        finally:
            window.close()
            news.stop()
            work.close()
            runner.close()
            window.deleteLater()
