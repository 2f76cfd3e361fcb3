"""The list itself: one tab stop, arrows inside, ticks, keys, dropping a row on a group."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.reminders.lines import BoardView, RowKey, key_of
from relate_desktop.ui.reminders.model import MIME, Index, RemindersModel
from relate_desktop.ui.reminders.rows import ReminderDelegate
from relate_desktop.words.translation import _


class RemindersView(QListView):
    """Shows a ``RemindersModel``. The room does what its signals ask for."""

    chosen = Signal(object)
    """The DueRow the user is on, None when there is none."""
    edit_asked = Signal()
    remove_asked = Signal()
    menu_asked = Signal(QPoint)
    dropped = Signal(object, object)
    """A RowKey and the DueGroup it was dropped on."""

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reminders.list", _("Reminders"))
        self.lines = RemindersModel(self)
        self.setModel(self.lines)
        self._delegate = ReminderDelegate(photos.picture, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.customContextMenuRequested.connect(self._menu)
        self.activated.connect(lambda _index: self.edit_asked.emit())
        photos.arrived.connect(self.viewport().update)
        theme().changed.connect(self.doItemsLayout)

    @property
    def row(self) -> DueRow | None:
        """The row the user is on."""
        return self.lines.row(self.currentIndex())

    def stand_on(self, key: RowKey | None, otherwise: int | None = None) -> None:
        """Go to a row; when it is not there, to the one at a position, else to the first."""
        index = self.lines.index_of(key)
        if not index.isValid():
            index = self.lines.first() if otherwise is None else self.lines.near(otherwise)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # Qt's side

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Nobody stands on a heading: the row under it is meant, as for Home."""
        index = super().moveCursor(action, modifiers)
        if self.lines.row(index) is not None:
            return index
        return self.lines.near(max(index.row(), 0))

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, and the heading right above it."""
        super().scrollTo(index, hint)
        above = self.lines.index(index.row() - 1, 0)
        if above.isValid() and self.lines.row(above) is None:
            super().scrollTo(above, hint)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell on which row the user is."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.lines.row(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks, Delete removes, Enter edits."""
        index = self.currentIndex()
        key = event.key()
        if key == Qt.Key.Key_Space and index.isValid():
            self._tick(index)
        elif key == Qt.Key.Key_Delete and index.isValid():
            self.remove_asked.emit()
        elif (
            key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            if index.isValid():
                self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    def tick(self) -> None:
        """Mark the row the user is on done, or not done again."""
        if self.currentIndex().isValid():
            self._tick(self.currentIndex())

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Show every group while a row is held, so that there is somewhere to let go."""
        board, row = self.lines.board, self.row
        if board is None or row is None:
            return
        if board.view is BoardView.TO_DO:
            self._show_targets(shown=True)
        super().startDrag(actions)
        if board.view is BoardView.TO_DO and self.lines.board is board:
            self._show_targets(shown=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A row of this list may come."""
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Mark the group under the row."""
        QAbstractItemView.dragMoveEvent(self, event)
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is held here any more."""
        self._mark(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the row to be moved to the group."""
        group = self._group_under(event)
        key = RowKey.parse(bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace"))
        self._mark(None)
        if group is None or key is None:
            event.ignore()
            return
        # A move would take the row away before the book says where it is.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(key, group)

    def _tick(self, index: QModelIndex) -> None:
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.lines.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _show_targets(self, *, shown: bool) -> None:
        board, row = self.lines.board, self.row
        if board is not None and row is not None:
            scrolled = self.verticalScrollBar().value()
            self.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.lines.show(board, targets=shown)
            self.setCurrentIndex(self.lines.index_of(key_of(row)))
            self.blockSignals(False)  # noqa: FBT003 - Qt's signature
            self.verticalScrollBar().setValue(scrolled)

    def _consider(self, event: QDragMoveEvent | QDragEnterEvent) -> None:
        group = self._group_under(event)
        self._mark(group)
        if group is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _group_under(self, event: QDropEvent) -> DueGroup | None:
        board = self.lines.board
        if board is None or board.view is not BoardView.TO_DO or not event.mimeData().hasFormat(MIME):
            return None
        return self.lines.group_at(self.indexAt(event.position().toPoint()))

    def _mark(self, group: DueGroup | None) -> None:
        if self._delegate.target is not group:
            self._delegate.target = group
            self.viewport().update()

    def _menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if self.lines.row(index) is None:
            index = self.currentIndex()
            position = self.visualRect(index).center()
        if self.lines.row(index) is not None:
            self.setCurrentIndex(index)
            self.menu_asked.emit(self.viewport().mapToGlobal(position))
