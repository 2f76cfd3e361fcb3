"""Sets of whole numbers kept as stretches, since new rows come by the thousand with ids in a row."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Ranges:
    """A growing set of numbers; adding costs nothing, in order or not."""

    def __init__(self) -> None:
        self._first: list[int] = []
        self._last: list[int] = []
        self._loose: list[tuple[int, int]] = []

    def add(self, first: int, last: int) -> None:
        """Adds every number from ``first`` to ``last``."""
        if self._first and first < self._first[-1]:
            self._loose.append((first, last))
        elif self._first and first <= self._last[-1] + 1:
            self._last[-1] = max(last, self._last[-1])
        else:
            self._first.append(first)
            self._last.append(last)

    def __contains__(self, number: int) -> bool:
        self._settle()
        position = bisect_right(self._first, number) - 1
        return position >= 0 and number <= self._last[position]

    def covers(self, first: int, last: int) -> bool:
        """Whether every number from ``first`` to ``last`` is in it."""
        self._settle()
        position = bisect_right(self._first, first) - 1
        return position >= 0 and last <= self._last[position]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        self._settle()
        return iter(list(zip(self._first, self._last, strict=True)))

    def __bool__(self) -> bool:
        return bool(self._first)

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return sum(last - first + 1 for first, last in self)

    def numbers(self) -> Iterator[int]:
        """Every number, ascending."""
        for first, last in self:
            yield from range(first, last + 1)

    def _settle(self) -> None:
        """Takes in what was added out of order."""
        if not self._loose:
            return
        stretches = sorted([*zip(self._first, self._last, strict=True), *self._loose])
        self._first, self._last, self._loose = [], [], []
        for first, last in stretches:
            self.add(first, last)


def ranges_of(numbers: Iterable[int]) -> Ranges:
    """The stretches of any numbers, in any order."""
    found = Ranges()
    for number in sorted(numbers):
        found.add(number, number)
    return found
