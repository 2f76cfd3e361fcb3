"""Reading calendars beside the time icalendar needs merely to parse them, and what hostile ones cost."""

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar

from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.formats.icalendar.read import interpret
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.zones import Zones
from tests.bench.table import Figure
from tests.faults.bombs import BOMBS, RULES, an_event, calendar

EVENTS, SERIES = 10_000, 1_000
BERLIN = ZoneInfo("Europe/Berlin")
MONTH = (datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))


def figures(_folder: Path, _environment: Mapping[str, str], _large: int) -> Iterator[Figure]:
    """The figures that concern files alone; what the book makes of them is measured elsewhere."""
    data = a_large_calendar()
    parsing = min(seconds(lambda: Calendar.from_ical(data)) for _ in range(2))
    reading = min(seconds(lambda: read(data)) for _ in range(2))
    yield Figure("10,000 events split and read, s", reading, parsing, 1.3, "icalendar's bare parse")
    endless = read(
        calendar(*(an_event("RRULE:FREQ=WEEKLY;BYDAY=MO,WE", uid=str(one)) for one in range(SERIES)))
    )
    month = min(seconds(lambda: [occurrences([one], *MONTH, BERLIN) for one in endless]) for _ in range(3))
    yield Figure("the month of 1,000 series without end, s", month, 0.1, 1.0, "the limit")
    rules = [calendar(an_event(f"RRULE:{rule}", "DURATION:PT1H")) for rule in RULES]
    costs = [min(seconds(partial(shown, file)) for _ in range(2)) for file in rules]
    yield Figure("the worst hostile rule, s", max(costs), 0.05, 1.0, "the limit")
    floods = [make() for make, _ in BOMBS.values()]
    worst = {name: seconds(partial(shown, file)) for name, file in zip(BOMBS, floods, strict=True)}
    name = max(worst, key=lambda one: worst[one])
    yield Figure(f"the worst flood ({name}), s", worst[name], 2.0, 1.0, "the limit")
    forty = sum(costs) + sum(sorted(worst.values())[: 40 - len(costs)])
    yield Figure("forty bombs of rules, dates and zones, s", forty, 2.0, 1.0, "the limit")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def read(data: bytes) -> list[Scheduled]:
    """Every event of a file."""
    split = components(data)
    zones = Zones(split.components)
    drafts = (interpret(one, zones) for one in split.components)
    return [
        Scheduled(draft.shown(EventId(1), CalendarId(1)), draft.schedule)
        for draft in drafts
        if isinstance(draft, EventDraft)
    ]


def shown(data: bytes) -> None:
    """A month of a file."""
    series = read(data)
    if series:
        occurrences(series, *MONTH, BERLIN)


def a_large_calendar() -> bytes:
    """Ten thousand events as Google writes them, every tenth a series."""
    begins = datetime(2020, 1, 1, 9)  # noqa: DTZ001 - a wall time
    return calendar(
        *(a_google_event(number, begins + timedelta(hours=5 * number)) for number in range(EVENTS))
    )


def a_google_event(number: int, begins: datetime) -> str:
    """An event with two people, a place and a link."""
    rule = ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20",) if number % 10 == 0 else ()
    person = number % 500
    return "\n".join(
        (
            "BEGIN:VEVENT",
            f"DTSTART;TZID=Europe/Berlin:{begins:%Y%m%dT%H%M%S}",
            f"DTEND;TZID=Europe/Berlin:{begins + timedelta(hours=1):%Y%m%dT%H%M%S}",
            *rule,
            "DTSTAMP:20200101T000000Z",
            "ORGANIZER;CN=Me:mailto:me@example.org",
            f"UID:event-{number}@google.com",
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Person {person}",
            f" ;X-NUM-GUESTS=0:mailto:person{person}@example.org",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;RSVP=TRUE;CN=Me:mailto:me@example.org",
            "CREATED:20200101T000000Z",
            "DESCRIPTION:Bring the notes of last time\\n\\nhttps://meet.example.org/abc-defg-hij",
            "LAST-MODIFIED:20200101T000000Z",
            f"LOCATION:Room {number % 9}\\, second floor",
            "SEQUENCE:0",
            "STATUS:CONFIRMED",
            f"SUMMARY:Meeting {number} with Person {person}",
            "TRANSP:OPAQUE",
            "END:VEVENT",
        )
    )
