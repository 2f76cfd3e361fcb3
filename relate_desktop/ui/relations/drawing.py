"""Painting of who knows whom: lines below, people with their names on top."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from relate_desktop.domain.graph_layout import Box
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import GraphPerson, GraphTie
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.theme import theme

PICTURES = (56, 42, 34)
"""Sides of the pictures by steps from the middle, in pixels."""
_WIDTHS = (140, 116, 108)
_GAP = 4
DASHES = (2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Look:
    """How one person is drawn now."""

    caption: str = ""
    """What they are to the person in the middle."""
    current: bool = False
    near: bool = True
    """Whether they have to do with the current one; others stand back."""
    focus: bool = False


def sizes() -> tuple[tuple[float, float], ...]:
    """Width and height of a person's box by steps from the middle, growing with the text."""
    name, caption = theme().line("small"), theme().line("caption")
    return tuple(
        (float(theme().scaled(width)), float(picture + _GAP + name + (caption if place < 2 else 0) + 6))
        for place, (width, picture) in enumerate(zip(_WIDTHS, PICTURES, strict=True))
    )


def picture_side(steps: int) -> int:
    """How large the picture of somebody is."""
    return PICTURES[min(steps, len(PICTURES) - 1)]


def picture_centre(box: Box, steps: int) -> QPointF:
    """Where the middle of the picture is: lines end there."""
    return QPointF(box.x, box.y - box.height / 2 + 3 + picture_side(steps) / 2)


def tie_pen(tie: GraphTie, *, strong: bool) -> QPen:
    """The line of a tie: by kind in colour and in form, so that colour is not all that tells."""
    pen = QPen(tie_colour(tie), 2.6 if strong else 1.6)
    if not tie.told:
        pen.setDashPattern(DASHES)
    elif not tie.kinds:
        pen.setDashPattern((6.0, 3.0))
    return pen


def tie_colour(tie: GraphTie) -> QColor:
    """Green for relations, plum for a household, grey for who only met."""
    if tie.kinds:
        return theme().colour("plotYou")
    return theme().colour("plotThey" if tie.household else "borderStrong")


def draw_tie(
    painter: QPainter, ends: tuple[QPointF, QPointF], tie: GraphTie, *, strong: bool, back: bool
) -> None:
    """One line, a little bent so that lines in one direction stay apart."""
    start, end = ends
    painter.save()
    if back:
        painter.setOpacity(0.28)
    painter.setPen(tie_pen(tie, strong=strong))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(start)
    middle = (start + end) / 2
    across = end - start
    path.quadTo(middle + QPointF(-across.y(), across.x()) * 0.06, end)
    painter.drawPath(path)
    painter.restore()


def draw_person(painter: QPainter, one: GraphPerson, box: Box, look: Look, photos: Photos) -> None:
    """Picture, name, and what they are below it."""
    painter.save()
    side = picture_side(one.steps)
    centre = picture_centre(box, one.steps)
    area = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(area.adjusted(-3, -3, 3, 3))
    if not look.near:
        painter.setOpacity(0.4)
    person = one.person
    picture = photos.picture(person.photo) if person.photo is not None else None
    draw_avatar(
        painter,
        area,
        person.own_script or person.full_name,
        person.hue,
        picture=picture,
        organisation=person.is_organization,
    )
    if look.current or one.steps == 0:
        painter.setPen(QPen(theme().colour("accent"), 2.4 if look.current else 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(-3, -3, 3, 3))
    top = area.bottom() + _GAP
    name = QFont(theme().font("small"))
    if one.steps == 0 or look.current:
        name.setWeight(QFont.Weight.DemiBold)
    top = _draw_line(painter, _row(box, top), person.called, name, "text")
    if look.caption and one.steps < 2:
        _draw_line(painter, _row(box, top), look.caption, theme().font("caption"), "text2")
    if look.focus:
        painter.setPen(QPen(theme().colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height), 8, 8
        )
    painter.restore()


def draw_words(painter: QPainter, at: QPointF, words: str) -> None:
    """A few words on a line, on a ground of their own."""
    font = theme().font("caption")
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, theme().scaled(150))
    area = QRectF(0, 0, metrics.horizontalAdvance(shown) + 12, metrics.height() + 4)
    area.moveCenter(at)
    painter.setPen(QPen(theme().colour("border"), 1))
    painter.setBrush(theme().colour("surface"))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setFont(font)
    painter.setPen(theme().colour("text2"))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), shown)


def middle_of(one: Box, other: Box, steps: Mapping[ContactId, int], tie: GraphTie) -> QPointF:
    """Where the words of a tie stand."""
    return (picture_centre(one, steps[tie.one]) + picture_centre(other, steps[tie.other])) / 2


def _row(box: Box, top: float) -> QRectF:
    """As wide as the box, from there down."""
    return QRectF(box.x - box.width / 2, top, box.width, 0)


def _draw_line(painter: QPainter, row: QRectF, text: str, font: QFont, colour: str) -> float:
    """Words in the middle of a row, on a ground that no line crosses; answers where the row ends."""
    height = QFontMetricsF(font).height() + 1
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    area = QRectF(row.x(), row.y(), row.width(), height)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, row.width() - 6)
    ground = QRectF(0, 0, QFontMetricsF(font).horizontalAdvance(shown) + 6, height)
    ground.moveCenter(area.center())
    opacity = painter.opacity()
    painter.setOpacity(1.0)
    painter.fillRect(ground, theme().colour("surface"))
    painter.setOpacity(opacity)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), shown)
    return area.bottom()
