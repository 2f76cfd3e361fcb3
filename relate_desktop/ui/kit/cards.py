"""Frames: cards, hairlines, named panels, scrolling pages."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.labels import SafeLabel


class Panel(QFrame):
    """A named region; ``kind`` is its background: page, surface, side, sunken, plain, selected."""

    def __init__(
        self,
        identifier: str,
        name: str,
        kind: str = "plain",
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        give_role(self, "panel")
        named(self, identifier, name, description)


class Frame(QFrame):
    """A background without a meaning of its own."""

    def __init__(self, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)


class Foot(Frame):
    """What a page ends in: its main buttons, which no message may cover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)


def line(parent: QWidget | None = None) -> QFrame:
    """A horizontal hairline."""
    return Frame("line", parent)


def column_line(parent: QWidget | None = None) -> QFrame:
    """A vertical hairline."""
    return Frame("column", parent)


class Card(QFrame):
    """A white card with an optional heading; put content into ``.body``."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, padding: int = 20) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding - 2, padding, padding)
        self.body.setSpacing(12)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        # with a parent from the start: one without would die with Python's garbage, on any thread
        self.heading = SafeLabel(heading, "heading", parent=self)
        self.heading.setVisible(bool(heading))
        if heading:
            self.head.addWidget(self.heading)
            self.head.addStretch(1)
            self.body.addLayout(self.head)


class Page(QScrollArea):
    """A page that scrolls up and down, never sideways; put content into ``.body``."""

    def __init__(self, kind: str = "page", parent: QWidget | None = None, *, max_width: int = 0) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = Frame(kind)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(36, 28, 28, 28)
        self.body.setSpacing(16)
        self._max_width = max_width
        self.setWidget(inner)
        inner.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the content must be, since nothing scrolls sideways."""
        inner = self.widget()
        wanted = inner.minimumSizeHint().width() if inner is not None else 0
        return QSize(wanted + self.verticalScrollBar().sizeHint().width(), 120)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask for another width when the content changes."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep lines short enough to read on a wide window."""
        super().resizeEvent(event)
        if self._max_width:
            spare = max(0, self.viewport().width() - 36 - 28 - self._max_width)
            margins = self.body.contentsMargins()
            self.body.setContentsMargins(margins.left(), margins.top(), 28 + spare, margins.bottom())


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let go of the widgets in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
