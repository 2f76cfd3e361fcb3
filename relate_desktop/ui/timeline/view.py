"""The list of what happened: reading, folding, choosing, and what keys and menu ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from relate_desktop.ui.kit.long_list import LongList
from relate_desktop.ui.timeline.drawing import ROW_ROLE, Index, RowDelegate
from relate_desktop.ui.timeline.model import RowModel
from relate_desktop.ui.timeline.rows import Row
from relate_desktop.words.translation import _

LONGEST_PASTE = 100_000
"""Letters of a pasted text that become a note."""


class TimelineView(LongList):
    """Enter, F2 and a double click edit; Delete removes; a pasted or dropped text is a note."""

    edit_asked = Signal(object)
    """The Row to edit."""
    remove_asked = Signal(list)
    """Rows to remove."""
    menu_asked = Signal(object, object)
    """A Row and the point of the screen where its menu belongs."""
    text_given = Signal(str)
    link_asked = Signal(str)

    def __init__(self, identifier: str, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(identifier, _("Timeline"), parent)
        self.rows = model
        self.look = RowDelegate(self)
        self.setItemDelegate(self.look)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAcceptDrops(True)

    # what is chosen

    def row_at(self, index: Index) -> Row | None:
        """What stands at an index."""
        row = index.data(ROW_ROLE)
        return row if isinstance(row, Row) else None

    def chosen(self) -> list[Row]:
        """The selected rows from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [row for index in indexes if (row := self.row_at(index)) is not None]

    def current(self) -> Row | None:
        """The row that keys are about."""
        return self.row_at(self.currentIndex())

    def fold(self, index: Index) -> None:
        """Show all words of a row, or four lines again."""
        row = self.row_at(index)
        if row is None or not self.look.can_fold(row, self.viewport().width(), self.layoutDirection()):
            return
        self.look.unfolded ^= {row.id}
        self.measure_again(index)
        self.scrollTo(index)

    def copy(self, rows: Sequence[Row]) -> None:
        """Put the words of rows on the clipboard."""
        QApplication.clipboard().setText("\n\n".join(row.text or row.title for row in rows))

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Edit, remove, copy, paste, fold."""
        keys, row = QKeySequence.StandardKey, self.current()
        if event.matches(keys.Paste):
            self._take(QApplication.clipboard().mimeData())
        elif event.matches(keys.Copy) and self.chosen():
            self.copy(self.chosen())
        elif row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_asked.emit(row)
        elif event.matches(keys.Delete) and self.chosen():
            self.remove_asked.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Space and row is not None:
            self.fold(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on “More” shows all words, one on an address opens it."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.row_at(index)
        if row is None:
            return
        place, direction = self.visualRect(index), self.layoutDirection()
        if self.look.folds_at(row, place, direction, point):
            self.fold(index)
        elif link := self.look.link_at(row, place, direction, point):
            self.link_asked.emit(link)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Edit."""
        row = self.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_asked.emit(row)
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A hand over what a click does something with."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.row_at(index)
        place, direction = self.visualRect(index), self.layoutDirection()
        hand = row is not None and (
            self.look.folds_at(row, place, direction, point)
            or bool(self.look.link_at(row, place, direction, point))
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu of the row under the mouse, or of the current one by key."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        row = self.row_at(index)
        if row is None:
            return
        point = self.viewport().mapToGlobal(self.visualRect(index).center())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point = event.globalPos()
        self.menu_asked.emit(row, point)

    # text from elsewhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Text is welcome; files are the window's."""
        _accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Anywhere on the list."""
        _accept(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """A dropped text becomes a note."""
        if _is_text(event.mimeData()):
            event.acceptProposedAction()
            self._take(event.mimeData())

    def _take(self, data: QMimeData | None) -> None:
        if data is not None and _is_text(data) and (text := data.text().strip()):
            self.text_given.emit(text[:LONGEST_PASTE])


def _accept(event: QDragMoveEvent) -> None:
    if _is_text(event.mimeData()):
        event.acceptProposedAction()
    else:
        event.ignore()


def _is_text(data: QMimeData) -> bool:
    return data.hasText() and not data.hasUrls()
