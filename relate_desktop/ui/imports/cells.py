"""How the cells of the import table are drawn (mock 04)."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.domain.importing import Finding, PlannedRecord
from relate_desktop.domain.summary import hue_of
from relate_desktop.domain.text import visible
from relate_desktop.ui.imports.table import CHOICE, LONGEST, NAME, ROW_ROLE
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_check, draw_focus, mark_side
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.findings import choice_name

Index = QModelIndex | QPersistentModelIndex
AVATAR = 32
PADDING = 12
_MARKS = {
    Finding.NEW: ("user-plus", "accentText"),
    Finding.SAME: ("check", "text2"),
    Finding.UPDATE: ("arrows-clockwise", "blue"),
    Finding.LOOK: ("warning-circle", "amber"),
    Finding.UNREADABLE: ("warning-circle", "danger"),
}


def row_height() -> int:
    """Height of a row at the present text size."""
    return max(50, QFontMetrics(theme().font("body")).height() + 24)


class CellDelegate(QStyledItemDelegate):
    """Check box, avatar and name; mark and finding; the choice, painted as a combo box."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """All rows alike."""
        return QSize(120, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: PlannedRecord = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme().colour("selected" if selected else "window"))
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == NAME:
            self._draw_name(painter, option, index, row)
        elif index.column() == CHOICE:
            self._draw_choice(painter, option, index)
        else:
            self._draw_found(painter, option, index, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect.adjusted(2, 2, -2, -3), 6)
        painter.restore()

    def _draw_name(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: PlannedRecord
    ) -> None:
        area, direction = option.rect, option.direction
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            draw_check(painter, check_box(option), Qt.CheckState(state))
        left = area.left() + 28 + mark_side() + 16
        avatar = QRect(left, area.center().y() - AVATAR // 2, AVATAR, AVATAR)
        name = row.own_script or row.name
        if row.calendar:
            middle = QStyle.visualRect(direction, area, avatar.adjusted(5, 5, -5, -5))
            painter.drawPixmap(middle.topLeft(), pixmap("calendar-blank", colour="text2", size=22))
        elif row.finding is not Finding.UNREADABLE:
            draw_avatar(painter, QRectF(QStyle.visualRect(direction, area, avatar)), name, hue_of(name))
        words = QRect(left + AVATAR + 10, area.top(), area.right() - left - AVATAR - 10 - 4, area.height())
        text = str(index.data())
        used = _line(painter, option, words, ("bodyMedium", "text"), text)
        aside = visible(row.own_script, LONGEST)
        if aside and aside != text and used + 40 < words.width():
            _line(painter, option, words.adjusted(used + 10, 0, 0, 0), ("small", "text2"), aside)

    def _draw_found(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: PlannedRecord
    ) -> None:
        area = option.rect
        icon, colour = _MARKS[row.finding]
        icon = "calendar-blank" if row.calendar and row.finding is Finding.NEW else icon
        place = QRect(area.left() + 8, area.center().y() - 8, 16, 16)
        painter.drawPixmap(
            QStyle.visualRect(option.direction, area, place).topLeft(), pixmap(icon, colour=colour, size=16)
        )
        _line(painter, option, area.adjusted(30, 0, -8, 0), ("small", "text2"), str(index.data()))

    def _draw_choice(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            words = area.adjusted(PADDING, 0, -PADDING, 0)
            _line(painter, option, words, ("small", "text3"), str(index.data()))
            return
        box = area.adjusted(4, 9, -16, -10)
        painter.setPen(QPen(theme().colour("borderStrong" if theme().high_contrast else "border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        caret = QRect(box.right() - 24, box.center().y() - 6, 14, 14)
        where = QStyle.visualRect(option.direction, area, caret)
        painter.drawPixmap(where.topLeft(), pixmap("caret-down", colour="text2", size=14))
        _line(painter, option, box.adjusted(10, 0, -28, 0), ("small", "text"), str(index.data()))

    # editing

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the check box ticks; Qt's own hit test would look for a native box."""
        is_name = index.column() == NAME and index.data(Qt.ItemDataRole.CheckStateRole) is not None
        if is_name and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if check_box(option).adjusted(-10, -10, 10, 10).contains(event.position().toPoint()):
                ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
                state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
                return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return False
        if isinstance(event, QMouseEvent):
            return False
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """A real combo box with what can be chosen."""
        row: PlannedRecord = index.data(ROW_ROLE)
        box = QComboBox(parent)
        box.setProperty("kind", "quiet")
        box.setAccessibleName(str(index.model().headerData(CHOICE, Qt.Orientation.Horizontal)))
        for choice in row.choices:
            box.addItem(choice_name(choice), choice.value)
        box.activated.connect(lambda _number: self._finish(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show what is chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Keep what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the box where it is painted."""
        editor.setGeometry(option.rect.adjusted(4, 7, -16, -8))

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def check_box(option: QStyleOptionViewItem) -> QRect:
    """Where the check box of a row is."""
    area, side = option.rect, mark_side()
    place = QRect(area.left() + 28, area.center().y() - side // 2, side, side)
    return QStyle.visualRect(option.direction, area, place)


def _line(
    painter: QPainter, option: QStyleOptionViewItem, place: QRect, look: tuple[str, str], text: str
) -> int:
    """Draw one elided line in reading direction; the width it took, in pixels."""
    style, colour = look
    font = theme().font(style)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    right = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    where = QStyle.visualRect(option.direction, option.rect, place)
    painter.drawText(where, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)
