"""A list model of a few rows that are replaced as a whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class FixedModel(QAbstractListModel, Generic[Row]):
    """Rows at hand; ``answers`` says what a row is for each role."""

    def __init__(self, answers: Callable[[Row], Mapping[int, object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What an index is for a role."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        return self._answers(self.rows[index.row()]).get(role)
