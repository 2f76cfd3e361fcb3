"""Sets of whole numbers kept as stretches, since new rows come by the thousand with ids in a row."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Ranges:
    """A growing set of numbers; adding at the end, the usual case, costs nothing."""

    def __init__(self) -> None:
        self._first: list[int] = []
        self._last: list[int] = []

    def add(self, first: int, last: int) -> None:
        """Adds every number from ``first`` to ``last``."""
        if self._first and first >= self._first[-1]:
            if first <= self._last[-1] + 1:
                self._last[-1] = max(last, self._last[-1])
                return
        elif self._first:
            self._insert(first, last)
            return
        self._first.append(first)
        self._last.append(last)

    def __contains__(self, number: int) -> bool:
        position = bisect_right(self._first, number) - 1
        return position >= 0 and number <= self._last[position]

    def __iter__(self) -> Iterator[tuple[int, int]]:
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

    def _insert(self, first: int, last: int) -> None:
        merged: list[tuple[int, int]] = []
        for one, other in sorted([*self, (first, last)]):
            if merged and one <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(other, merged[-1][1]))
            else:
                merged.append((one, other))
        self._first = [one for one, _ in merged]
        self._last = [other for _, other in merged]


def ranges_of(numbers: Iterable[int]) -> Ranges:
    """The stretches of any numbers, in any order."""
    found = Ranges()
    for number in sorted(numbers):
        found.add(number, number)
    return found
