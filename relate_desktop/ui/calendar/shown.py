"""Which calendars are shown: a list to tick, each in its colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.domain.ids import CalendarId
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.marks import draw_check, draw_focus, mark_side
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
INSET = 6


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One line: a calendar, or with ``preference`` what Relate itself puts into the calendar.

    ``beside`` is the file's name; ``description`` tells assistive tools and the tooltip more.
    """

    words: str
    hue: int | str
    shown: bool
    beside: str = ""
    description: str = ""
    calendar: CalendarId | None = None
    preference: str = ""

    @property
    def colour(self) -> QColor:
        """The colour it is shown in."""
        return theme().colour(self.hue) if isinstance(self.hue, str) else theme().hue(self.hue)[1]


class ShownModel(QAbstractListModel):
    """The lines. ``turned`` carries one and whether it is to be shown."""

    turned = Signal(object, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[ShownEntry, ...] = ()

    def show(self, entries: Sequence[ShownEntry]) -> None:
        """Replace the lines; where only ticks and words differ the rows stay."""
        if len(entries) == len(self.entries):
            self.entries = tuple(entries)
            if entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))
            return
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """All can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line says, and whether it is ticked."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return entry.words
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if entry.shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.description or entry.beside
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(", ".join(part for part in (entry.words, entry.description or entry.beside) if part))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Ask for a calendar to be shown or not."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.turned.emit(self.entries[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class _ShownDelegate(QStyledItemDelegate):
    """Box in the calendar's colour, name, file."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """A line."""
        return QSize(40, max(32, theme().line() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        model = index.model()
        if not isinstance(model, ShownModel):
            return
        entry, area = model.entries[index.row()], option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(area, 6, 6)
        direction = option.direction
        side = mark_side()
        box = QRect(area.left() + INSET, area.top() + (area.height() - side) // 2, side, side)
        state = Qt.CheckState.Checked if entry.shown else Qt.CheckState.Unchecked
        draw_check(painter, QStyle.visualRect(direction, area, box), state, colour=entry.colour)
        words = area.adjusted(INSET + side + 10, 0, -INSET, 0)
        if entry.beside:
            words.setWidth(words.width() - self._draw_beside(painter, option, words, entry.beside) - 8)
        font = theme().font()
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        shown = QFontMetrics(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QStyle.visualRect(direction, area, words), _flags(direction, far=False), shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 6)
        painter.restore()

    def _draw_beside(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str) -> int:
        """The file's name at the end, never more than half of the line; the width it took."""
        font = theme().font("caption")
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width() // 2)
        painter.setFont(font)
        painter.setPen(theme().colour("text2"))
        where = QStyle.visualRect(option.direction, option.rect, room)
        painter.drawText(where, _flags(option.direction, far=True), shown)
        return metrics.horizontalAdvance(shown)

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """All of a line ticks, and Space."""
        pressed = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            pressed = event.button() == Qt.MouseButton.LeftButton
        if not pressed:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _flags(direction: Qt.LayoutDirection, *, far: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
    align = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignVCenter)
    return int(align | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)


class ShownList(QListView):
    """As high as its lines. ``menu_asked`` carries the line and where."""

    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "calendar.shown", _("Calendars shown"))
        self.entries = ShownModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_ShownDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        theme().changed.connect(self._fit)

    def show_entries(self, entries: Sequence[ShownEntry]) -> None:
        """Show these."""
        self.entries.show(entries)
        self._fit()

    def _fit(self) -> None:
        rows = self.entries.rowCount()
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 0) if rows else 0)

    def _menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if not index.isValid():
            index = self.currentIndex()
            position = self.visualRect(index).center()
        if index.isValid():
            entry = self.entries.entries[index.row()]
            self.menu_asked.emit(entry, self.viewport().mapToGlobal(position))
