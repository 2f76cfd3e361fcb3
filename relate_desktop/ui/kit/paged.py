"""A list model of any length: ids at once, rows a page at a time.

``set_ids`` gives the whole order (an ``array('q')`` from a worker); rows are read with ``fetch``
only for what is looked at, at most ``PAGE`` in one go. ``set_first`` shows a first page before
the ids are known. Subclasses say what a row is for each role in ``value``.

How many rows there are is kept in Qt itself, as that many empty strings: a view asks for the count
once a row whenever it lays itself out, and answering a hundred thousand times from Python would
hold the window up for a tenth of a second.
"""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from relate_desktop.domain.text import fold

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE = 50
"""Rows read in one go: what a direct read in the window's thread may cost (at most 200)."""
PAGES_KEPT = 60
INSERT = 100


class PagedModel(QStringListModel, Generic[Row]):
    """Rows by position. ``fetch(ids)`` returns the rows that still exist, in any order."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[Row]],
        identify: Callable[[Row], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch, self._identify = fetch, identify
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._partial = False

    # filling

    def set_first(self, rows: Sequence[Row]) -> None:
        """Show a first page while the ids are still on their way."""
        self.beginResetModel()
        self._ids = array("q", (self._identify(row) for row in rows))
        self._pages.clear()
        self._resize(len(rows))
        self._partial = True
        for start in range(0, len(rows), PAGE):
            self._keep(start // PAGE, rows[start : start + PAGE])
        self.endResetModel()

    def fill(self, ids: "array[int]", rows: Sequence[Row]) -> None:
        """Show exactly these ids, of which the first rows are read already."""
        self.beginResetModel()
        self._ids, self._partial = ids, False
        self._pages.clear()
        self._resize(len(ids))
        whole = len(rows) if len(rows) == len(ids) else len(rows) - len(rows) % PAGE
        for start in range(0, whole, PAGE):
            self._keep(start // PAGE, rows[start : min(start + PAGE, whole)])
        self.endResetModel()

    def set_ids(self, ids: "array[int]", *, stale: bool = True) -> None:
        """Show exactly these ids in this order.

        Rows already read stay when they continue a first page; otherwise ``stale`` says whether
        they are read again.
        """
        if self._partial and ids[: len(self._ids)] == self._ids and len(ids) > len(self._ids):
            self._partial = False
            self.beginInsertRows(QModelIndex(), len(self._ids), len(ids) - 1)
            # the last page may have been cut short by the end of what was known
            self._pages.pop(len(self._ids) // PAGE, None)
            self._ids = ids
            self._resize(len(ids))
            self.endInsertRows()
            return
        self._partial = False
        if ids == self._ids:
            if stale:
                self.refresh()
            return
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._resize(len(ids))
        self.endResetModel()

    def refresh(self) -> None:
        """Read what is looked at again, in the same order."""
        self._pages.clear()
        if len(self._ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    # asking

    def ids(self) -> "array[int]":
        """The ids in the order shown; not to be changed."""
        return self._ids

    def id_at(self, index: Index) -> int | None:
        """The id shown at an index."""
        return self._ids[index.row()] if 0 <= index.row() < len(self._ids) else None

    def index_of(self, identity: int) -> QModelIndex:
        """Where an id is shown; an invalid index when it is not."""
        try:
            return self.index(self._ids.index(identity), 0)
        except ValueError:
            return QModelIndex()

    def row_at(self, index: Index) -> Row | None:
        """The row at an index, reading its page if need be; None when it was removed meanwhile."""
        position = index.row()
        if not 0 <= position < len(self._ids):
            return None
        page = self._page(position // PAGE)
        return page.get(self._ids[position])

    def value(self, row: Row, role: int) -> Any:
        """What the row is for a role; subclasses answer."""
        raise NotImplementedError

    def missing(self, role: int) -> Any:
        """What a row is that was removed meanwhile: empty text for eyes and assistive tools."""
        text = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return "" if role in text else None

    # Qt's side

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, not edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        item = Qt.ItemFlag
        return item.ItemIsEnabled | item.ItemIsSelectable | item.ItemNeverHasChildren

    def setData(self, _index: Index, _value: Any, _role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Nothing is changed through the list."""
        return False

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Nothing is dropped into the list."""
        return Qt.DropAction.IgnoreAction

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """What is dragged out is a copy."""
        return Qt.DropAction.CopyAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What an index is for a role."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        return self.missing(role) if row is None else self.value(row, role)

    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,  # noqa: ARG002 - Qt's signature
    ) -> list[QModelIndex]:
        """What is typed in the list, by which rows begin: from ``start`` on and round, each once.

        Nothing is read for it: Qt would look at every row, and a hundred thousand hold the window up.
        """
        wanted = fold(str(value))
        places = self.beginning(wanted) if wanted and role == Qt.ItemDataRole.DisplayRole else []
        first = bisect_left(places, start.row())
        round_about = chain(islice(places, first, None), islice(places, first))
        return [self.index(place, 0) for place in islice(round_about, None if hits < 0 else hits)]

    def beginning(self, wanted: str) -> list[int]:
        """Which rows begin so, in order; of those that are read already, unless a list knows more."""
        found: list[int] = []
        for number in sorted(self._pages):
            for place in range(number * PAGE, min((number + 1) * PAGE, len(self._ids))):
                row = self._pages[number].get(self._ids[place])
                said = None if row is None else self.value(row, Qt.ItemDataRole.DisplayRole)
                if isinstance(said, str) and fold(said).startswith(wanted):
                    found.append(place)
        return found

    # pages

    def _resize(self, rows: int) -> None:
        """Have Qt count this many rows; the signals are the caller's."""
        silent = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        count = super().rowCount()
        if count > rows:
            super().removeRows(rows, count - rows)
        # Qt inserts strings one by one, each moving those behind it: a few at a time at the end is quick
        while count < rows:
            step = min(INSERT, rows - count)
            super().insertRows(count, step)
            count += step
        self.blockSignals(silent)

    def _page(self, number: int) -> dict[int, Row]:
        page = self._pages.get(number)
        if page is None:
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            page = self._keep(number, self._fetch(wanted.tolist()))
        self._pages.move_to_end(number)
        return page

    def _keep(self, number: int, rows: Sequence[Row]) -> dict[int, Row]:
        page = {self._identify(row): row for row in rows}
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page
