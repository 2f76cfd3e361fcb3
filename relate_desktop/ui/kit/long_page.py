"""A page of which one part is a list of any length: what stands above, the rows, what stands below.

All of it scrolls as one. Head and foot are not inside the list, so that assistive tools and Tab
find them where they are; they lie over the room that the list leaves for them. A widget may lie
over a row in the same way, such as the fields in which the row is edited.
"""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QStyle, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.long_list import LongList
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.ui.kit.theme import theme

NEAR, FAR = 30, 24
"""Pixels beside the rows, at the start and at the end of a line."""


class LongPage(QFrame):
    """Put widgets into ``head``; ``set_top`` and ``set_foot`` take one widget each, from edge to edge."""

    def __init__(self, identifier: str, name: str, view: LongList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        give_role(self, "panel")
        named(self, identifier, name)
        self.view = view
        self.widest = 0
        """Pixels that head and foot take at most, 0 for all there are; longer lines are hard to read."""
        self._row = -1
        self._over: QWidget | None = None
        self._foot: QWidget | None = None
        self._placing = False
        self._top: QWidget | None = None
        self.above = Frame("plain", self)
        self._stack = QVBoxLayout(self.above)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(NEAR, 18, FAR, 12)
        self.head.setSpacing(12)
        self._stack.addLayout(self.head)
        view.setParent(self)
        self.above.raise_()
        for watched in (self.above, view.viewport()):
            watched.installEventFilter(self)
        view.moved.connect(self._place)
        theme().changed.connect(self._place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def set_top(self, top: QWidget | None) -> None:
        """Have this stand above the head; None for nothing. The widget is handed back to its owner."""
        if top is self._top:
            return
        if self._top is not None:
            self._stack.removeWidget(self._top)
        self._top = top
        if top is not None:
            self._stack.insertWidget(0, top)
        self.order_tabs()
        self._place()

    def set_foot(self, foot: QWidget | None) -> None:
        """Have this stand below the rows; None for nothing. It belongs to the page from then on."""
        if foot is self._foot:
            return
        if self._foot is not None:
            self._foot.removeEventFilter(self)
        self._foot = foot
        if foot is not None:
            foot.setParent(self)
            foot.installEventFilter(self)
            foot.show()
        self.order_tabs()
        self._place()

    def lay_over(self, row: int, widget: QWidget) -> None:
        """Hold a row open and have a widget take its place."""
        self._row, self._over = row, widget
        widget.setParent(self)
        widget.installEventFilter(self)
        widget.show()
        widget.raise_()
        self.order_tabs()
        self._place()
        self._reveal(widget)

    def take_off(self) -> None:
        """Give the row back its place; the widget is the caller's again."""
        if self._over is not None:
            self._over.removeEventFilter(self)
            self._over.hide()
        self._row, self._over = -1, None
        self.view.let_go()

    def order_tabs(self) -> None:
        """Have Tab go through what stands above the rows, the rows, and what stands below."""
        order_tabs((self.above, self._over, self.view, self._foot))

    # placing

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The list takes all of it."""
        super().resizeEvent(event)
        self.view.setGeometry(self.rect())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Head, foot or the laid over widget want another height, or the list is of another width."""
        kinds = {QEvent.Type.LayoutRequest}
        if watched is self.view.viewport():
            kinds = {QEvent.Type.Resize}
        if event.type() in kinds and not self._placing:
            self._place()
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Over head and foot the wheel scrolls as well."""
        QApplication.sendEvent(self.view.verticalScrollBar(), event)

    def _place(self) -> None:
        if self._placing:
            return
        self._placing = True
        width = self.view.viewport().width()
        column = min(width, self.widest) if self.widest else width
        above = _height(self.above, column)
        below = _height(self._foot, column) if self._foot is not None else 0
        self.view.leave_room(above, below)
        if self._over is not None:
            self.view.hold(self._row, _height(self._over, column))
            row = self.view.visualRect(self.view.model().index(self._row, 0))
            self._over.setGeometry(self._aligned(QRect(0, row.top(), column, row.height())))
        offset = self.view.verticalOffset()
        self.above.setGeometry(self._aligned(QRect(0, -offset, column, above)))
        if self._foot is not None:
            self._foot.setGeometry(self._aligned(QRect(0, self.view.end, column, below)))
        self._placing = False

    def _aligned(self, place: QRect) -> QRect:
        """A place of the viewport as one of the page; the scroll bar may stand on the left."""
        viewport = self.view.viewport()
        place = QStyle.visualRect(self.layoutDirection(), viewport.rect(), place)
        return place.translated(viewport.pos())

    # focus

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What Tab leads to is brought into sight."""
        if now is None:
            return
        for part in (self.above, self._foot, self._over):
            if part is not None and part.isAncestorOf(now):
                self._reveal(now)

    def _reveal(self, widget: QWidget) -> None:
        place = QRect(widget.mapTo(self, widget.rect().topLeft()), widget.size())
        bar = self.view.verticalScrollBar()
        if place.top() < 0 or place.height() > self.height():
            bar.setValue(bar.value() + place.top() - 8)
        elif place.bottom() > self.height():
            bar.setValue(bar.value() + place.bottom() - self.height() + 8)


def _height(widget: QWidget, width: int) -> int:
    """How high a widget must be at a width."""
    layout = widget.layout()
    if layout is not None:
        layout.activate()
        if layout.hasHeightForWidth():
            return max(layout.totalHeightForWidth(width), 0)
    return widget.sizeHint().height()
