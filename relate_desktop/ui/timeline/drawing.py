"""How a row of the timeline is drawn: a disc on a thread, title and day, words under it (mock 02)."""

from collections import OrderedDict

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.long_page import FAR, NEAR
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.note_text import NoteText
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.timeline.rows import Row
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
DISC = 32
GAP = 12
KEPT = 300
"""Texts that stay set in lines."""
_SIDE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Draws rows and knows what lies where in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: OrderedDict[tuple[int, int, bool, bool], NoteText] = OrderedDict()
        self.widest = 0
        """Pixels that a row takes at most, 0 for all there are."""
        self.unfolded: set[int] = set()
        """Ids of rows that show all of their words."""
        theme().changed.connect(self._texts.clear)

    def forget(self) -> None:
        """Rows say other things than before."""
        self._texts.clear()

    # Qt's side

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as title, words and marks at the width of ``option.rect``."""
        row = index.data(ROW_ROLE)
        width = self._column(option.rect, option.direction).width()
        if not isinstance(row, Row):
            return QSize(width, DISC + 16)
        height = 5 + _line("bodyMedium")
        text = self._text(row, _room(width), option.direction)
        if text is not None:
            height += 2 + round(text.height) + (self._fold_height() if self._folds(row, text) else 0)
        height += (_line("caption") + 4) * len(_marks(row))
        return QSize(width, max(DISC + 16, height + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column, state = self._column(option.rect, option.direction), option.state
        area = column.adjusted(NEAR, 0, -FAR, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            area = column.adjusted(FAR, 0, -NEAR, 0)
        ground = "selected" if state & QStyle.StateFlag.State_Selected else ""
        if not ground and state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        box = area.adjusted(-8, -3, 8, -9)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(ground))
            painter.drawRoundedRect(box, 10, 10)
        self._draw_disc(painter, option, area, row, last=index.row() + 1 >= index.model().rowCount())
        self._draw_words(painter, option.direction, area, row)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, box, 10)
        painter.restore()

    # what lies where

    def link_at(self, row: Row, place: QRect, direction: Qt.LayoutDirection, point: QPoint) -> str:
        """The address under a point, empty where there is none."""
        place = self._column(place, direction)
        text = self._text(row, _room(place.width()), direction)
        return text.link_at(QPointF(point - self._origin(place, direction))) if text is not None else ""

    def folds_at(self, row: Row, place: QRect, direction: Qt.LayoutDirection, point: QPoint) -> bool:
        """Whether a point is on the words that fold the text or show all of it."""
        place = self._column(place, direction)
        text = self._text(row, _room(place.width()), direction)
        if text is None or not self._folds(row, text):
            return False
        top = self._origin(place, direction).y() + round(text.height)
        inside = _words_of(place, direction)
        return top <= point.y() < top + self._fold_height() and inside.left() <= point.x() <= inside.right()

    def can_fold(self, row: Row, width: int, direction: Qt.LayoutDirection) -> bool:
        """Whether the row has more words than four lines hold."""
        width = min(width, self.widest) if self.widest else width
        text = self._text(row, _room(width), direction)
        return text is not None and self._folds(row, text)

    def _column(self, place: QRect, direction: Qt.LayoutDirection) -> QRect:
        """The part of a row's place in which it is drawn."""
        width = min(place.width(), self.widest) if self.widest else place.width()
        part = QRect(place.left(), place.top(), width, place.height())
        return QStyle.visualRect(direction, place, part)

    # drawing

    def _draw_disc(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row, *, last: bool
    ) -> None:
        disc = QStyle.visualRect(option.direction, area, QRect(area.left(), area.top() + 2, DISC, DISC))
        if not last:
            painter.setPen(QPen(theme().colour("border"), 2))
            painter.drawLine(disc.center().x(), disc.bottom() + 4, disc.center().x(), area.bottom() - 2)
        soft, ink = colours(row.tint)
        painter.setPen(
            QPen(theme().colour("borderStrong"), 1) if theme().high_contrast else Qt.PenStyle.NoPen
        )
        painter.setBrush(theme().colour(soft))
        painter.drawEllipse(disc)
        image = pixmap(row.icon, colour=ink, size=16)
        painter.drawPixmap(disc.center().x() - 7, disc.center().y() - 7, image)

    def _draw_words(self, painter: QPainter, direction: Qt.LayoutDirection, area: QRect, row: Row) -> None:
        right = direction == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        words = area.adjusted(0, 5, -DISC - GAP, 0) if right else area.adjusted(DISC + GAP, 5, 0, 0)
        line = QRect(words.topLeft(), QSize(words.width(), _line("bodyMedium")))
        small, font = theme().font("small"), theme().font("bodyMedium")
        painter.setFont(small)
        painter.setPen(theme().colour("blue" if row.planned else "text2"))
        painter.drawText(line, int(far | _SIDE), row.when)
        taken = QFontMetrics(small).horizontalAdvance(row.when) + GAP
        head = line.adjusted(taken if right else 0, 0, 0 if right else -taken, 0)
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, int(near | _SIDE), title)
        top = line.bottom() + 3
        text = self._text(row, words.width(), direction)
        if text is not None:
            text.draw(painter, QPointF(words.left(), top))
            top += round(text.height)
            if self._folds(row, text):
                fold = QRect(words.left(), top, words.width(), self._fold_height())
                painter.setFont(_medium())
                painter.setPen(theme().colour("accentText"))
                shown = _("Less") if row.id in self.unfolded else _("More")
                painter.drawText(fold, int(near | _SIDE), shown)
                top += self._fold_height()
        for icon, weight, colour, mark in _marks(row):
            place = QRect(words.left(), top + 4, words.width(), _line("caption"))
            _draw_mark(painter, place, near, (icon, weight, colour), mark)
            top += _line("caption") + 4

    def _origin(self, place: QRect, direction: Qt.LayoutDirection) -> QPoint:
        """Where the words of a row that stands in ``place`` begin."""
        return QPoint(_words_of(place, direction).left(), place.top() + 5 + _line("bodyMedium") + 2)

    def _folds(self, row: Row, text: NoteText) -> bool:
        return text.cut or row.id in self.unfolded

    def _fold_height(self) -> int:
        return _line("small") + 4

    def _text(self, row: Row, width: int, direction: Qt.LayoutDirection) -> NoteText | None:
        if not row.text.strip():
            return None
        folded = row.id not in self.unfolded
        right = direction == Qt.LayoutDirection.RightToLeft
        key = (row.id, width, folded, right)
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = NoteText(row.text, width, direction, folded=folded)
            while len(self._texts) > KEPT:
                self._texts.popitem(last=False)
        return found


def colours(tint: str) -> tuple[str, str]:
    """The fill and the ink of a disc."""
    pairs = {
        "accent": ("accentSoft", "accentText"),
        "amber": ("amberSoft", "amber"),
        "plum": ("plumSoft", "plum"),
        "blue": ("blueSoft", "blue"),
    }
    return pairs.get(tint, ("sunken", "text2"))


def _marks(row: Row) -> list[tuple[str, str, str, str]]:
    """The lines in small letters under a row: icon, its weight and colour, words."""
    marks = []
    if row.pinned:
        marks.append(("star", "fill", "amber", _("Pinned")))
    if row.in_confidence:
        marks.append(("lock-simple", "regular", "text2", _("Told in confidence")))
    if row.source:
        marks.append(("shield-check", "regular", "text2", row.source))
    return marks


def _draw_mark(
    painter: QPainter, place: QRect, near: Qt.AlignmentFlag, icon: tuple[str, str, str], words: str
) -> None:
    right = near == Qt.AlignmentFlag.AlignRight
    left = place.right() - 14 if right else place.left()
    painter.drawPixmap(left, place.center().y() - 7, pixmap(icon[0], icon[1], icon[2], 14))
    painter.setFont(theme().font("caption"))
    painter.setPen(theme().colour("text2"))
    room = place.adjusted(0, 0, -20, 0) if right else place.adjusted(20, 0, 0, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(near | _SIDE), shown)


def _words_of(place: QRect, direction: Qt.LayoutDirection) -> QRect:
    if direction == Qt.LayoutDirection.RightToLeft:
        return place.adjusted(FAR, 0, -NEAR - DISC - GAP, 0)
    return place.adjusted(NEAR + DISC + GAP, 0, -FAR, 0)


def _room(width: int) -> int:
    """Pixels that words have in a row of a width."""
    return width - NEAR - FAR - DISC - GAP


def _medium() -> QFont:
    font = theme().font("small")
    font.setWeight(QFont.Weight.Medium)
    return font


def _line(style: str) -> int:
    return max(QFontMetrics(theme().font(style)).height(), theme().line(style) - 2)
