"""The dot of a circle as an icon of a menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme


def dot(hue: int, *, ticked: bool = False) -> QIcon:
    """A disc of a colour, as it stands before the name of a circle; a larger one with a tick is chosen."""
    side = theme().scaled(16)
    ground, ink = theme().hue(hue)
    drawn = QPixmap(QSize(side, side) * 2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    edge = 0 if ticked else 6
    painter.drawEllipse(drawn.rect().adjusted(edge, edge, -edge, -edge))
    if ticked:
        painter.drawPixmap(drawn.rect().adjusted(5, 5, -5, -5), pixmap("check", "bold", ground, side))
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
