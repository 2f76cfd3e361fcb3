"""A keystroke's search off the window's thread: everybody who matches with the first page of rows; and
the first fifty of everything, in a book of many years, at every length of what is typed.
"""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.importing import book_of
from tests.bench.measure import run, spread
from tests.bench.table import Figure
from tests.bench.together import NOW, lived_book

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
ASKED = (
    "schmitd", "mueller", "nina", "lilei", "anna invoice", "gate code", "4711", "circle:friends anna",
    "has:email mull", "last:>3m anna", "the", "ing", "a", "e", "s", "1", "0", "@", "-anna", "or",
)  # fmt: skip
FILTERS = (
    "has:address", "has:birthday", "has:phone", "has:reach", "has:url", "has:handle", "has:photo", "has:org",
    "has:circle", "has:reminder", "has:promise", "has:rhythm", "has:conversation", "-has:email",
    "-has:address -has:phone", "has:email or has:phone", "anna -has:birthday", "circle:friends last:>3m",
    "birthday:today", "birthday:next30d", "birthday:march", "added:month", "added:<2w", "last:never",
    "last:<2w", "last:>3m the",
)  # fmt: skip
"""Asked as they stand: the beginning of a filter is a word like any other."""
READING = ("has:note", "email:mail", "note:the", "name:an", "city:b", "org:studio")
"""Filters that must look at what stands on very many lines."""
FIRST = 50
FIRST_LIMIT = 30.0
"""Milliseconds until the first fifty of everything are known, whatever was typed so far."""
READING_LIMIT = 300.0
"""Milliseconds of processor time for one that reads lines."""
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

    lived = lived_book(folder, environment, large)
    output = run([sys.executable, "-m", "tests.bench.searching", str(lived), "first"], environment).output
    told = json.loads(output)
    longest = 1000 * max(told.pop("reading"))
    what = f"a filter that reads lines, {large:,} people, longest, ms"
    yield Figure(what, longest, READING_LIMIT, 1.0, "the limit")
    for clock, values in told.items():
        median, late, most = (1000 * value for value in spread(values))
        what = f"the first {FIRST} of a search, {large:,} people, {10 * large:,} entries, {clock}"
        yield Figure(f"{what}, median, ms", median, FIRST_LIMIT, 1.0, "the limit")
        yield Figure(f"{what}, 99th of 100, ms", late, FIRST_LIMIT, 1.0, "the limit")
        yield Figure(f"{what}, longest, ms", most, 4 * FIRST_LIMIT, 1.0, "four times the limit")


def first_hits(folder: Path) -> dict[str, list[float]]:
    """Seconds until the first fifty people and texts, for every beginning of what is asked.

    Processor time beside wall time, since a shared machine makes anything wait.
    """
    from relate_desktop.services.book import open_book  # noqa: PLC0415 - only the measured process needs it

    found: dict[str, list[float]] = {"wall time": [], "processor time": []}
    asked = [query[:length] for query in (*QUERIES, *MORE, *ASKED) for length in range(1, len(query) + 1)]
    with open_book(folder, clock=lambda: NOW) as book:
        book.search.find("warm", FIRST)
        for query in (*asked, *FILTERS):
            start, busy = time.perf_counter(), time.process_time()
            book.search.find(query, FIRST)
            found["processor time"].append(time.process_time() - busy)
            found["wall time"].append(time.perf_counter() - start)
        for query in READING:
            busy = time.process_time()
            book.search.find(query, FIRST)
            found.setdefault("reading", []).append(time.process_time() - busy)
    return found


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
    print(json.dumps((first_hits if sys.argv[2:] == ["first"] else measure)(Path(sys.argv[1]))))
