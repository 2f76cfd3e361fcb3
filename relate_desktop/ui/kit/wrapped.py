"""Wrapped words in rows, and lists of such rows: as high as what is in them, without a scroll bar."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.theme import theme


class WrappedList(QListView):
    """A list that stands on a page like its other parts; the page scrolls."""

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        theme().changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrapped words need another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Be exactly as high as the rows."""
        self.doItemsLayout()
        rows = self.model().rowCount() if self.model() is not None else 0
        self.setFixedHeight(max(sum(self.sizeHintForRow(row) for row in range(rows)), 1))


def wrap_flags(direction: Qt.LayoutDirection, metrics: QFontMetrics, text: str, width: int) -> int:
    """How to draw wrapped text: at words, or anywhere when one word is wider than the line."""
    right = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    wrap = Qt.TextFlag.TextWrapAnywhere if longest > width else Qt.TextFlag.TextWordWrap
    return int(side | Qt.AlignmentFlag.AlignAbsolute) | int(wrap)


def wrapped_height(text: str, style: str, width: int) -> int:
    """Height of the text when wrapped at ``width`` pixels; 0 for none."""
    if not text:
        return 0
    metrics = QFontMetrics(theme().font(style))
    # drawing may break a line a pixel earlier than measuring does
    room = max(width - 3, 40)
    flags = wrap_flags(Qt.LayoutDirection.LeftToRight, metrics, text, room)
    return metrics.boundingRect(QRect(0, 0, room, 10_000), flags, text).height()
