"""Times, days, lengths and periods as calendars write them (RFC 5545 section 3.3.4 to 3.3.9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from relate_desktop.domain.event_schedule import Lasts
from relate_desktop.formats.icalendar.lines import Line

FIRST_YEAR, LAST_YEAR = 2, 9998

_TIME = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ]([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?(?:[.,][0-9]{1,9})?)?"
    r"[ ]?(Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"([+-]?)P(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-]?)([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class SaidTime:
    """A time as it is written: naive, of UTC where ``utc``, a whole day where ``day``; else of ``zone``."""

    wall: datetime
    utc: bool = False
    day: bool = False
    zone: str = ""


def read_time(text: str, zone: str = "", *, day: bool = False) -> SaidTime | None:
    """The time a value says; None where it says none. ``day`` if the line says VALUE=DATE.

    What is written as a day is a day, whether or not a zone stands beside it.
    """
    match = _TIME.fullmatch(text.strip().rstrip("Tt"))
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        wall = datetime(int(match[1]), int(match[2]), int(match[3]))  # noqa: DTZ001 - a wall time
    except ValueError:
        return None
    if match[4] is None or day:
        return SaidTime(wall, day=True)
    hour, minute, second = int(match[4]), int(match[5]), min(int(match[6] or 0), 59)
    if minute > 59 or hour > 24 or (hour == 24 and (minute or second)):
        return None
    wall += timedelta(hours=hour, minutes=minute, seconds=second)
    if match[7] and match[7] not in "Zz":
        return SaidTime(wall - timedelta(seconds=read_offset(match[7]) or 0), utc=True)
    return SaidTime(wall, utc=bool(match[7]), zone="" if match[7] else zone)


def time_in(line: Line) -> SaidTime | None:
    """The time in a line with one."""
    return read_time(line.text[0], line.parameter(b"TZID"), day=_says(line, b"DATE"))


def times_in(line: Line) -> Iterator[tuple[SaidTime, SaidTime | Lasts | None] | None]:
    """The times of a list, each with the end of its period if it is one; None for one nobody can read."""
    zone, day = line.parameter(b"TZID"), _says(line, b"DATE")
    for item in line.text[0].replace("\\", "").replace(";", ",").split(","):
        if not item.strip():
            continue
        begin, _, end = item.partition("/")
        found = read_time(begin, zone, day=day)
        if found is None:
            yield None
        elif not end:
            yield found, None
        else:
            until = read_length(end) or read_time(end, zone)
            yield found, until
            if until is None:
                yield None


def items_in(line: Line) -> int:
    """How many items a list has at most, found without reading them."""
    return line.value.count(b",") + line.value.count(b";") + 1


def read_length(text: str) -> Lasts | None:
    """A DURATION; None for one that nobody can read or that goes back in time."""
    match = _LENGTH.fullmatch(text.strip().replace(" ", ""))
    if match is None or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    if match[1] == "-" and (weeks or days or hours or minutes or seconds):
        return None
    return Lasts(weeks * 7 + days, hours * 3600 + minutes * 60 + seconds)


def read_offset(text: str) -> int | None:
    """A UTC offset in seconds; None for none, and for a whole day or more."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = int(match[2]), int(match[3]), int(match[4] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    whole = hours * 3600 + minutes * 60 + seconds
    return -whole if match[1] == "-" else whole


def _says(line: Line, kind: bytes) -> bool:
    return bool(line.parameters) and line.parameter(b"VALUE").upper().encode() == kind
