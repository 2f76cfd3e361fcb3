"""The circles of the side bar: opened with a click, changed by menu and keys, people dropped onto them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)

from relate_desktop.ui.kit.people_drag import PEOPLE, people_of
from relate_desktop.ui.shell.kept_list import KeptList


class CircleList(KeptList):
    """Kept rows onto which people can be dropped."""

    people_dropped = Signal(str, list)
    """The circle and contact ids."""

    # people dragged onto a circle

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """People may be dropped here, and a circle among the others."""
        self._receive(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show which circle they would come into."""
        self._receive(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """They went elsewhere."""
        self._aim_at(QModelIndex())
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """They come into the circle."""
        if not event.mimeData().hasFormat(PEOPLE):
            super().dropEvent(event)
            return
        index = self.indexAt(event.position().toPoint())
        people = people_of(event.mimeData())
        self._aim_at(QModelIndex())
        if not index.isValid() or not people:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.people_dropped.emit(self.key_at(index), people)

    def _receive(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(PEOPLE):
            self._weigh(event)
            return
        index = self.indexAt(event.position().toPoint())
        self._aim_at(index)
        if index.isValid() or isinstance(event, QDragEnterEvent):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _aim_at(self, index: QModelIndex) -> None:
        row = index.row() if index.isValid() else -1
        if self.look.target != row:
            self.look.target = row
            self.viewport().update()
