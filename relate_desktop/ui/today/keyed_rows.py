"""The rows of one part of Today, each known by its key: what stays keeps its widget and the focus."""

from collections.abc import Callable, Container, Iterator
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from relate_desktop.ui.today.row import Row

Key = TypeVar("Key")
RowKind = TypeVar("RowKind", bound=Row)


class KeyedRows(Generic[Key, RowKind]):
    """Rows in a layout that holds nothing else, in the layout's order.

    ``made`` hears of each row that came, ``gone`` of each before it is ended.
    """

    def __init__(
        self,
        box: QVBoxLayout,
        made: Callable[[RowKind], object],
        gone: Callable[[RowKind], object] = lambda _row: None,
    ) -> None:
        self._box, self._made, self._gone = box, made, gone
        self._rows: dict[Key, RowKind] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[RowKind]:
        return iter(sorted(self._rows.values(), key=self._box.indexOf))

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def get(self, key: Key) -> RowKind | None:
        """The row of this key."""
        return self._rows.get(key)

    def keep(self, wanted: Container[Key]) -> None:
        """End all rows but these."""
        for key in [one for one in self._rows if one not in wanted]:
            self.drop(key)

    def drop(self, key: Key) -> None:
        """End one row."""
        row = self._rows.pop(key)
        self._gone(row)
        self._box.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def add(self, key: Key, row: RowKind) -> RowKind:
        """Take a new row to the end."""
        self._rows[key] = row
        self._box.addWidget(row)
        row.show()
        self._made(row)
        return row

    def move(self, row: RowKind, place: int) -> None:
        """Have a row stand at a place, counted from 0 without it."""
        if self._box.indexOf(row) != place:
            self._box.removeWidget(row)
            self._box.insertWidget(place, row)
            row.show()

    def draw_edges(self) -> None:
        """Draw a line above each row but the first."""
        for number, row in enumerate(self):
            row.edge.setVisible(number > 0)
