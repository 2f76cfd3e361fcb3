"""A book somebody has lived with for years: conversations, notes, promises, reminders and rhythms.

Made once a run out of an imported book of the same size, with ten entries for each person; a
few people have thousands, most have a handful. The same seed makes the same years.
"""

import shutil
import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.importing import book_of
from tests.bench.measure import run
from tests.bench.names import WORDS

ENTRIES = 10
"""Entries for each person on the average."""
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
"""When these years end; a little is planned behind it."""
_YEARS = timedelta(days=3_000)
_AHEAD = timedelta(days=40)
_AT_ONCE = 20_000
_SKEW = 0.8
_TEXTS = 20_000


def lived_book(folder: Path, environment: Mapping[str, str], people: int) -> Path:
    """A book with that many people and ten times as many entries, made unless this run has one."""
    book = folder / f"{people}-lived"
    if not book.exists():
        shutil.copytree(book_of(folder, environment, people), book)
        run([sys.executable, "-m", "tests.bench.together", str(book)], environment)
    return book


def live(folder: Path, seed: int = 1) -> None:
    """Writes the years into a book of people."""
    from relate_desktop.domain.change import Operation, OperationKind, Origin  # noqa: PLC0415 - measured
    from relate_desktop.storage.database import Database  # noqa: PLC0415

    database = Database.open(folder, clock=lambda: NOW)
    with database.read() as book:
        contacts = sorted(book.contacts.ids())
    chance = Random(seed)
    with database.write(Operation(OperationKind.IMPORT, Origin.COMMAND_LINE)) as writer:
        batch: list[Any] = []
        for item in _items(chance, contacts, ENTRIES * len(contacts)):
            batch.append(item)
            if len(batch) == _AT_ONCE:
                writer.timeline.add_many(batch)
                batch.clear()
        writer.timeline.add_many(batch)
    database.close()


def _items(chance: Random, contacts: Sequence[Any], count: int) -> Iterator[Any]:
    """Conversations and notes in the order in which somebody wrote them down."""
    from relate_desktop.domain.interaction import (  # noqa: PLC0415
        Direction,
        Happened,
        Interaction,
        InteractionKind,
    )
    from relate_desktop.domain.timeline_note import TimelineNote  # noqa: PLC0415

    met = list(contacts)
    chance.shuffle(met)
    weights = list(accumulate((place + 1) ** -_SKEW for place in range(len(met))))
    texts = [_text(chance) for _ in range(_TEXTS)]
    kinds, directions = list(InteractionKind), list(Direction)
    step = (_YEARS + _AHEAD) / count
    for number in range(count):
        at = NOW - _YEARS + step * number
        happened = Happened(at.date(), at if chance.random() < 0.7 else None, "Europe/Berlin")
        several = 1 if chance.random() < 0.9 else chance.randint(2, 5)
        people = {_met(chance, met, weights, number) for _ in range(several)}
        text = f"{chance.choice(texts)} {chance.choice(texts)}"
        if chance.random() < 0.25:
            yield TimelineNote(text, happened, tuple(people), chance.random() < 0.01, chance.random() < 0.05)
        else:
            kind, direction = chance.choice(kinds), chance.choice(directions)
            yield Interaction(kind, direction, happened, tuple(people), text, chance.randrange(5, 90))


def _met(chance: Random, met: Sequence[Any], weights: Sequence[float], number: int) -> Any:
    """Half of it with whoever one is close to, half with everybody in turn."""
    if number % 2:
        return met[number // 2 % len(met)]
    return met[bisect_left(weights, chance.random() * weights[-1])]


def _text(chance: Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(1, 2))]
    return ", ".join(words) + chance.choice((".", "!", "?", f" {chance.randrange(10_000)}."))


if __name__ == "__main__":
    live(Path(sys.argv[1]))
