"""How a row of the people list is drawn (mock 02)."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.text import FIRST_STRONG_ISOLATE, POP_ISOLATE, visible
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus, draw_ground
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.people.model import CONTEXT_ROLE, LONGEST, SUMMARY_ROLE, row_name

Index = QModelIndex | QPersistentModelIndex
_DOT = " · "
_LEAST_ROLE = 0.4
"""What must be left of a line for the role, if the time is to be kept whole."""
MARGIN = 8
"""Between a row's edge and the edge of the list, where the selection ends."""


class PersonDelegate(QStyledItemDelegate):
    """Avatar, called name with the own-script name beside it, one line of context.

    ``picture`` answers a decoded photo at once or None and asks for it in the background.
    """

    def __init__(self, picture: Callable[[MediaHash], QImage | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Every row is as high as the text needs, at least 60 px, or 44 when compact."""
        return QSize(100, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(SUMMARY_ROLE)
        if not isinstance(row, ContactSummary):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        _draw_ground(painter, area, option.state)
        size = 26 if theme().appearance.compact else 38
        place = QRect(area.left() + 12, area.center().y() - size // 2, size, size)
        picture = self._picture(row.photo) if row.photo is not None else None
        draw_avatar(
            painter,
            QRectF(QStyle.visualRect(option.direction, area, place)),
            row.own_script or row.full_name,
            row.hue,
            picture=picture,
            organisation=row.is_organization,
        )
        words = area.adjusted(12 + size + 12, 0, -12, 0)
        if row.next_due_at is not None:
            bell = QRect(words.right() - 17, area.center().y() - 8, 16, 16)
            painter.drawPixmap(
                QStyle.visualRect(option.direction, area, bell), pixmap("bell-simple", size=16)
            )
            words.adjust(0, 0, -24, 0)
        _Words(painter, area, option.direction).draw(row, index.data(CONTEXT_ROLE), words)
        painter.restore()


def row_height() -> int:
    """Height of a row in pixels at the present text size and density."""
    line = QFontMetrics(theme().font("bodyMedium")).height()
    small = QFontMetrics(theme().font("small")).height()
    if theme().appearance.compact:
        return max(44, line + 16)
    return max(60, line + small + 18)


def shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text as far as there is room; of a role and a time, the role gives way."""
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    role, dot, time = text.rpartition(_DOT)
    room = width - metrics.horizontalAdvance(dot + time)
    if elided == text or not role or room < width * _LEAST_ROLE:
        return elided
    role = metrics.elidedText(role, Qt.TextElideMode.ElideRight, room)
    return role + POP_ISOLATE * (role.count(FIRST_STRONG_ISOLATE) - role.count(POP_ISOLATE)) + dot + time


class _Words:
    """The words of one row, drawn in reading direction."""

    def __init__(self, painter: QPainter, area: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter, self._area, self._direction = painter, area, direction

    def draw(self, row: ContactSummary, context: str, room: QRect) -> None:
        """Name, what stands beside it, and the line of context under it."""
        compact = theme().appearance.compact
        line = QFontMetrics(theme().font("bodyMedium")).height()
        small = QFontMetrics(theme().font("small")).height()
        block = line if compact or not context else line + small + 2
        head = QRect(room.left(), room.top() + (room.height() - block) // 2, room.width(), line)
        aside = visible(row.own_script, LONGEST) if row.own_script != row.called else ""
        if compact:
            aside = aside or context
        used = self._line(head, "bodyMedium", "text", row_name(row))
        if aside and used + 30 < head.width():
            self._line(head.adjusted(used + 9, 0, 0, 0), "small", "text2", aside)
        if not compact:
            self._line(QRect(head.left(), head.bottom() + 3, head.width(), small), "small", "text2", context)

    def _line(self, place: QRect, style: str, colour: str, text: str) -> int:
        """Draw one elided line; the width it took, in pixels."""
        font = theme().font(style)
        metrics = QFontMetrics(font)
        shown = shortened(text, metrics, place.width())
        right = self._direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.setFont(font)
        self._painter.setPen(theme().colour(colour))
        where = QStyle.visualRect(self._direction, self._area, place)
        self._painter.drawText(where, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)


def _draw_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    draw_ground(painter, area, state, 10)
    if state & QStyle.StateFlag.State_HasFocus:
        draw_focus(painter, area, 10)
