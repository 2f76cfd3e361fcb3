"""Calendars: how long one takes to come in beside a bare parse, and a month among very many events."""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from relate_desktop.domain.days import Stretch
from relate_desktop.domain.property import Property
from tests.bench.measure import run
from tests.bench.table import Figure

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

SMALL = 10_000
FILES = 10
"""So many calendars make the large book."""
RATIO = 1.3
"""Of the time that icalendar needs merely to parse the same file."""
WRITTEN_LIMIT = 3.0
"""Seconds, in the background, until all that a new calendar says of the past is written down."""
MONTH_LIMIT = 50.0
"""Milliseconds for the agenda of a month."""
YEARS = 20
_FIRST = datetime(2008, 1, 1)  # noqa: DTZ001 - a wall time
_RULES = (
    *("RRULE:FREQ=WEEKLY;COUNT=20", "RRULE:FREQ=MONTHLY;COUNT=12") * 3,
    "RRULE:FREQ=WEEKLY",
    "RRULE:FREQ=YEARLY",
)
_REPEATING = 0.01
"""The share of events that come back; a quarter of them without an end."""
_NAMES = ("Ada", "Bob", "Olena", "Misaki", "Lupe", "Jonas")


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """One calendar coming in, coming in again, and months of a book with many."""
    del large
    told = json.loads(run([sys.executable, "-m", "tests.bench.calendars", str(folder)], environment).output)
    events = f"{SMALL:,} events"
    bare = told["bare"]
    yield Figure(f"{events} in, with a bare parse, s of work", told["in"], bare, RATIO, "icalendar alone")
    matched = told["in"] + told["matched"]
    yield Figure(f"{events} in and matched, s of work", matched, bare, RATIO, "icalendar alone")
    yield Figure(
        f"{told['met']:,} meetings written down, s", told["written"], WRITTEN_LIMIT, 1.0, "the limit"
    )
    yield Figure("looked at again, nothing new, ms", 1000 * told["quiet"], 50.0, 1.0, "the limit")
    yield Figure(f"{events} in again, s of work", told["again"], bare, 0.5, "icalendar alone")
    yield Figure(f"{events} taken back, s", told["undo"], 1.0, 1.0, "the limit")
    months = sorted(1000 * value for value in told["month"])
    median, late = months[len(months) // 2], months[len(months) * 9 // 10]
    month = f"a month among {SMALL * FILES:,} events"
    yield Figure(f"{month}, median, ms", median, MONTH_LIMIT, 1.0, "the limit")
    yield Figure(f"{month}, 9th of 10, ms", late, MONTH_LIMIT, 1.0, "the limit")


def a_calendar(events: int, seed: int = 1) -> bytes:
    """A file as Google writes it: meetings of many years in one zone, with people in them."""
    chance = random.Random(seed)
    made = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\n",
        f"X-WR-CALNAME:Work {seed}\r\n",
    ]
    made += [_event(f"{number}-{seed}", chance) for number in range(events)]
    return "".join([*made, "END:VCALENDAR\r\n"]).encode()


def _event(uid: str, chance: random.Random) -> str:
    starts = _FIRST + timedelta(minutes=15 * chance.randrange(YEARS * 365 * 96))
    ends = starts + timedelta(minutes=chance.choice([30, 45, 60, 90]))
    rule = f"{chance.choice(_RULES)}\r\n" if chance.random() < _REPEATING else ""
    people = "".join(
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN={name};X-NUM-GUEST\r\n"
        f" S=0:mailto:{name.lower()}{chance.randrange(400)}@example.com\r\n"
        for name in chance.sample(_NAMES, chance.choice([0, 1, 2, 3]))
    )
    return (
        f"BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:{starts:%Y%m%dT%H%M%S}\r\n"
        f"DTEND;TZID=Europe/Berlin:{ends:%Y%m%dT%H%M%S}\r\n{rule}DTSTAMP:20260101T120000Z\r\n"
        f"ORGANIZER;CN=Me:mailto:me@example.com\r\nUID:{uid}abcdef0123456789@google.com\r\n{people}"
        f"CREATED:20200101T120000Z\r\nDESCRIPTION:What to speak of in meeting {uid}\\, with notes\\nan\r\n"
        f" d a second line\r\nLAST-MODIFIED:20200101T120000Z\r\nLOCATION:Room 4\r\nSEQUENCE:0\r\n"
        f"STATUS:CONFIRMED\r\nSUMMARY:Meeting with {chance.choice(_NAMES)}\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n"
    )


def measure(folder: Path) -> dict[str, object]:
    """Seconds of this process's own work for one calendar, and of the clock for months."""
    import icalendar  # noqa: PLC0415 - only the measured process needs these

    from relate_desktop.services.book import open_book  # noqa: PLC0415

    paths = []
    for number in range(FILES):
        paths.append(folder / f"calendar{number}.ics")
        paths[-1].write_bytes(a_calendar(SMALL, number))
    content = paths[0].read_bytes()
    told: dict[str, object] = {"bare": _work(lambda: icalendar.Calendar.from_ical(content))}
    now = datetime(2026, 11, 22, tzinfo=UTC)
    with open_book(folder / "calendars", clock=lambda: now, create=True) as book:
        job = _Unstopped()
        told["in"] = _work(lambda: book.imports.run(paths[:1], job=job))
        _know_people(book)
        told.update(_met(book))
        told["again"] = _work(lambda: book.imports.run(paths[:1], job=job))
        told["undo"] = _work(lambda: book.calendars.remove(book.calendars.all()[0].id))
        book.imports.run(paths, job=job)
        months: list[float] = []
        for year in range(_FIRST.year, _FIRST.year + YEARS):
            for month in (3, 10):
                stretch = Stretch(date(year, month, 1), date(year, month, 31))
                start = time.perf_counter()
                book.days.between(stretch)
                months.append(time.perf_counter() - start)
        told["month"] = months
    return told


def _know_people(book: "OpenBook") -> None:
    """Every second of those who are invited is in the book."""
    for name in _NAMES:
        for number in range(0, 400, 2):
            lines = (
                Property("FN", f"{name} {number}"),
                Property("EMAIL", f"{name.lower()}{number}@example.com"),
            )
            book.contacts.add(lines)


def _met(book: "OpenBook") -> dict[str, object]:
    """What it takes to know who the people of all events are, and to write down whom one met."""
    found = book.calendars.agenda(datetime(2000, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC))
    events = {one.event.id: one.event for one in found}
    matched = _work(lambda: book.meeting_people.of(events.values()))
    start = time.perf_counter()
    followed = book.held_meetings.follow()
    written = time.perf_counter() - start
    start = time.perf_counter()
    book.held_meetings.follow()
    quiet = time.perf_counter() - start
    return {"matched": matched, "met": followed.written, "written": written, "quiet": quiet}


def _work(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


class _Unstopped:
    def step(self, done: int, total: int) -> None:
        """Nobody looks."""


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
