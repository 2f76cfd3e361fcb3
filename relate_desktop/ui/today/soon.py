"""Coming up: the days of the next while, in a short list that opens their people."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.today.row import Row
from relate_desktop.ui.today.view import SoonLine
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
ICON, GAP, HEIGHT = 16, 10, 28
INSET = 4


class SoonModel(QAbstractListModel):
    """The days."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[SoonLine] = ()

    def show_lines(self, lines: Sequence[SoonLine]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many days."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if not index.isValid():
            return None
        shown = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _("{what}, {when}").format(what=shown.what, when=shown.when)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return tip(shown.full_when)
        return None


class SoonDelegate(QStyledItemDelegate):
    """Icon, what, when; the day goes under the words where both do not fit on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """One line or two."""
        line, small = theme().line("small"), theme().line("small")
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 200
        height = max(HEIGHT, line + 10)
        return QSize(40, height if self._fits(index, width) else height + small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        model = index.model()
        if not isinstance(model, SoonModel):
            return
        shown = model.lines[index.row()]
        area: QRect = option.rect
        painter.save()
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(area, 6, 6)
        side = theme().scaled(ICON)
        inner = area.adjusted(INSET, 0, -INSET, 0)
        first = max(HEIGHT, theme().line("small") + 10)
        at = QRect(inner.left(), inner.top() + (first - side) // 2, side, side)
        painter.drawPixmap(
            self._turned(at, inner, right_to_left), pixmap(shown.icon, "regular", shown.tone, side)
        )
        words = inner.adjusted(side + GAP, 0, 0, 0)
        words.setHeight(first)
        align = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        far = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        absolute = Qt.AlignmentFlag.AlignAbsolute
        font = theme().font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        when = metrics.horizontalAdvance(shown.when)
        painter.setPen(theme().colour("text2"))
        if self._fits(index, area.width()):
            painter.drawText(self._turned(words, inner, right_to_left), int(far | absolute), shown.when)
            words.setRight(words.right() - when - GAP)
        else:
            below = words.translated(0, theme().line("small"))
            painter.drawText(self._turned(below, inner, right_to_left), int(align | absolute), shown.when)
        painter.setPen(theme().colour("text"))
        what = metrics.elidedText(shown.what, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(self._turned(words, inner, right_to_left), int(align | absolute), what)
        painter.restore()

    @staticmethod
    def _fits(index: Index, width: int) -> bool:
        model = index.model()
        if not isinstance(model, SoonModel):
            return True
        shown = model.lines[index.row()]
        metrics = QFontMetrics(theme().font("small"))
        needed = metrics.horizontalAdvance(shown.what) + metrics.horizontalAdvance(shown.when)
        return needed + theme().scaled(ICON) + 2 * GAP + 2 * INSET + 4 <= width

    @staticmethod
    def _turned(area: QRect, inner: QRect, right_to_left: bool) -> QRect:
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, inner, area) if right_to_left else area


class SoonList(QListView):
    """As high as its rows. Up and Down beyond its ends lead out of it."""

    opened = Signal(object)
    """The ContactId of an opened row."""
    stepped_out = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "today.soon", _("Coming up"))
        self.days = SoonModel(self)
        self.setModel(self.days)
        self.setItemDelegate(SoonDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """Be exactly as high as the rows."""
        self.doItemsLayout()
        self.setFixedHeight(
            sum(
                self.sizeHintForIndex(self.days.index(row, 0)).height() for row in range(self.days.rowCount())
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Words may need a second line now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens; beyond the ends one leaves."""
        row, last = self.currentIndex().row(), self.days.rowCount() - 1
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.stepped_out.emit(-1)
        elif event.key() == Qt.Key.Key_Down and row >= last:
            self.stepped_out.emit(1)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.days.lines[index.row()].contact is not None:
            self.opened.emit(self.days.lines[index.row()].contact)


class SoonRow(Row):
    """The list as one place to walk to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("today.soon.days", _("Days that come"), parent=parent)
        self.main = self.list = SoonList()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)

    def arrive(self, step: int) -> None:
        """The first day from above, the last from below."""
        row = 0 if step > 0 else self.list.days.rowCount() - 1
        self.list.setCurrentIndex(self.list.days.index(row, 0))
        super().arrive(step)


class SoonCard(Card):
    """The card in the rail. It is not there while nothing comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=16)
        self.body.setContentsMargins(16 - INSET, 14, 16 - INSET, 12)
        self.body.setSpacing(8)
        heading = Heading(_("Coming up"), "today.section.soon", "heading")
        heading.setContentsMargins(INSET, 0, INSET, 0)
        self.body.addWidget(heading)
        self.row = SoonRow()
        self.body.addWidget(self.row)

    def show_lines(self, lines: Sequence[SoonLine]) -> None:
        """Show these days; what was chosen stays chosen if it is still there."""
        model = self.row.list.days
        if tuple(lines) != tuple(model.lines):
            current = self.row.list.currentIndex().row()
            model.show_lines(lines)
            if 0 <= current < len(lines):
                self.row.list.setCurrentIndex(model.index(current, 0))
            self.row.list.fit()
        self.setVisible(bool(lines))
