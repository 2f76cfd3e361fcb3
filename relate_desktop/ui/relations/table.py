"""The same people as a table: who, what they are, over whom."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import PeopleGraph
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.relations.sentences import LONGEST, person_sentence, way, what
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
WHO, WHAT, OVER = range(3)


class PeopleTable(QAbstractTableModel):
    """One row a person, nearest first; the one in the middle is left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[ContactId, str, str, str, str]] = ()

    def show_graph(self, graph: PeopleGraph) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = [
            (
                one.id,
                visible(one.person.called, LONGEST),
                ", ".join(what(graph, one.id)),
                way(graph, one.id),
                person_sentence(graph, one.id),
            )
            for one in graph.people[1:]
        ]
        self.endResetModel()

    def contact(self, index: Index) -> ContactId | None:
        """Who stands in a row."""
        return self._rows[index.row()][0] if 0 <= index.row() < len(self._rows) else None

    def row_of(self, contact: ContactId) -> int | None:
        """Where somebody stands."""
        return next((row for row, one in enumerate(self._rows) if one[0] == contact), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many people."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Who, what, over whom."""
        return 0 if parent.isValid() else 3

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (_("Person"), _("What they are"), _("Over whom"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; the first one carries the sentence of the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        words = row[index.column() + 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row[4] if index.column() == WHO else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row[4])
        return None


class RowDelegate(QStyledItemDelegate):
    """Cells without a frame around the one that is current: the row is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Take the focus frame off."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class PeopleTableView(QTableView):
    """Enter or a double click opens; going to a row makes that person current in the picture."""

    opened = Signal(object)
    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "relations.table", _("Who knows whom, as a table"))
        self.people = PeopleTable(self)
        self.setModel(self.people)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RowDelegate(self))
        self.setProperty("kind", "padded")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._fit_rows()
        theme().changed.connect(self._fit_rows)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(self._open)

    def show_graph(self, graph: PeopleGraph) -> None:
        """Fill the table; the column of ways is shown only where there are any."""
        self.people.show_graph(graph)
        self.setColumnHidden(OVER, all(one.steps < 2 for one in graph.people))

    def go_to(self, contact: ContactId) -> None:
        """Select somebody's row, or none for the one in the middle."""
        row = self.people.row_of(contact)
        if row is None:
            self.clearSelection()
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self.people.index(row, WHO))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(30, theme().line("small") + 12))

    def _row_changed(self, index: Index, _before: Index) -> None:
        contact = self.people.contact(index)
        if contact is not None:
            self.went.emit(contact)

    def _open(self, index: Index) -> None:
        contact = self.people.contact(index)
        if contact is not None:
            self.opened.emit(contact)
