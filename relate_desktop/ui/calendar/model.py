"""The agenda as Qt sees it: lines of days, more of them as one goes on."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from relate_desktop.ui.calendar.lines import AgendaLine, CalendarView, place_of
from relate_desktop.ui.kit.tooltips import tip

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """Shows a ``CalendarView``. ``more_wanted`` is sent when the last days come into sight."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: CalendarView | None = None
        self._asked = False

    def show(self, view: CalendarView) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self.view, self._asked = view, False
        self.endResetModel()

    def append(self, more: CalendarView) -> None:
        """Show the days behind those that are shown."""
        before = self.view
        if before is None:
            return
        self._asked = False
        if not more.lines:
            self.view = before.followed_by(more)
            return
        self.beginInsertRows(QModelIndex(), len(before.lines), len(before.lines) + len(more.lines) - 1)
        self.view = before.followed_by(more)
        self.endInsertRows()

    def line(self, index: Index) -> AgendaLine | None:
        """The line at an index."""
        if self.view is None or not 0 <= index.row() < len(self.view.lines):
            return None
        return self.view.lines[index.row()]

    def index_of(self, identity: str, on: date) -> QModelIndex:
        """Where an event stands, else its day."""
        place = place_of(self.view.lines, identity, on) if self.view is not None else -1
        return self.index(place, 0) if place >= 0 else QModelIndex()

    def reach(self) -> None:
        """Ask for the days behind the last one, unless they are on their way or there are none."""
        if self.view is not None and not self._asked and not self.view.ends:
            self._asked = True
            self.more_wanted.emit()

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many lines."""
        return 0 if parent.isValid() or self.view is None else len(self.view.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line says."""
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return line.description
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.title) if len(line.title) > 40 else None
        return None
