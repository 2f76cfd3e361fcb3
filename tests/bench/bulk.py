"""Edits of ten thousand people scattered over a large book that somebody has lived with for years."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.measure import run
from tests.bench.table import Figure
from tests.bench.today import busy_book, opened

EDITED = 10_000
LIMIT = 2.0
"""Seconds that one edit of so many people may take, from asking to the commit; of more in proportion."""

WORDS = {
    "enter": "a circle for {count} people, s",
    "leave": "{count} people out of a circle, s",
    "line": "a company for {count} people, s",
    "rhythm": "a rhythm for {count} people, s",
    "remove": "removing {count} people, s",
    "plan": "counting what an edit of {count} would change, s",
}
LARGEST = {
    "rename": "another name for the circle of {count}, s",
    "circle": "a rhythm for the circle of {count}, s",
}


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """How long each kind of edit takes, and what is done with the largest circle."""
    book = busy_book(folder, environment, large)
    found = json.loads(run([sys.executable, "-m", "tests.bench.bulk", str(book)], environment).output)
    for words, count in ((WORDS, found["people"]), (LARGEST, found["largest"])):
        for name, what in words.items():
            limit = LIMIT * max(count, EDITED) / EDITED
            yield Figure(what.format(count=f"{count:,}"), found[name], limit, 1.0, "the limit")


def measure(folder: Path, seed: int = 1) -> dict[str, Any]:
    """Seconds of each edit; every one is undone again."""
    from relate_desktop.domain.assignments import read_assignments  # noqa: PLC0415 - measured
    from relate_desktop.domain.bulk import BulkEdit, RhythmChange  # noqa: PLC0415
    from relate_desktop.domain.cadence import Cadence  # noqa: PLC0415
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415

    found: dict[str, Any] = {}
    with opened(folder) as book:
        everybody = [ContactId(number) for number in book.contacts.ids()]
        people = Random(seed).sample(everybody, min(EDITED, len(everybody)))
        largest = max(book.circles.all(), key=lambda circle: circle.count)
        found |= {"people": len(people), "largest": largest.count}

        def timed(name: str, act: Callable[[], object]) -> None:
            start = time.perf_counter()
            act()
            found[name] = time.perf_counter() - start

        enter = BulkEdit(enter=("A circle of this measurement",))
        edits = {
            "line": BulkEdit(assignments=read_assignments(["org=Paper Crane Studio"])),
            "rhythm": BulkEdit(rhythm=RhythmChange(Cadence(33))),
            "remove": BulkEdit(remove=True),
        }
        timed("plan", lambda: book.bulk.plan(people, enter))
        timed("enter", lambda: book.bulk.apply(people, enter))
        timed("leave", lambda: book.bulk.apply(people, BulkEdit(leave=enter.enter)))
        for name, edit in edits.items():
            timed(name, lambda edit=edit: book.bulk.apply(people, edit))  # type: ignore[misc]
            book.history.undo()
        timed("rename", lambda: book.circles.rename(largest.name, "Another name"))
        book.history.undo()
        timed("circle", lambda: book.rhythms.set_circle(largest.name, Cadence(50)))
        book.history.undo()
    return found


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
