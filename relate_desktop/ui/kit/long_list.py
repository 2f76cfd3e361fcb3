"""A list of any length whose rows are of different heights.

Qt's own list asks every row for its size before it shows the first. This one asks only the rows
that are looked at and takes the others to be of a usual height; when a row turns out higher, what
is seen stays where it is and the scroll bar gives way. Rows may be held open at another height,
so that something can be put over them, and room may be left above the first and below the last.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.row_heights import RowHeights

Index = QModelIndex | QPersistentModelIndex
USUAL = 64
STEP = 24


class LongList(QListView):
    """Rows by a model and a delegate as ever; the delegate's ``sizeHint`` is asked for seen rows only."""

    moved = Signal()
    """Rows stand elsewhere than before: scrolled, measured or laid out anew."""

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self._heights = RowHeights(USUAL)
        self._held: dict[int, int] = {}
        self._above = self._below = 0
        self._hovered = QPersistentModelIndex()
        self._settling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.entered.connect(self._hover)

    # what stands around the rows

    def leave_room(self, above: int, below: int) -> None:
        """Keep this many pixels free above the first row and below the last."""
        if (above, below) == (self._above, self._below):
            return
        bar = self.verticalScrollBar()
        kept = bar.value() - self._above if bar.value() > self._above else None
        self._above, self._below = above, below
        self._fit_bar()
        if kept is not None:
            bar.setValue(kept + above)
        self._settle()

    def hold(self, row: int, height: int) -> None:
        """Give a row this height until ``let_go``, whatever its words need."""
        self._held = {row: height}
        self._heights.set(row, height)
        self._settle()

    def let_go(self) -> None:
        """Give the rows their own heights again."""
        held, self._held = self._held, {}
        for row in held:
            self._heights.forget(row, row)
        self._settle()

    def measure_again(self, index: Index) -> None:
        """A row's words are other ones: its height may be, too."""
        if index.isValid() and index.row() < len(self._heights):
            self._heights.forget(index.row(), index.row())
            self._settle()

    @property
    def end(self) -> int:
        """Where the last row ends, in pixels of the viewport."""
        return self._above + self._heights.total - self.verticalOffset()

    def place(self) -> tuple[int, int]:
        """The row at the top edge and how many pixels of it are above the edge; -1 for none."""
        offset = self.verticalOffset() - self._above
        if offset <= 0 or not len(self._heights):
            return -1, self.verticalOffset()
        row = self._heights.row_at(offset)
        return row, offset - self._heights.top(row)

    def go_to(self, row: int, hidden: int) -> None:
        """Scroll so that so many pixels of a row are above the top edge; -1 for the very top."""
        bar = self.verticalScrollBar()
        bar.setValue(hidden if row < 0 else self._above + self._heights.top(row) + hidden)

    # geometry, as Qt's views ask for it

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Pixels above the top edge."""
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Where a row stands in the viewport."""
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        top = self._above + self._heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The row at a point of the viewport."""
        offset = point.y() + self.verticalOffset() - self._above
        if not 0 <= offset < self._heights.total:
            return QModelIndex()
        return self.model().index(self._heights.row_at(offset), 0)

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight."""
        if not index.isValid() or index.row() >= len(self._heights):
            return
        self._measure_up_to(index.row())
        bar, place, room = self.verticalScrollBar(), self.visualRect(index), self.viewport().height()
        hints = QAbstractItemView.ScrollHint
        if hint == hints.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - room // 2)
        elif place.top() < 0 or hint == hints.PositionAtTop or place.height() > room:
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= room or hint == hints.PositionAtBottom:
            bar.setValue(bar.value() + place.bottom() + 1 - room)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row that a key leads to."""
        last = len(self._heights) - 1
        if last < 0:
            return QModelIndex()
        current, keys = self.currentIndex(), QAbstractItemView.CursorAction
        row = current.row() if current.isValid() else -1
        page = self.viewport().height()
        steps = {
            keys.MoveUp: row - 1, keys.MovePrevious: row - 1, keys.MoveLeft: row, keys.MoveRight: row,
            keys.MoveDown: row + 1, keys.MoveNext: row + 1, keys.MoveHome: 0, keys.MoveEnd: last,
        }  # fmt: skip
        if action in steps:
            wanted = steps[action]
        else:
            by = page if action == keys.MovePageDown else -page
            wanted = self._heights.row_at(self._heights.top(max(row, 0)) + by)
            wanted = wanted if wanted != row else row + (1 if by > 0 else -1)
        return self.model().index(min(max(wanted, 0), last), 0)

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Select the rows that a rectangle of the viewport touches."""
        shift = self.verticalOffset() - self._above
        top, bottom = rect.top() + shift, rect.bottom() + shift
        selection = QItemSelection()
        if len(self._heights) and bottom >= 0 and top < self._heights.total:
            model = self.model()
            first, last = self._heights.row_at(max(top, 0)), self._heights.row_at(bottom)
            selection.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """Where the selected rows stand, as far as they are seen."""
        region, seen = QRegion(), self.viewport().rect()
        for part in selection.toList():
            top, bottom = self.visualRect(part.topLeft()), self.visualRect(part.bottomRight())
            region += top.united(bottom).intersected(seen)
        return region

    # laying out

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Measure everything anew, as far as it is seen."""
        self._begin_anew()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Tell the scroll bar how much there is."""
        self._fit_bar()

    def reset(self) -> None:
        """Other rows."""
        super().reset()
        self._held = {}
        self._begin_anew()

    def rowsInserted(self, _parent: Index, _start: int, _end: int) -> None:  # noqa: N802 - Qt's name
        """More rows behind those that are there."""
        self._heights.grow(self.model().rowCount())
        self._settle()

    def dataChanged(  # noqa: N802 - Qt's name
        self, first: Index, last: Index, _roles: Sequence[int] = ()
    ) -> None:
        """Rows say something else."""
        if first.isValid() and last.isValid():
            self._heights.forget(first.row(), min(last.row(), len(self._heights) - 1))
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrapped words need another height at another width; what is at the top stays there."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            row, hidden = self.place()
            self._heights.forget(0, len(self._heights) - 1)
            self._fit_bar()
            if row >= 0:
                self.go_to(row, min(hidden, USUAL))
        self._settle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable column."""
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A row."""
        return QSize(120, USUAL)

    def _begin_anew(self) -> None:
        model = self.model()
        self._heights = RowHeights(USUAL)
        self._heights.grow(model.rowCount() if model is not None else 0)
        for row, height in self._held.items():
            self._heights.set(row, height)
        self._settle()

    def _scrolled(self, value: int) -> None:
        """Measure what came into sight; who went to the very end stays there when it moves away."""
        bar = self.verticalScrollBar()
        at_end = not self._settling and value == bar.maximum()
        self._settle()
        while at_end and bar.value() < bar.maximum():
            self._settling = True
            bar.setValue(bar.maximum())
            self._settling = False
            self._settle()

    def _settle(self) -> None:
        """Measure what is seen; rows above it that grow do not push it down."""
        if self._settling:
            return
        self._settling = True
        bar, room = self.verticalScrollBar(), self.viewport().height()
        self._fit_bar()
        row = self._heights.row_at(bar.value() - self._above) if len(self._heights) else 0
        while row < len(self._heights):
            top = self._above + self._heights.top(row) - bar.value()
            if top >= room:
                break
            grown = self._measure(row)
            if grown and top < 0:
                self._fit_bar()
                bar.setValue(bar.value() + grown)
            row += 1
        self._fit_bar()
        self._settling = False
        self.viewport().update()
        self.moved.emit()

    def _measure(self, row: int) -> int:
        """Ask a row for its height if nobody did yet; by how much it is other than was thought."""
        if self._heights.known(row) or self.model() is None:
            return 0
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(0, 0, self.viewport().width(), USUAL)
        height = self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()
        return self._heights.set(row, max(height, 1))

    def _measure_up_to(self, row: int) -> None:
        """Measure a row and as many before it as can be seen with it."""
        room = self.viewport().height()
        while row >= 0 and room > 0:
            self._measure(row)
            room -= self._heights.height(row)
            row -= 1
        self._fit_bar()

    def _fit_bar(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._above + self._heights.total + self._below - room))
        bar.setPageStep(max(room, 1))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows that are seen."""
        if not len(self._heights):
            return
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        area = event.rect()
        first = self._heights.row_at(max(area.top() + self.verticalOffset() - self._above, 0))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for row in range(first, len(self._heights)):
            index = self.model().index(row, 0)
            place = self.visualRect(index)
            if place.top() > area.bottom():
                break
            if row in self._held:
                continue
            option.rect = place
            option.state = self._state(index)
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        flags = QStyle.StateFlag
        state = flags.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= flags.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= flags.State_HasFocus
        if self._hovered.isValid() and index.row() == self._hovered.row():
            state |= flags.State_MouseOver
        return state

    def _hover(self, index: Index) -> None:
        self._hovered = QPersistentModelIndex(index)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Forget the row under the mouse where there is none."""
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid() and self._hovered.isValid():
            self._hover(QModelIndex())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The mouse left."""
        if event.type() == QEvent.Type.Leave and self._hovered.isValid():
            self._hover(QModelIndex())
        return super().viewportEvent(event)
