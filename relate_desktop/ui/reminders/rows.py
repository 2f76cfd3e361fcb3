"""How a line of the reminders list is drawn (mock 06)."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus, draw_ground
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.reminders.lines import LONGEST, Board, Line
from relate_desktop.ui.reminders.model import LINE_ROLE, RemindersModel
from relate_desktop.words.due import when_in_row

Index = QModelIndex | QPersistentModelIndex

MARGIN = 14
"""From the edge of the list to the ground of a row; the words of headings begin where rings do."""
_RING = 20
GAP = 12


class ReminderDelegate(QStyledItemDelegate):
    """Headings, and rows of ring, avatar, text, reason and time."""

    def __init__(self, picture: Callable[[MediaHash], QImage | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.target: DueGroup | None = None
        """The group over which a row is held."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the text needs, at least 58 px, or 44 when compact; headings are as high as rows.

        Were they not, a list of thousands would ask for every single height whenever it changes.
        """
        if theme().appearance.compact:
            return QSize(100, max(44, theme().line() + 16))
        return QSize(100, max(58, theme().line("bodyMedium") + theme().line("small") + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line, model = index.data(LINE_ROLE), index.model()
        if not isinstance(line, Line) or not isinstance(model, RemindersModel) or model.board is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if line.row is None:
            self._draw_heading(painter, option, area, line)
        else:
            _Row(painter, option, area, model.board, line.row, checked=model.checked(line.row)).draw(
                self._picture
            )
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The ring and Space tick."""
        pressed = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            left = event.button() == Qt.MouseButton.LeftButton
            pressed = left and ring_area(option.direction, option.rect).contains(event.position().toPoint())
        if not pressed or not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, line: Line) -> None:
        if line.group is not None and line.group is self.target:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accentSoft"))
            painter.drawRoundedRect(
                QRectF(area.adjusted(0, area.height() - 14 - theme().line("heading") - 4, 0, -6)), 8, 8
            )
        words = area.adjusted(MARGIN, area.height() - 14 - theme().line("heading"), -MARGIN, -14)
        pen = _Pen(painter, option.direction, area)
        used = pen.line(words, "heading", "text", line.words)
        if line.aside:
            pen.line(words.adjusted(used + 8, 0, 0, 0), "small", "text2", line.aside)


def _ring() -> int:
    return theme().scaled(_RING)


def ring_area(direction: Qt.LayoutDirection, rect: QRect) -> QRect:
    """Where a press ticks a row: the ring with air around."""
    area = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    return QStyle.visualRect(direction, area, QRect(area.left() + 4, area.top(), _ring() + 20, area.height()))


class _Pen:
    """Draws elided lines in reading direction."""

    def __init__(self, painter: QPainter, direction: Qt.LayoutDirection, area: QRect) -> None:
        self._painter, self._direction, self._area = painter, direction, area

    def line(
        self, place: QRect, style: str, colour: str, text: str, *, end: bool = False, struck: bool = False
    ) -> int:
        """Draw one line; the width it took."""
        font = theme().font(style)
        font.setStrikeOut(struck)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        right = (self._direction == Qt.LayoutDirection.RightToLeft) != end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.setFont(font)
        self._painter.setPen(theme().colour(colour))
        where = QStyle.visualRect(self._direction, self._area, place)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(where, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)

    def image(self, place: QRect, name: str, colour: str, weight: str = "regular") -> None:
        """Draw an icon."""
        where = QStyle.visualRect(self._direction, self._area, place)
        self._painter.drawPixmap(where.topLeft(), pixmap(name, weight, colour, place.width()))


class _Row:
    """One row while it is drawn."""

    def __init__(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        board: Board,
        row: DueRow,
        *,
        checked: bool,
    ) -> None:
        self._painter, self._option, self._area = painter, option, area
        self._board, self._row, self._checked = board, row, checked
        self._pen = _Pen(painter, option.direction, area)
        self._chosen = bool(option.state & QStyle.StateFlag.State_Selected)

    def draw(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Ground, ring, avatar, words, time."""
        area, painter = self._area, self._painter
        draw_ground(painter, area, self._option.state, 10)
        middle = area.top() + area.height() // 2
        side = _ring()
        ring = QRect(area.left() + MARGIN, middle - side // 2, side, side)
        if self._checked:
            self._pen.image(ring, "check-circle", "accent", "fill")
        else:
            self._pen.image(ring, "circle", "borderStrong")
        size = 26 if theme().appearance.compact else 32
        place = QRect(ring.right() + 1 + GAP, middle - size // 2, size, size)
        self._draw_avatar(place, picture)
        right = self._draw_when(area.adjusted(0, 0, -GAP, 0))
        self._draw_words(
            QRect(place.right() + 1 + GAP, area.top(), right - place.right() - 1 - 2 * GAP, area.height())
        )
        if self._option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 10)

    def _draw_avatar(self, place: QRect, picture: Callable[[MediaHash], QImage | None]) -> None:
        person = self._board.first_of(self._row)
        if person is None:
            return
        photo = picture(person.photo) if person.photo is not None else None
        where = QRectF(QStyle.visualRect(self._option.direction, self._area, place))
        name = person.own_script or person.full_name
        draw_avatar(
            self._painter, where, name, person.hue, picture=photo, organisation=person.is_organization
        )

    def _draw_when(self, area: QRect) -> int:
        """Draw the time at the end; where the words have to end."""
        row, present = self._row, self._board.present
        when = when_in_row(row, present)
        width = QFontMetrics(theme().font("small")).horizontalAdvance(when) + 4
        today = row.group is DueGroup.TODAY and row.timed and not self._checked
        place = QRect(area.right() + 1 - width, area.top(), width, area.height())
        self._pen.line(place, "small", "accentText" if today or self._chosen else "text2", when, end=True)
        left = place.left()
        for name in self._signs():
            left -= 16 + 12
            self._pen.image(QRect(left, area.top() + area.height() // 2 - 8, 16, 16), name, "text2")
        return left

    def _signs(self) -> list[str]:
        row = self._row
        signs = ["repeat"] if row.reminder is not None and row.reminder.repeating else []
        if row.reminder is not None and row.reminder.snoozed_until is not None:
            signs.append("bell-simple-z")
        if row.promise is not None:
            signs.append("handshake" if row.promise.owed_by is OwedBy.MINE else "arrow-bend-up-left")
        return signs

    def _draw_words(self, room: QRect) -> None:
        body, small = theme().line("bodyMedium"), theme().line("small")
        compact = theme().appearance.compact
        block = body if compact else body + small + 1
        top = room.top() + (room.height() - block) // 2
        text = visible(self._row.text, LONGEST)
        reason = self._board.why(self._row)
        head = QRect(room.left(), top, room.width(), body)
        ink = "text2" if self._checked else "text"
        used = self._pen.line(head, "bodyMedium", ink, text, struck=self._checked)
        if compact and used + 60 < head.width():
            self._pen.line(head.adjusted(used + 10, 0, 0, 0), "small", "text2", reason)
        elif not compact:
            self._pen.line(QRect(room.left(), top + body + 1, room.width(), small), "small", "text2", reason)
