"""Drawing of check marks, radio marks and focus rings, for controls and for delegates."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme

_SHADOW, _DROP = 26, 8
BOX = 18
"""Side of a check or radio mark, in device-independent pixels."""


def draw_check(
    painter: QPainter,
    box: QRect,
    state: Qt.CheckState,
    *,
    enabled: bool = True,
    colour: QColor | None = None,
) -> None:
    """A check box of the house at ``box``, also for delegates; ``colour`` where it stands for a colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on = state != Qt.CheckState.Unchecked
    accent = theme().colour("accent") if colour is None else colour
    fill = (accent if on else theme().colour("surface")) if enabled else theme().colour("sunken")
    edge = accent if enabled and (on or colour is not None) else theme().colour("borderStrong")
    painter.setPen(QPen(edge, max(1.4, theme().border)))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(box).adjusted(0.7, 0.7, -0.7, -0.7), 5, 5)
    if on:
        name = "check" if state == Qt.CheckState.Checked else "minus"
        token = "onAccent" if enabled else "text3"
        painter.drawPixmap(box.adjusted(3, 3, -3, -3), pixmap(name, "bold", token, box.width() - 6))
    painter.restore()


def draw_radio(painter: QPainter, box: QRect, *, on: bool, enabled: bool = True) -> None:
    """A radio button of the house at ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(box).adjusted(0.8, 0.8, -0.8, -0.8)
    painter.setPen(QPen(theme().colour("accent" if on and enabled else "borderStrong"), 1.5))
    painter.setBrush(theme().colour("accent" if on else "surface") if enabled else theme().colour("sunken"))
    painter.drawEllipse(area)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("onAccent" if enabled else "text3"))
        painter.drawEllipse(area.center(), box.width() * 0.22, box.width() * 0.22)
    painter.restore()


def draw_shadow(painter: QPainter, area: QRect, radius: float) -> None:
    """What a raised panel throws on what lies under it; painted, since an effect paints it all twice."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 3))
    for spread in range(2, _SHADOW, 2):
        wide = QRectF(area).adjusted(-spread, _DROP - spread, spread, _DROP + spread)
        painter.drawRoundedRect(wide, radius + spread, radius + spread)
    painter.restore()


def draw_focus(painter: QPainter, area: QRect, radius: float) -> None:
    """The 2 px focus ring just inside ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("focus"), 2))
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
