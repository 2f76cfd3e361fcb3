"""History: pages, details and plans among 100,000 changes, and the book as of a day half way through."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.measure import run, spread
from tests.bench.table import Figure

FIRST = datetime(2025, 1, 1, 8, tzinfo=UTC)
STEP = timedelta(minutes=5)
PEOPLE = 1_000
PAGE = 50
ROUNDS = 40

LIMITS = {
    "history opened: its ids and first page": 100.0,
    "a page of history": 20.0,
    "history of one person, its ids and first page": 20.0,
    "what one change did": 20.0,
    "what taking a change back would come to": 50.0,
    "the story of a value": 20.0,
    "the book as of a day half way back": 3_000.0,
    "a person as of that day": 20.0,
}
"""Milliseconds."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The latencies among that many changes."""
    output = run(
        [sys.executable, "-m", "tests.bench.history", str(folder / "changes"), str(large)], environment
    )
    for what, values in json.loads(output.output).items():
        median, late, most = (1000 * value for value in spread(values))
        limit = LIMITS[what]
        yield Figure(f"{what}, median, ms", median, limit, 1.0, "the limit")
        if len(values) > 1:
            yield Figure(f"{what}, 99th of 100, ms", late, 2 * limit, 1.0, "twice the limit")
            yield Figure(f"{what}, longest, ms", most, 4 * limit, 1.0, "four times the limit")


def write_changes(folder: Path, count: int) -> datetime:
    """A book with that many changes of a thousand people; answers the moment after the last."""
    from relate_desktop.domain.change import Operation, OperationKind, Origin  # noqa: PLC0415
    from relate_desktop.domain.contact import Contact  # noqa: PLC0415
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415
    from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind  # noqa: PLC0415
    from relate_desktop.domain.property import Property  # noqa: PLC0415
    from relate_desktop.storage.database import Database  # noqa: PLC0415

    chance, now = Random(5), FIRST

    def clock() -> datetime:
        return now

    book = Database.open(folder, clock=clock, create=True)
    with book._writer.connect() as connection:  # the disk's own time is no figure of ours
        connection.connection.dbapi_connection.execute("PRAGMA synchronous=0")  # type: ignore[union-attr]
    with book.write(Operation(OperationKind.IMPORT, Origin.WINDOW, {"created": PEOPLE})) as writer:
        for number in range(PEOPLE):
            writer.contacts.add((Property("FN", f"Person {number}"), Property("TEL", str(number))))
    for number in range(1, count):
        now += STEP
        who = ContactId(chance.randrange(1, PEOPLE + 1))
        if number % 2:
            call = Interaction(
                InteractionKind.CALL, Direction.MINE, Happened(now.date()), (who,), f"call {number}"
            )
            with book.write(Operation(OperationKind.LOG, Origin.WINDOW, {"name": f"Person {who}"})) as writer:
                writer.timeline.add(call)
            continue
        with book.write(Operation(OperationKind.EDIT, Origin.WINDOW, {"name": f"Person {who}"})) as writer:
            name, phone = writer.contacts.get(who).properties[:2]
            writer.contacts.save(Contact((name, phone.with_value(f"+49 {number}")), who))
    book.close()
    return now + STEP


def measure(folder: Path, count: int) -> dict[str, list[float]]:
    """Seconds of each, in this process; the book is made first where there is none."""
    from relate_desktop.domain.ids import ChangesetId, ContactId  # noqa: PLC0415
    from relate_desktop.services.book import open_book  # noqa: PLC0415

    end = FIRST + count * STEP if folder.exists() else write_changes(folder, count)
    opened, page, person, details, plan, story, past, then = LIMITS
    found: dict[str, list[float]] = {what: [] for what in LIMITS}
    chance = Random(6)
    with open_book(folder, clock=lambda: end) as book:
        history = book.history
        for _ in range(ROUNDS):
            ids = history.ids()
            start, who = chance.randrange(len(ids)), ContactId(chance.randrange(1, PEOPLE + 1))
            one, line = ChangesetId(chance.choice(ids[:-1])), book.contacts.get(who).properties[1].id
            _timed(found[opened], _first_page, history, None)
            _timed(found[page], history.page, ids[start : start + PAGE])
            _timed(found[person], _first_page, history, who)
            _timed(found[details], history.details, one)
            _timed(found[plan], history.plan, one)
            _timed(found[story], history.story, line)
        with _timed(found[past], book.as_of, (FIRST + count * STEP / 2).date()) as old:
            for _ in range(ROUNDS):
                _timed(found[then], _whole, old, ContactId(chance.randrange(1, PEOPLE + 1)))
    return found


def _first_page(history: Any, contact: Any) -> None:
    history.page(history.ids(contact)[:PAGE])


def _whole(book: Any, contact: Any) -> None:
    book.contacts.get(contact)
    book.contacts.provenance(contact)


def _timed(seconds: list[float], call: Callable[..., Any], *given: object) -> Any:
    start = time.perf_counter()
    answer = call(*given)
    seconds.append(time.perf_counter() - start)
    return answer


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
