"""Six weeks around a month as Qt sees them: a table of days, each with what stands on it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from relate_desktop.domain.wall_time import moved
from relate_desktop.ui.calendar.lines import AgendaLine
from relate_desktop.words.calendar_days import day_sentence
from relate_desktop.words.dates import weekday_name
from relate_desktop.words.due import short_weekday

Index = QModelIndex | QPersistentModelIndex
WEEKS, DAYS = 6, 7
NAMED = 4
"""Things of a day that assistive tools name."""


def first_shown(month: date) -> date:
    """The first day of the week in which a month begins, as weeks begin where the user is."""
    first = month.replace(day=1)
    week_begins = QLocale.system().firstDayOfWeek().value - 1
    return moved(first, -((first.weekday() - week_begins) % DAYS))


def last_shown(month: date) -> date:
    """The last of the six weeks."""
    return moved(first_shown(month), WEEKS * DAYS - 1)


class MonthModel(QAbstractTableModel):
    """Days of six weeks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = date(2000, 1, 1)
        self.today = date(2000, 1, 1)
        self._first = first_shown(self.month)
        self._found: Mapping[date, Sequence[AgendaLine]] = {}

    def show(self, month: date, today: date, found: Mapping[date, Sequence[AgendaLine]]) -> None:
        """Show a month with what stands on its days."""
        self.beginResetModel()
        self.month, self.today, self._found = month.replace(day=1), today, found
        self._first = first_shown(month)
        self.endResetModel()

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return moved(self._first, index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid where it is not shown."""
        place = (day - self._first).days
        return self.index(place // DAYS, place % DAYS) if 0 <= place < WEEKS * DAYS else QModelIndex()

    def lines(self, index: Index) -> Sequence[AgendaLine]:
        """What stands on the day of a cell."""
        return self._found.get(self.day(index), ())

    def belongs(self, index: Index) -> bool:
        """Whether the day is one of the month."""
        day = self.day(index)
        return (day.year, day.month) == (self.month.year, self.month.month)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Six weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Seven days."""
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of the day; for assistive tools the day and what stands there."""
        if not index.isValid():
            return None
        day, lines = self.day(index), self.lines(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_sentence(day, [line.title for line in lines[:NAMED]], len(lines))
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The days of the week, short; in full for assistive tools."""
        day = self._first + timedelta(days=section)
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return short_weekday(day)
        return weekday_name(day) if role == Qt.ItemDataRole.AccessibleTextRole else None
