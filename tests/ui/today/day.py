"""A room of today on a real book, on the Tuesday of the mock-ups."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId, PromiseId, ReminderId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.jobs import JobRunner
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.today.due import DueRow
from relate_desktop.ui.today.page import TodayRoom
from tests.clock import FixedClock, a_clock
from tests.open_book import a_person
from tests.present import at

TUESDAY = date(2026, 11, 24)
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass
class Day:
    """The room and what stands behind it."""

    room: TodayRoom
    book: OpenBook
    preferences: PreferencesService
    clock: FixedClock
    zone: list[ZoneInfo]
    qtbot: QtBot
    places: list[Place] = field(default_factory=list)

    @property
    def present(self) -> Present:
        """Now."""
        return self.book.present()

    def person(self, name: str, *lines: str) -> ContactId:
        """Somebody new."""
        return self.book.contacts.add(a_person(name, *lines))

    def remind(
        self, text: str, *people: ContactId, on: date | None = TUESDAY, hour: str | None = None
    ) -> ReminderId:
        """A reminder that is due on a day."""
        due = None if on is None else DueTime(on, None if hour is None else time.fromisoformat(hour))
        return self.book.reminders.add(Reminder(text, people, due, self.present.now))

    def promise(self, text: str, *people: ContactId, owed_by: OwedBy = OwedBy.MINE) -> PromiseId:
        """A promise that is due today."""
        return self.book.promises.add(Promise(owed_by, text, people, TUESDAY, DueTime(TUESDAY)))

    def talk(self, contact: ContactId, days_ago: int, direction: Direction = Direction.BOTH) -> None:
        """That one talked so many days ago; a message if one of the two wrote."""
        kind = InteractionKind.CALL if direction is Direction.BOTH else InteractionKind.MESSAGE
        self.book.timeline.log((contact,), kind, direction, Happened(TUESDAY - timedelta(days=days_ago)))

    def lapsed(self, name: str, *lines: str) -> ContactId:
        """Somebody it has been a while with."""
        contact = self.person(name, *lines)
        self.book.rhythms.set(contact, Cadence(30))
        self.talk(contact, 150)
        return contact

    def rows(self) -> list[DueRow]:
        """What is to be done, as it stands there."""
        return [row for row in self.room.columns.due.rows() if row.stays]

    def texts(self) -> list[str]:
        """The words of these rows."""
        return [row.line.text for row in self.rows()]

    def wait_for(self, *texts: str) -> list[DueRow]:
        """Wait until exactly these rows stand there."""
        self.qtbot.waitUntil(lambda: self.texts() == list(texts))
        return self.rows()


@contextmanager
def a_day(folder: Path, qtbot: QtBot, wall: str = "2026-11-24 09:00") -> Iterator[Day]:
    """The room, shown, on an empty book at a wall time in Berlin."""
    clock, zone = a_clock(at(wall)), [BERLIN]
    preferences = PreferencesService(folder / "book")
    theme().apply(Appearance(reduce_motion=True))
    with open_book(
        folder / "book", clock=clock, create=True, here=lambda: zone[0], preferences=preferences
    ) as book:
        runner = JobRunner()
        work, news = Work(runner), News()
        news.follow(book.listen)
        present = PresentSource(clock, preferences, lambda: zone[0])
        room = TodayRoom(book, preferences, work, news, present, read_time=lambda _words: None)
        day = Day(room, book, preferences, clock, zone, qtbot)
        room.asked.connect(day.places.append)
        qtbot.addWidget(room)
        room.resize(1064, 766)
        room.show()
        qtbot.waitExposed(room)
        try:
            yield day
        finally:
            news.stop()
            work.close()
            runner.close()


def label(day: Day, identifier: str) -> str:
    """The words of a label."""
    found = day.room.findChild(QLabel, identifier)
    assert isinstance(found, QLabel), identifier
    return found.text()


def shown(day: Day, identifier: str) -> bool:
    """Whether it is there to be seen."""
    found = day.room.findChild(QWidget, identifier)
    return isinstance(found, QWidget) and found.isVisibleTo(day.room)


def press(day: Day, identifier: str) -> None:
    """Press a button."""
    button = day.room.findChild(QPushButton, identifier)
    assert isinstance(button, QPushButton), identifier
    button.click()


def key(which: Qt.Key) -> None:
    """Press a key where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, which)


def focus() -> str:
    """What has the focus, by its identifier."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()
