"""A short list whose rows open something, such as the navigation of the side bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus, draw_ground
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ShortEntry:
    """One row: ``key`` is what it opens."""

    key: str
    words: str
    icon: str = ""
    count: str = ""
    hue: int | None = None
    accessible: str = ""
    description: str = ""
    """What more assistive tools say, such as “3 for today”."""


ROW = "application/x-relate-row"
"""A row dragged within its list: the list's name, and on the next line the row's key."""


def key_of(data: QMimeData, list_name: str) -> str:
    """Which row of a list is dragged; empty where it is anything else."""
    name, _line, key = bytes(data.data(ROW).data()).decode("utf-8", "replace").partition("\n")
    return key if name == list_name else ""


class ShortModel(QAbstractListModel):
    """A short list of entries."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list_name = ""
        """What a row that is dragged says it is of; rows of a list without a name stay."""
        self.entries: Sequence[ShortEntry] = ()

    def show(self, entries: Sequence[ShortEntry]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def change(self, entry: ShortEntry) -> None:
        """Replace the row with the same key, if there is one; where one is stays as it is."""
        for row, old in enumerate(self.entries):
            if old.key == entry.key and old != entry:
                self.entries = (*self.entries[:row], entry, *self.entries[row + 1 :])
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows of a named list can be dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() and self.list_name else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """What a dragged row is."""
        return [ROW]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802 - Qt's name
        """Which row it is."""
        data = QMimeData()
        keys = [self.entries[index.row()].key for index in indexes if index.isValid()]
        data.setData(ROW, f"{self.list_name}\n{keys[0] if keys else ''}".encode("utf-8", "replace"))
        return data

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """A row moves."""
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.accessible or entry.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.description
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry.words)
        return None


class ShortDelegate(QStyledItemDelegate):
    """Draws a row: icon or dot, words, count; only the icon or dot while narrow."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._height = height
        self.narrow = False
        self.target = -1
        """The row onto which something is being dragged."""
        self.gap = -1
        """The row before which a row is being dragged; their number for behind the last."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """One row."""
        return QSize(40, max(self._height, theme().line() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        model = index.model()
        if not isinstance(model, ShortModel):
            return
        entry = model.entries[index.row()]
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect.adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, area, state, 8)
        if index.row() == self.target:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(theme().colour("accentSoft"))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 8, 8)
        self._draw_gap(painter, option.rect, index.row(), len(model.entries))
        self._draw_sign(painter, area, entry, selected=selected)
        if not self.narrow:
            self._draw_words(painter, area, entry, selected=selected)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 8)
        painter.restore()

    def _draw_gap(self, painter: QPainter, area: QRect, row: int, rows: int) -> None:
        """A line where the row that is dragged would come."""
        behind = self.gap == rows == row + 1
        if self.gap == row or behind:
            height = area.bottom() if behind else area.top() + 1
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawLine(area.left() + 8, height, area.right() - 8, height)

    def _draw_sign(self, painter: QPainter, area: QRect, entry: ShortEntry, *, selected: bool) -> None:
        rtl = self._rtl()
        centre = area.center()
        if not self.narrow:
            offset = 10 + theme().scaled(18) // 2
            centre.setX(area.right() - offset if rtl else area.left() + offset)
        if entry.icon:
            colour = "accentText" if selected else "text2"
            side = theme().scaled(18)
            image = pixmap(entry.icon, "fill" if selected else "regular", colour, side)
            painter.drawPixmap(centre.x() - side // 2, centre.y() - side // 2, image)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().hue(entry.hue or 0)[1])
            painter.drawEllipse(centre, theme().scaled(5), theme().scaled(5))

    def _draw_words(self, painter: QPainter, area: QRect, entry: ShortEntry, *, selected: bool) -> None:
        rtl = self._rtl()
        count_font = theme().font("small")
        room = QFontMetrics(count_font).horizontalAdvance(entry.count) + 10 if entry.count else 0
        indent = theme().scaled(18) + 20
        words = area.adjusted(10 + room if rtl else indent, 0, -indent if rtl else -10 - room, 0)
        font = theme().font("bodyMedium")
        if selected:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme().colour("accentText" if selected else "text2"))
        elided = QFontMetrics(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, words.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(middle | side), elided)
        if entry.count:
            painter.setFont(count_font)
            painter.setPen(theme().colour("text3"))
            other = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
            painter.drawText(area.adjusted(10, 0, -10, 0), int(middle | other), entry.count)

    def _rtl(self) -> bool:
        parent = self.parent()
        return isinstance(parent, QWidget) and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft


class ShortList(QListView):
    """A list whose rows open something with a click, Enter or Space."""

    opened = Signal(str)

    def __init__(self, identifier: str, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self.entries = ShortModel(self)
        self.setModel(self.entries)
        self.look = ShortDelegate(self, height)
        self.setItemDelegate(self.look)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)

    def mark(self, key: str) -> None:
        """Show which row is the place one is at; "" for none."""
        for row, entry in enumerate(self.entries.entries):
            if entry.key == key:
                self.setCurrentIndex(self.entries.index(row, 0))
                return
        self.clearSelection()
        self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)

    def key_at(self, index: Index) -> str:
        """What a row opens."""
        return self.entries.entries[index.row()].key

    def fit(self) -> None:
        """Be exactly as high as the rows."""
        rows = self.entries.rowCount()
        self.setFixedHeight(rows * (self.sizeHintForRow(0) if rows else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space open."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A second click is a click."""
        self.mousePressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.key_at(index))
