"""Rows of the side bar that the user keeps: opened with a click, changed by menu and keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from relate_desktop.ui.kit.short_list import ShortList

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeptList(ShortList):
    """One tab stop. Menu or Shift+F10 offers everything, F2 renames, Delete removes, Alt+Up and Down move."""

    menu_asked = Signal(str, QPoint)
    """The row's key and where on the screen."""
    rename_asked = Signal(str)
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    """The row's key, and -1 for up or 1 for down."""

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
