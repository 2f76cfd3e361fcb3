"""The list of reminders as Qt sees it: headings nobody can stand on, rows one can tick."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.reminders.lines import (
    LONGEST,
    Board,
    BoardView,
    Line,
    RowKey,
    is_row,
    key_of,
    lines_of,
    may_tick,
)
from relate_desktop.words.due import row_sentence, when_in_row
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MIME = "application/x-relate-reminder"


class RemindersModel(QAbstractListModel):
    """Lines of a board. ``ticked`` carries the row somebody checked or unchecked."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self._lines: tuple[Line, ...] = ()
        self._turned: set[RowKey] = set()
        """Rows ticked just now, shown so until the book says it."""

    def show(self, board: Board, *, targets: bool = False) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self.board = board
        self._lines = board.lines if board.lines and not targets else lines_of(board, targets=targets)
        self._turned.clear()
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """The line at an index."""
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def row(self, index: Index) -> DueRow | None:
        """The reminder or promise at an index; None on a heading."""
        line = self.line(index)
        return None if line is None else line.row

    def index_of(self, key: RowKey | None) -> QModelIndex:
        """Where a row stands; invalid when it does not."""
        for position, line in enumerate(self._lines):
            if is_row(line.row, key):
                return self.index(position, 0)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """The first row that is no heading."""
        return next(
            (self.index(place, 0) for place, line in enumerate(self._lines) if line.row is not None),
            QModelIndex(),
        )

    def near(self, position: int) -> QModelIndex:
        """The row at a position, else the next, else the one before."""
        places = [place for place, line in enumerate(self._lines) if line.row is not None]
        after = [place for place in places if place >= position]
        return self.index((after or places)[0 if after else -1], 0) if places else QModelIndex()

    def group_at(self, index: Index) -> DueGroup | None:
        """The group a line belongs to."""
        line = self.line(index)
        return None if line is None else line.group

    def checked(self, row: DueRow) -> bool:
        """Whether a row shows as done."""
        done = self.board is not None and self.board.view is BoardView.DONE
        return done != (key_of(row) in self._turned)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are there to be read; rows can be chosen, ticked and dragged."""
        line = self.line(index)
        if line is None or line.row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable if may_tick(line.row) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line says."""
        line = self.line(index)
        if line is None or self.board is None:
            return None
        if role == LINE_ROLE:
            return line
        if line.row is None:
            words = {Qt.ItemDataRole.DisplayRole: line.words, Qt.ItemDataRole.AccessibleTextRole: line.words}
            return (
                line.aside
                if role == Qt.ItemDataRole.AccessibleDescriptionRole
                else words.get(Qt.ItemDataRole(role))
            )
        return self._of_row(line.row, self.board, role)

    def _of_row(self, row: DueRow, board: Board, role: int) -> Any:
        text = visible(row.text, LONGEST)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.checked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            first = board.first_of(row)
            called = visible(first.called, LONGEST) if first is not None else ""
            return row_sentence(text, called, when_in_row(row, board.present))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            parts = [board.why(row)]
            if row.reminder is not None and row.reminder.repeating:
                parts.append(_("repeats"))
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(text) if len(text) > 60 else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Tick or untick: shown at once, done by whoever listens."""
        row = self.row(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or not may_tick(row):
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted == self.checked(row):
            return False
        self._turned ^= {key_of(row)}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit(row, wanted)
        return True

    def untick(self, row: DueRow) -> None:
        """Show a row as it was: what was asked for could not be done."""
        self._turned.discard(key_of(row))
        index = self.index_of(key_of(row))
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """What a dragged row is."""
        return [MIME, "text/plain"]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802 - Qt's name
        """A dragged row: for this list its key, for others its text."""
        data = QMimeData()
        rows = [row for index in indexes if (row := self.row(index)) is not None]
        data.setData(MIME, " ".join(key_of(row).text for row in rows).encode())
        data.setText("\n".join(row.text for row in rows))
        return data
