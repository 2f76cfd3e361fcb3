"""The timeline and search in what was written, off the window's thread, in a book of many years."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.measure import run, spread
from tests.bench.table import Figure
from tests.bench.together import NOW, lived_book

LIMITS = {
    "the timeline of a person, its ids and first page": 20.0,
    "the ids of the timeline of all": 150.0,
    "a page of the timeline of all": 20.0,
    "a key of a search in what was written": 50.0,
    "one conversation written down": 20.0,
}
WAITING = "one conversation written down"
"""Milliseconds; for the longest of them four times as many."""

QUERIES = ("invoice", "anna invoice", "oboe leipzig", "4711", "gate code", "nothing at all")
PEOPLE = 200
PAGE = 50
ROUNDS = 5


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The latencies in the book with that many people and ten times as many entries."""
    book = lived_book(folder, environment, large)
    output = run([sys.executable, "-m", "tests.bench.timeline", str(book)], environment).output
    for what, values in json.loads(output).items():
        median, late, most = (1000 * value for value in spread(values))
        limit = LIMITS[what]
        yield Figure(f"{what}, median, ms", median, limit, 1.0, "the limit")
        if what == WAITING:
            continue  # the disk's own time is no figure of ours
        yield Figure(f"{what}, 99th of 100, ms", late, limit, 1.0, "the limit")
        yield Figure(f"{what}, longest, ms", most, 4 * limit, 1.0, "four times the limit")


def measure(folder: Path) -> dict[str, list[float]]:
    """Seconds of each, in this process; what is written is taken back."""
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415 - only the measured process needs them
    from relate_desktop.domain.interaction import Direction, Happened, InteractionKind  # noqa: PLC0415
    from relate_desktop.domain.people import PeopleSort  # noqa: PLC0415
    from relate_desktop.domain.timeline import TimelineFilter  # noqa: PLC0415
    from relate_desktop.services.book import open_book  # noqa: PLC0415

    person, everybody, page, key, one = LIMITS
    found: dict[str, list[float]] = {what: [] for what in LIMITS}
    with open_book(folder, clock=lambda: NOW) as book:
        people = book.contacts.ids(sort=PeopleSort.RECENT)
        chosen = [ContactId(number) for number in people[:: max(1, len(people) // PEOPLE)]]
        for contact in (*chosen, *map(ContactId, people[:PEOPLE])):
            wanted = TimelineFilter(contact)
            _timed(found[person], _first_page, book, wanted)
        for _ in range(2 * ROUNDS):
            ids = _timed(found[everybody], book.timeline.ids)
        for start in range(0, len(ids), max(1, len(ids) // PEOPLE)):
            _timed(found[page], book.timeline.page, ids[start : start + PAGE])
        for query in QUERIES * ROUNDS:
            for length in range(1, len(query) + 1):
                _timed(found[key], book.search.texts, query[:length], PAGE)
        call = (InteractionKind.CALL, Direction.MINE, Happened(NOW.date()), "about the poster")
        for contact in chosen[: 4 * ROUNDS]:
            _timed(found[one], book.timeline.log, [contact], *call)
        for _ in chosen[: 4 * ROUNDS]:
            book.history.undo()
    return found


def _first_page(book: Any, wanted: Any) -> None:
    book.timeline.page(book.timeline.ids(wanted)[:PAGE])


def _timed(seconds: list[float], call: Callable[..., Any], *given: object) -> Any:
    start = time.perf_counter()
    answer = call(*given)
    seconds.append(time.perf_counter() - start)
    return answer


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
