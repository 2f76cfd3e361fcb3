"""A keystroke in Find or do, off the window's thread, in a book of many years."""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.measure import run, spread
from tests.bench.searching import MORE, QUERIES
from tests.bench.table import Figure
from tests.bench.together import NOW, lived_book

ASKED = (*QUERIES, *MORE, "anna invoice", "settings", "lndqvst", "zxw", "gate code")
RECENT = 60
ROUNDS = 2
LIMIT = 50.0
"""Milliseconds from a keystroke to the rows."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The latencies of typing in the book with that many people and ten times as many entries."""
    book = lived_book(folder, environment, large)
    output = run([sys.executable, "-m", "tests.bench.palette", str(book)], environment).output
    found = json.loads(output)
    median, late, most = (1000 * value for value in spread(found["keys"]))
    what = "a key of Find or do"
    yield Figure(f"{what}, {large:,} people, median, ms", median, LIMIT, 1.0, "the limit")
    yield Figure(f"{what}, {large:,} people, 99th of 100, ms", late, LIMIT, 1.0, "the limit")
    yield Figure(f"{what}, {large:,} people, longest, ms", most, 4 * LIMIT, 1.0, "four times the limit")
    yield Figure("making Find or do ready, s", found["ready"], 2.0, 1.0, "behind the start")


def measure(folder: Path) -> dict[str, object]:
    """Seconds of every keystroke, in this process."""
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415 - only the measured process needs them
    from relate_desktop.services.book import open_book  # noqa: PLC0415

    keys: list[float] = []
    slow: dict[str, float] = {}
    with open_book(folder, clock=lambda: NOW) as book:
        people = book.contacts.ids()
        recent = [ContactId(number) for number in people[:: max(1, len(people) // RECENT)]]
        start = time.perf_counter()
        book.palette.warm()
        ready = time.perf_counter() - start
        for _ in range(ROUNDS):
            for query in ASKED:
                for length in range(1, len(query) + 1):
                    start = time.perf_counter()
                    book.palette.people(query[:length], recent)
                    book.palette.texts(query[:length])
                    keys.append(time.perf_counter() - start)
                    slow[query[:length]] = keys[-1]
    worst = sorted(slow.items(), key=lambda one: -one[1])[:12]
    return {"keys": keys, "ready": ready, "slowest": worst}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
