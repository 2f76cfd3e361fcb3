"""Filling the window once the book is open: rooms, circles, messages, the first place."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import display
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.short_list import ShortEntry
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.changes import ChangeMessages
from relate_desktop.ui.shell.rooms import ROOMS, Surroundings
from relate_desktop.ui.shell.window import MainWindow
from relate_desktop.words.translation import _, ngettext


def fill(window: MainWindow, around: Surroundings) -> None:
    """Give the window its rooms and go to the first place."""
    book, work, news = around.book, around.work, around.news
    window.navigator.set_rooms({name: partial(make, around) for name, make in ROOMS.items()})
    window.offer_places()
    messages = ChangeMessages(book.history, work, news, window.menus, window)
    messages.said.connect(window.say)
    SampleStrip(book, work, news, window)
    CirclesInSideBar(book, work, news, window)
    # one cheap read in the window's thread decides which of two rooms is made
    empty = book.contacts.count() == 0
    window.navigator.go(Place("welcome" if empty else "people"))


def open_asks(window: MainWindow, asks: Sequence[str]) -> None:
    """Open what a start of the program was asked for: files together, else places in order."""
    paths = [Path(one) for one in asks if Path(one).is_absolute()]
    if paths:
        window.look_into(paths)
    for one in asks:
        if Path(one).is_absolute():
            continue
        place = Place.parse(one)
        if not window.navigator.go(place):
            words = _("There is no place called {place}.").format(place=display(one, 60))
            window.say(Message(words, "nowhere"))


class SampleStrip(QObject):
    """Says on top, for as long as they are there, that one looks at sample people."""

    def __init__(self, book: OpenBook, work: Work, news: News, window: MainWindow) -> None:
        super().__init__(window)
        self._book, self._work, self._strip = book, work, window.sample_strip
        news.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._work.run(
            Lane.READ,
            lambda _job: self._book.sample.present() is not None,
            self._show,
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _show(self, present: bool) -> None:
        if not present:
            self._strip.hide()
            return
        self._strip.show_notice(
            _("You are looking at sample people."),
            _("Sample people"),
            action=_("Remove them and start"),
            act=self._remove,
        )

    def _remove(self) -> None:
        self._work.run(Lane.WRITE, lambda _job: self._book.sample.remove(), kind=JobKind.UNDO, owner=self)


class CirclesInSideBar(QObject):
    """Keeps the circles of the side bar as the book has them."""

    def __init__(self, book: OpenBook, work: Work, news: News, window: MainWindow) -> None:
        super().__init__(window)
        self._book, self._work, self._window = book, work, window
        news.changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._work.run(
            Lane.READ,
            lambda _job: self._book.contacts.circles(),
            self._show,
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _show(self, circles: Sequence[CircleSummary]) -> None:
        entries = [
            ShortEntry(
                key=circle.name,
                words=display(circle.name, 60),
                count=f"{circle.count:,}",
                hue=circle.hue,
                accessible=ngettext(
                    "{circle}, {count} person", "{circle}, {count} people", circle.count
                ).format(circle=circle.name, count=circle.count),
            )
            for circle in circles
        ]
        self._window.side.show_circles(entries)
        self._window.show_place()


def _spoken(circle: CircleSummary) -> str:
    words = ngettext("{circle}, {count} person", "{circle}, {count} people", circle.count)
    return words.format(circle=circle.name, count=circle.count)
