"""A page inside a panel: as high as its content where there is room, scrolling where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame, Page
from relate_desktop.ui.kit.overlays import Overlay

_LEAST = 90


class Column(Frame):
    """Needs no height of its own where words wrap: they would ask for that of a narrower column."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the longest word."""
        needed, wraps = super().minimumSizeHint(), self.hasHeightForWidth()
        return QSize(needed.width(), 1) if wraps else needed


class TallPage(Page):
    """Asks for the height of what is in it, which wraps to its width."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.setAccessibleName(name)
        column = Column("plain")
        self.body = QVBoxLayout(column)
        self.setWidget(column)
        column.installEventFilter(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it without scrolling, as far as the window has room."""
        return QSize(super().minimumSizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: a layout in which anything wraps gives no more than this."""
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The window's height counts from now on."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask for another height when the window has another one."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _wanted(self) -> int:
        width = max(self.viewport().width(), 200)
        height = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else -1
        if height < 0:
            height = self.body.sizeHint().height()
        return min(height, max(_LEAST, self._room()))

    def _room(self) -> int:
        """What the panel can be high, without what else stands in it."""
        panel = self.parentWidget()
        overlay = panel.parentWidget() if panel is not None else None
        box = panel.layout() if panel is not None else None
        if panel is None or not isinstance(overlay, Overlay) or not isinstance(box, QVBoxLayout):
            return self.window().height()
        edges = box.contentsMargins()
        width = max(panel.width() - edges.left() - edges.right(), 200)
        heights = [
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item in (box.itemAt(place) for place in range(box.count()))
            if item is not None and item.widget() is not self and not item.isEmpty()
        ]
        return overlay.room - edges.top() - edges.bottom() - sum(heights) - box.spacing() * len(heights)
