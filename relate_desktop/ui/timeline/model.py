"""The rows of the timeline in their order, read and put into words a page at a time."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from relate_desktop.ui.kit.paged import Index, PagedModel
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.timeline.drawing import ROW_ROLE
from relate_desktop.ui.timeline.rows import Row


class RowModel(PagedModel[Row]):
    """Rows by id; ``fetch`` answers those that still exist."""

    def __init__(
        self, fetch: Callable[[Sequence[int]], Sequence[Row]], parent: QObject | None = None
    ) -> None:
        super().__init__(fetch, lambda row: row.id, parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many there are. Nobody counts them a row at a time: the list is one of any length."""
        return 0 if parent.isValid() else len(self.ids())

    def sibling(self, row: int, column: int, _index: Index) -> QModelIndex:
        """Another row; Qt would count them itself."""
        return self.index(row, column)

    def _resize(self, _rows: int) -> None:
        """Qt need not count these rows."""

    def value(self, row: Row, role: int) -> Any:
        """The row itself for the delegate, sentences for assistive tools."""
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.described
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.when_in_full)
        return None
