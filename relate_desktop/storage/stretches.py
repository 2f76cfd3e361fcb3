"""Many rows named in few statements: long stretches of ids by their ends, loose ids in lists."""

from collections.abc import Iterator
from typing import Any

from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.ranges import Ranges

_LONG = 16
"""Ids in a row that are worth a statement of their own."""
_TOGETHER = 1_000
"""Loose ids in one statement."""

BETWEEN = "BETWEEN ? AND ?"


def conditions(numbers: Ranges) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What to write behind a column, with its parameters; together they let each number through once."""
    loose: list[int] = []
    for first, last in numbers:
        if last - first + 1 >= _LONG:
            yield BETWEEN, (first, last)
            continue
        loose.extend(range(first, last + 1))
        if len(loose) >= _TOGETHER:
            yield IN, (compact(loose),)
            loose = []
    if loose:
        yield IN, (compact(loose),)
