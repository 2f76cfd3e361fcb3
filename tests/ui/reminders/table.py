"""A room of reminders on a real book, for its tests."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.place import Place
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import OpenBook
from relate_desktop.ui.reminders.page import RemindersRoom
from tests.bare import bare
from tests.present import a_rule

NOW = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
TODAY = NOW.date()


@dataclass(frozen=True)
class Table:
    """The room, the book behind it, and whom it is about."""

    room: RemindersRoom
    book: OpenBook
    anna: ContactId
    asked: list[Place]

    def remind(self, text: str, due: DueTime | None, rule: str = "") -> ReminderId:
        """A reminder about Anna."""
        repeats = a_rule(rule) if rule else None
        return self.book.reminders.add(Reminder(text, (self.anna,), due, NOW, repeats=repeats))

    def lines(self) -> list[str]:
        """What the list says, line by line."""
        model = self.room.list.lines
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def spoken(self) -> list[str]:
        """What assistive tools hear, line by line, without the marks around names."""
        model = self.room.list.lines
        role = Qt.ItemDataRole.AccessibleTextRole
        said = [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
        return [bare(line) for line in said]

    def why(self, line: int) -> str:
        """What a line gives as its reason."""
        model = self.room.list.lines
        return str(model.index(line, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))

    def only(self) -> Reminder:
        """The one open reminder."""
        (found,) = self.book.reminders.open()
        return found


def show(table: Table, qtbot: QtBot, count: int, place: str = "") -> None:
    """Go to a place of the room and wait for so many lines."""
    table.room.go(Place("reminders", place))
    qtbot.waitUntil(lambda: table.room.list.lines.rowCount() == count)
