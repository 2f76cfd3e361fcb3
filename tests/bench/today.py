"""Today off the window's thread, in a large book in which nearly everybody has a rhythm.

Most have it through a circle, the others of their own; a few thousand reminders and promises
are open, and hundreds of people rest.
"""

import json
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.bench.measure import run, spread
from tests.bench.table import Figure
from tests.bench.together import NOW, lived_book

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

LOOKS = 40
REMINDERS = 5_000
PROMISES = 1_000
LIMIT = 200.0
"""Milliseconds from asking to the page."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """How long Today takes."""
    book = busy_book(folder, environment, large)
    found = json.loads(run([sys.executable, "-m", "tests.bench.today", str(book)], environment).output)
    median, late, most = (1000 * value for value in spread(found["today"]))
    yield Figure(f"today, {large:,} people, median, ms", median, LIMIT, 1.0, "the limit")
    yield Figure(f"today, {large:,} people, 99th of 100, ms", late, LIMIT, 1.0, "the limit")
    yield Figure(f"today, {large:,} people, longest, ms", most, 2 * LIMIT, 1.0, "twice the limit")


def busy_book(folder: Path, environment: Mapping[str, str], people: int) -> Path:
    """A book in which a lot is open, made unless this run has one."""
    book = folder / f"{people}-busy"
    if not book.exists():
        shutil.copytree(lived_book(folder, environment, people), book)
        run([sys.executable, "-m", "tests.bench.today", str(book), "fill"], environment)
    return book


def opened(folder: Path) -> "OpenBook":
    """The book at the end of its years, in Berlin."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only the measured process needs them

    from relate_desktop.services.book import open_book  # noqa: PLC0415

    return open_book(folder, clock=lambda: NOW, here=lambda: ZoneInfo("Europe/Berlin"))


def fill(folder: Path, seed: int = 1) -> None:
    """Rhythms for everybody, and what is open."""
    from relate_desktop.domain.cadence import Cadence  # noqa: PLC0415
    from relate_desktop.domain.change import Operation, OperationKind, Origin  # noqa: PLC0415
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415
    from relate_desktop.domain.person_rhythm import Chosen  # noqa: PLC0415

    chance = Random(seed)
    with opened(folder) as book:
        everybody = [ContactId(number) for number in book.contacts.ids()]
        for circle in book.contacts.circles():
            book.rhythms.set_circle(circle.name, Cadence(chance.randrange(20, 120)))
        with book.database.write(Operation(OperationKind.RHYTHM, Origin.COMMAND_LINE)) as writer:
            alone = [one for one in everybody if not writer.rhythms.circles_of([one])]
            for contact in alone:
                writer.rhythms.choose(contact, Chosen(Cadence(chance.randrange(20, 200))))
        with book.database.write(Operation(OperationKind.REMIND, Origin.COMMAND_LINE)) as writer:
            for _number in range(REMINDERS):
                writer.reminders.add(_reminder(chance, chance.choice(everybody)))
            for _number in range(PROMISES):
                writer.promises.add(_promise(chance, chance.choice(everybody)))


def _day(chance: Random) -> date:
    return NOW.date() + timedelta(days=chance.randrange(-30, 400))


def _reminder(chance: Random, contact: Any) -> Any:
    from relate_desktop.domain.recurrence import Frequency, Recurrence  # noqa: PLC0415
    from relate_desktop.domain.reminder import DueTime, Reminder  # noqa: PLC0415

    due = DueTime(_day(chance))
    found = Reminder("Send the cover", (contact,), due, NOW)
    if chance.random() < 0.2:
        rule = Recurrence(chance.choice(list(Frequency)), chance.randrange(1, 4))
        found = replace(found, repeats=rule, began_on=due.on)
    return found


def _promise(chance: Random, contact: Any) -> Any:
    from relate_desktop.domain.promise import OwedBy, Promise  # noqa: PLC0415
    from relate_desktop.domain.reminder import DueTime  # noqa: PLC0415

    due = DueTime(_day(chance))
    return Promise(chance.choice(list(OwedBy)), "the contract", (contact,), NOW.date(), due)


def measure(folder: Path) -> dict[str, Any]:
    """Seconds of every look at Today."""
    with opened(folder) as book:
        looks = []
        for _look in range(LOOKS):
            start = time.perf_counter()
            book.agenda.today(seen=False)
            looks.append(time.perf_counter() - start)
    return {"today": looks}


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if sys.argv[2:] == ["fill"]:
        fill(place)
    else:
        print(json.dumps(measure(place)))
