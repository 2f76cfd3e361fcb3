"""The circles of the side bar: opened with a click, changed by menu and keys, people dropped onto them."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.people_drag import PEOPLE, people_of
from relate_desktop.ui.kit.short_list import ShortList

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CircleList(ShortList):
    """One tab stop. Menu or Shift+F10 offers everything, F2 renames, Delete removes, Alt+Up and Down move."""

    menu_asked = Signal(str, QPoint)
    """The circle and where on the screen."""
    rename_asked = Signal(str)
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    """The circle, and -1 for up or 1 for down."""
    people_dropped = Signal(str, list)
    """The circle and contact ids."""

    def __init__(self, identifier: str, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, height, parent)
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
        """Ask for the menu of the circle under the pointer, or of the current one by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        where = self.visualRect(index).center() if by_key else event.pos()
        self.menu_asked.emit(self.key_at(index), self.viewport().mapToGlobal(where))

    # people dragged onto a circle

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """People may be dropped here, and nothing else."""
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show which circle they would come into."""
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """They went elsewhere."""
        self._aim_at(QModelIndex())
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """They come into the circle."""
        index = self.indexAt(event.position().toPoint())
        people = people_of(event.mimeData())
        self._aim_at(QModelIndex())
        if not index.isValid() or not people:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.people_dropped.emit(self.key_at(index), people)

    def _weigh(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        taken = event.mimeData().hasFormat(PEOPLE)
        self._aim_at(index if taken else QModelIndex())
        if taken and (index.isValid() or isinstance(event, QDragEnterEvent)):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _aim_at(self, index: QModelIndex) -> None:
        row = index.row() if index.isValid() else -1
        if self.look.target != row:
            self.look.target = row
            self.viewport().update()
