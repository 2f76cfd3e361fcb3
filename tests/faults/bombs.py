"""Calendars made to hang or flood, for the faults and the figures."""

from collections.abc import Callable
from datetime import datetime, timedelta

from relate_desktop.domain.event_draft import EventRefusal

BEGINS = datetime(2020, 1, 1)  # noqa: DTZ001 - a wall time
HOURS = [(BEGINS + timedelta(hours=hour)).strftime("%Y%m%dT%H%M%S") for hour in range(100_000)]
NUMBERS = ",".join(map(str, range(60)))

RULES = (
    *(f"FREQ={step}" for step in ("SECONDLY", "MINUTELY", "HOURLY")),
    *(f"FREQ={step};BYMONTH=2;BYMONTHDAY=30" for step in ("SECONDLY", "HOURLY", "DAILY", "YEARLY")),
    *(f"FREQ={step};COUNT=1000000000" for step in ("SECONDLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
    *(f"FREQ={step};BYDAY=MO;BYSETPOS=366;COUNT=10000" for step in ("SECONDLY", "DAILY", "YEARLY")),
    *(f"FREQ={step};BYYEARDAY=-366;BYMONTH=6;COUNT=10000" for step in ("DAILY", "WEEKLY", "MONTHLY")),
    f"FREQ=MINUTELY;BYSECOND={NUMBERS}",
    f"FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE={NUMBERS}",
    f"FREQ=SECONDLY;BYSECOND={NUMBERS};BYMINUTE={NUMBERS};BYDAY=-53SU;BYMONTHDAY=31",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=99999999999999",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=DAILY;UNTIL=00000101",
    "FREQ=YEARLY;BYDAY=" + ",".join(f"{nth}MO" for nth in range(1, 54)) + ";COUNT=9999",
    "FREQ=DAILY;BYDAY=" + "MO," * 100_000,
)


def calendar(*parts: str) -> bytes:
    """A file with these components."""
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""])
    return text.replace("\n", "\r\n").encode()


def an_event(*lines: str, uid: str = "x", zone: str = "Europe/Berlin") -> str:
    """An event of ten o'clock on New Year 2020 with further lines."""
    return "\n".join(
        ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART;TZID={zone}:20200101T100000", *lines, "END:VEVENT"]
    )


def a_zone(name: str, inside: str) -> str:
    """A zone of a file."""
    return f"BEGIN:VTIMEZONE\nTZID:{name}\n{inside}\nEND:VTIMEZONE"


def observances(count: int, rule: str) -> str:
    """So many stretches, each with this rule."""
    one = (
        "BEGIN:STANDARD\nDTSTART:{at}\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ={rule}\nEND:STANDARD"
    )
    return "\n".join(
        one.format(at=f"{BEGINS + timedelta(hours=number):%Y%m%dT%H%M%S}", rule=rule)
        for number in range(count)
    )


Bomb = tuple[Callable[[], bytes], set[EventRefusal]]
_FLOOD = {EventRefusal.TOO_MANY_DATES}
BOMBS: dict[str, Bomb] = {
    "100 000 EXDATE": (lambda: calendar(an_event(*(f"EXDATE:{hour}" for hour in HOURS))), _FLOOD),
    "100 000 RDATE": (lambda: calendar(an_event(*(f"RDATE:{hour}" for hour in HOURS))), _FLOOD),
    "a line of 1 000 000 EXDATE": (lambda: calendar(an_event("EXDATE:" + ",".join(HOURS * 10))), _FLOOD),
    "10 000 EXDATE": (
        lambda: calendar(an_event("RRULE:FREQ=HOURLY", "EXDATE:" + ",".join(HOURS[:10_000]))),
        set(),
    ),
    "11 000 overrides": (
        lambda: calendar(
            an_event("RRULE:FREQ=HOURLY"), *(an_event(f"RECURRENCE-ID:{hour}") for hour in HOURS[:11_000])
        ),
        _FLOOD,
    ),
    "1 000 overrides for all that follows": (
        lambda: calendar(
            an_event("RRULE:FREQ=HOURLY"),
            *(an_event(f"RECURRENCE-ID;RANGE=THISANDFUTURE:{hour}") for hour in HOURS[:1_000]),
        ),
        set(),
    ),
    "ten rules": (lambda: calendar(an_event(*["RRULE:FREQ=SECONDLY;INTERVAL=7;BYSECOND=7"] * 10)), set()),
    "ten exceptions by rule": (
        lambda: calendar(an_event("RRULE:FREQ=DAILY", *["EXRULE:FREQ=SECONDLY"] * 10)),
        set(),
    ),
    "20 000 observances": (
        lambda: calendar(a_zone("Evil", observances(20_000, "YEARLY")), an_event(zone="Evil")),
        set(),
    ),
    "500 observances that change each second": (
        lambda: calendar(
            a_zone("Evil", observances(500, "SECONDLY")), an_event("RRULE:FREQ=DAILY", zone="Evil")
        ),
        set(),
    ),
    "1 000 000 categories": (lambda: calendar(an_event("CATEGORIES:" + "a," * 1_000_000)), set()),
    "20 000 attendees": (
        lambda: calendar(an_event(*(f"ATTENDEE;CN=A:mailto:a{number}@x.org" for number in range(20_000)))),
        set(),
    ),
    "100 000 parameters": (
        lambda: calendar(an_event("ATTENDEE" + ";X=1" * 100_000 + ":mailto:a@x.org")),
        set(),
    ),
    "200 000 quotes": (
        lambda: calendar(an_event('ATTENDEE;CN="' + '"' * 200_000 + ":mailto:a@x.org")),
        set(),
    ),
    "20 000 tags that never close": (
        lambda: calendar(an_event("DESCRIPTION:<b>" + "<a href=" * 20_000)),
        set(),
    ),
    "100 000 alarms inside each other": (
        lambda: calendar("BEGIN:VEVENT\n" + "BEGIN:VALARM\n" * 100_000),
        {EventRefusal.NO_START},
    ),
    "a name of a megabyte": (lambda: calendar(an_event(zone="E" * 1_000_000)), set()),
    "every day for 27 years": (lambda: calendar(an_event("RRULE:FREQ=DAILY", "DURATION:P9999D")), set()),
}
