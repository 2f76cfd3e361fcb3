"""The circles of the side bar: opened with a click, changed by menu and keys, people dropped onto them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.people_drag import PEOPLE, people_of
from relate_desktop.ui.shell.kept_list import KeptList


class CircleList(KeptList):
    """Kept rows onto which people can be dropped."""

    people_dropped = Signal(str, list)
    """The circle and contact ids."""

    def __init__(self, identifier: str, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, height, parent)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

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
