"""A whole window on a real book, for tests of the frame."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
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
    runner = JobRunner()
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
        yield Desk(window, frame, book, preferences, news, following, work)
    finally:
        window.leave()
        following.pop_ups.close()
        news.stop()
        work.close()
        runner.close()
        window.deleteLater()
