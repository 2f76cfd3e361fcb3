"""A keystroke's search off the window's thread: ids of everybody who matches and the first page of rows."""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.importing import book_of
from tests.bench.measure import run, spread
from tests.bench.table import Figure

QUERIES = (
    "anna",
    "muller",
    "Lefevre",
    "smith & daughters",
    "0176 23",
    "+49 30",
    "7946",
    "李雷",
    "山田",
    "Толстая",
)
MORE = (
    "müller köln",
    "studio",
    "zoe",
    "allergisch",
    "oboe",
    "p7.0@mail",
    "4711#",
    "ليلى",
    "x",
    "e",
    "o'n",
    "nordlicht",
)
ROUNDS = 4
LIMIT = 50.0
"""Milliseconds from a keystroke to the rows."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The latencies of typing and of opening people in the large book."""
    book = book_of(folder, environment, large)
    output = run([sys.executable, "-m", "tests.bench.searching", str(book)], environment).output
    for what, values in json.loads(output).items():
        median, late, most = (1000 * value for value in spread(values))
        yield Figure(f"{what}, {large:,} people, median, ms", median, LIMIT, 1.0, "the limit")
        yield Figure(f"{what}, {large:,} people, 99th of 100, ms", late, LIMIT, 1.0, "the limit")
        yield Figure(f"{what}, {large:,} people, longest, ms", most, 4 * LIMIT, 1.0, "four times the limit")


def measure(folder: Path) -> dict[str, list[float]]:
    """Seconds of every keystroke and of every person opened, in this process."""
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415 - only the measured process needs them
    from relate_desktop.domain.people import PeopleFilter, PeopleSort  # noqa: PLC0415
    from relate_desktop.services.book import open_book  # noqa: PLC0415
    from relate_desktop.system.clock import machine_clock  # noqa: PLC0415

    found: dict[str, list[float]] = {"a key of a search": [], "a person's page": []}
    with open_book(folder, clock=machine_clock) as book:
        for _ in range(ROUNDS):
            for query in (*QUERIES, *MORE):
                for length in range(1, len(query) + 1):
                    start = time.perf_counter()
                    ids = book.search.ids(query[:length])
                    book.contacts.summaries([ContactId(number) for number in ids[:100]])
                    found["a key of a search"].append(time.perf_counter() - start)
        everybody = book.contacts.ids(PeopleFilter(), PeopleSort.NAME)
        for number in everybody[:: max(1, len(everybody) // 300)]:
            start = time.perf_counter()
            book.contacts.get(ContactId(number))
            book.contacts.provenance(ContactId(number))
            book.history.entries(contact=ContactId(number))
            found["a person's page"].append(time.perf_counter() - start)
    return found


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
