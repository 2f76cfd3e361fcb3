"""Heights of many rows, most of them not measured yet, and where each row begins."""

from array import array

BLOCK = 512
"""Rows whose heights are added up together, so that a place is found in a few hundred steps."""


class RowHeights:
    """Heights in pixels by row; a row that nobody measured is of the usual height."""

    def __init__(self, usual: int) -> None:
        self._usual = usual
        self._known = array("i")
        self._sums: list[int] = []
        self.total = 0

    def __len__(self) -> int:
        return len(self._known)

    def grow(self, rows: int) -> None:
        """Have this many rows; new ones come last, and none goes."""
        more = rows - len(self._known)
        if more <= 0:
            return
        self._known.extend(array("i", bytes(more * self._known.itemsize)))
        self._add_up(max(len(self._sums) - 1, 0))

    def known(self, row: int) -> bool:
        """Whether the row was measured."""
        return self._known[row] > 0

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._known[row] or self._usual

    def set(self, row: int, height: int) -> int:
        """Give a row its height; answers by how much it is more than before."""
        grown = height - self.height(row)
        self._known[row] = height
        self._sums[row // BLOCK] += grown
        self.total += grown
        return grown

    def forget(self, first: int, last: int) -> None:
        """Take the rows from one to the other, both included, to be of the usual height again."""
        if first > last:
            return
        self._known[first : last + 1] = array("i", bytes((last - first + 1) * self._known.itemsize))
        self._add_up(first // BLOCK)

    def top(self, row: int) -> int:
        """Where a row begins, from the top of the first."""
        block = row // BLOCK
        start = block * BLOCK
        return sum(self._sums[:block]) + self._added(start, row)

    def row_at(self, offset: int) -> int:
        """The row that lies at a distance from the top of the first; the first or last beyond them."""
        block = 0
        while block < len(self._sums) - 1 and offset >= self._sums[block]:
            offset -= self._sums[block]
            block += 1
        row, last = block * BLOCK, len(self._known) - 1
        while row < last and offset >= self.height(row):
            offset -= self.height(row)
            row += 1
        return row

    def _add_up(self, block: int) -> None:
        """Count the blocks from this one on anew."""
        del self._sums[block:]
        for start in range(block * BLOCK, len(self._known), BLOCK):
            self._sums.append(self._added(start, min(start + BLOCK, len(self._known))))
        self.total = sum(self._sums)

    def _added(self, start: int, end: int) -> int:
        part = self._known[start:end]
        return sum(part) + part.count(0) * self._usual
