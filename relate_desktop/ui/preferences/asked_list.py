"""What was asked lately: when, about whom, of which hosts, and what came of it (mock 11)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.fixed import FixedModel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip

Index = QModelIndex | QPersistentModelIndex
ROLE = int(Qt.ItemDataRole.UserRole) + 1
_WHEN, _WHO, _HOSTS, _RESULT, _GAP = 104, 116, 110, 120, 8


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One look-up in four texts."""

    when: str
    who: str
    hosts: str
    result: str
    key: str
    """The address of the place that a row opens."""

    @property
    def words(self) -> str:
        """All of it in a line."""
        return f"{self.when}, {self.who}, {self.hosts}, {self.result}"


def _answers(row: AskedRow) -> dict[int, object]:
    return {
        ROLE: row,
        Qt.ItemDataRole.DisplayRole: row.who,
        Qt.ItemDataRole.AccessibleTextRole: row.words,
        Qt.ItemDataRole.ToolTipRole: tip(row.words),
    }


class AskedDelegate(QStyledItemDelegate):
    """Four columns without lines between them; what has no room ends in …"""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        return QSize(200, theme().line("small") + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        row: AskedRow = index.data(ROLE)
        area: QRect = option.rect
        painter.save()
        left = area.left()
        when, who, room, result = _widths(area.width())
        side, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        columns = (
            (row.when, when, "text2", "small", side),
            (row.who, who, "text", "smallMedium", side),
            (row.hosts, room, "text2", "small", side),
            (row.result, result, "text2", "small", end),
        )
        for words, width, colour, look, align in columns:
            font = theme().font("small")
            if look == "smallMedium":
                font.setWeight(font.Weight.Medium)
            painter.setFont(font)
            painter.setPen(theme().colour(colour))
            inner = QRect(left, area.top(), max(0, width - _GAP), area.height())
            if align == end:
                inner.moveRight(left + width - 1)
            place = QStyle.visualRect(option.direction, area, inner)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            aligned = QStyle.visualAlignment(option.direction, align | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(place, int(aligned | Qt.AlignmentFlag.AlignAbsolute), shown)
            left += width
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 6)
        painter.restore()


def _widths(width: int) -> tuple[int, int, int, int]:
    """Of the four columns in pixels; where it is tight each gives up its part, the hosts the least."""
    when, who, result = (theme().scaled(one) for one in (_WHEN, _WHO, _RESULT))
    room = width - when - who - result
    if room >= theme().scaled(_HOSTS):
        return when, who, room, result
    return width * 24 // 100, width * 19 // 100, width * 33 // 100, width * 24 // 100


class AskedList(QListView):
    """As high as its rows; Enter and a click open the person."""

    opened = Signal(str)

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self.rows = FixedModel[AskedRow](_answers, self)
        self.setModel(self.rows)
        self.setItemDelegate(AskedDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.activated.connect(self._open)
        theme().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[AskedRow]) -> None:
        """Replace the rows."""
        self.rows.show(rows)
        self._fit()

    def _fit(self) -> None:
        count = self.rows.rowCount()
        self.setFixedHeight(max(1, count * (self.sizeHintForRow(0) if count else 0)))

    def _open(self, index: Index) -> None:
        row = index.data(ROLE)
        if isinstance(row, AskedRow) and row.key:
            self.opened.emit(row.key)
