"""Drawing of check marks, radio marks, focus rings and rows, for controls and for delegates."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme

_SHADOW, _DROP = 26, 8
_BOX = 18


def mark_side() -> int:
    """Side of a check or radio mark, in device-independent pixels: it grows with the text."""
    return theme().scaled(_BOX)


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
        air = box.width() // 6
        inner = box.adjusted(air, air, -air, -air)
        painter.drawPixmap(inner, pixmap(name, "bold", token, inner.width()))
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


def draw_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, radius: float) -> None:
    """What lies under a row that is chosen, or that the pointer is on."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("selected" if selected else "hover"))
        painter.drawRoundedRect(QRectF(area), radius, radius)


def draw_rows_of_words(painter: QPainter, area: QRect, rows: Sequence[tuple[str, str, str]]) -> None:
    """Words under each other in the middle of ``area``, each cut where it ends: words, style and ink."""
    top = area.center().y() - sum(theme().line(style) for _words, style, _ink in rows) // 2 + 1
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    for words, style, ink in rows:
        font = theme().font(style)
        painter.setFont(font)
        painter.setPen(theme().colour(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QRect(area.left(), top, area.width(), theme().line(style)), int(flags), shown)
        top += theme().line(style)
