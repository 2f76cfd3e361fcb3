"""Rows of the side bar that the user keeps: opened with a click, changed by menu, keys and by dragging."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.short_list import ShortList, key_of

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeptList(ShortList):
    """One tab stop. Menu or Shift+F10 offers everything, F2 renames, Delete removes, Alt+Up and Down move.

    A row is dragged to another place among the others.
    """

    menu_asked = Signal(str, QPoint)
    """The row's key and where on the screen."""
    rename_asked = Signal(str)
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    """The row's key, and by how many rows: less than 0 is up."""

    def __init__(self, identifier: str, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, height, parent)
        self.entries.list_name = identifier
        self._here = ""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys for what the menu offers."""
        index = self.currentIndex()
        key = self.key_at(index) if index.isValid() else ""
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if key and event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(key, _MOVES[Qt.Key(event.key())])
        elif key and alone and event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit(key)
        elif key and alone and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the row under the pointer, or of the current one by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        where = self.visualRect(index).center() if by_key else event.pos()
        self.menu_asked.emit(self.key_at(index), self.viewport().mapToGlobal(where))

    def mark(self, key: str) -> None:
        """Show which row is the place one is at."""
        self._here = key
        super().mark(key)

    # a row dragged to another place

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Being dragged is not being opened: the place one is at stays marked."""
        super().startDrag(actions)
        self.mark(self._here)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A row of this list may be dropped here."""
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show between which rows it would come."""
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """It went elsewhere."""
        self._open_gap(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """It comes to its place."""
        row, gap = self._dragged(event), self._gap_at(event)
        self._open_gap(-1)
        if row < 0:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        by = (gap if gap <= row else gap - 1) - row
        if by:
            self.move_asked.emit(self.key_at(self.entries.index(row, 0)), by)

    def _weigh(self, event: QDragMoveEvent) -> None:
        known = self._dragged(event) >= 0
        self._open_gap(self._gap_at(event) if known else -1)
        if known:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _dragged(self, event: QDropEvent) -> int:
        """Which of the rows is dragged; less than 0 for anything else."""
        key = key_of(event.mimeData(), self.objectName())
        return next((row for row, one in enumerate(self.entries.entries) if one.key == key), -1)

    def _gap_at(self, event: QDropEvent) -> int:
        """Before which row the pointer is; the number of rows behind the last one."""
        where = event.position().toPoint()
        index = self.indexAt(where)
        if not index.isValid():
            return self.entries.rowCount()
        return index.row() + int(where.y() > self.visualRect(index).center().y())

    def _open_gap(self, gap: int) -> None:
        if self.look.gap != gap:
            self.look.gap = gap
            self.viewport().update()
