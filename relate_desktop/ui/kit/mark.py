"""The program's mark: two overlapping circles, two people on shared ground."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

PINE, HONEY, SHARED = "#1B6A57", "#E9B15C", "#0F4A3B"


def draw_mark(painter: QPainter, area: QRectF) -> None:
    """Draw the mark into the middle of an area, 10 wide to 7 high."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = min(area.width() / 2.85, area.height() / 2) - 0.5
    left = QPainterPath()
    left.addEllipse(area.center() - QPointF(radius * 0.42, 0), radius, radius)
    right = QPainterPath()
    right.addEllipse(area.center() + QPointF(radius * 0.42, 0), radius, radius)
    painter.fillPath(right, QColor(HONEY))
    painter.fillPath(left, QColor(PINE))
    painter.fillPath(left.intersected(right), QColor(SHARED))
    painter.restore()


def program_icon() -> QIcon:
    """The mark as the window's icon."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        drawn = QPixmap(side, side)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        draw_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(drawn)
    return icon


class Mark(QWidget):
    """The mark as a decoration."""

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        draw_mark(painter, QRectF(self.rect()))
        painter.end()
