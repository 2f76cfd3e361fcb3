"""What vCalendar 1.0 says in its own way: rules, and the zone of a whole calendar.

Its rules (``MP1 2- FR #17``: every month on the second Friday from the end, 17 times) become
those of RFC 5545; its zone is an offset with the times between which summer is.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache

from relate_desktop.domain.event_rule_text import LONGEST_RULE
from relate_desktop.domain.zone_rules import FileZone, Observance
from relate_desktop.formats.icalendar.times import read_offset, read_time

_RULE = re.compile(r"(D|W|MP|MD|YM|YD)([0-9]{1,4})((?: [^ ]+)*)", re.IGNORECASE)
_TIMES = re.compile(r"#([0-9]{1,6})")
_NUMBER = re.compile(r"([0-9]{1,3})([+-]?)")
_WEEKDAY = re.compile(r"SU|MO|TU|WE|TH|FR|SA")
_STEPS = {"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY", "YD": "YEARLY"}
_PARTS = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
_ANCIENT = datetime(1900, 1, 1)  # noqa: DTZ001 - a wall time
MOST_SUMMERS = 200


def rule_of(text: str) -> str:
    """A rule of 1.0 as one of RFC 5545; the text as it is where it is none of 1.0."""
    if len(text) > LONGEST_RULE:
        return text
    match = _RULE.fullmatch(" ".join(text.replace("$", "").replace("\\", "").upper().split()))
    if match is None:
        return text
    kind, interval, rest = match[1], int(match[2]), match[3].split()
    parts = [f"FREQ={_STEPS[kind]}", f"INTERVAL={interval}"]
    # Without any word about its end, a rule holds twice.
    end = "COUNT=2"
    items: list[str] = []
    for word in rest:
        times, until = _TIMES.fullmatch(word), read_time(word)
        if times is not None:
            end = f"COUNT={int(times[1])}" if int(times[1]) else ""
        elif until is not None:
            end = f"UNTIL={word}"
        else:
            items.append(word)
    parts += _by_day(kind, items) + (
        [f"{_PARTS[kind]}={_numbers(items)}"] if kind in _PARTS and items else []
    )
    return ";".join([*parts, *([end] if end else [])])


def _by_day(kind: str, items: list[str]) -> list[str]:
    """BYDAY of weekly rules, and of monthly ones by position: ``1+ 2- MO TU`` names four days."""
    days: list[str] = []
    places: list[str] = []
    named = False
    for item in items if kind in {"W", "MP"} else []:
        number = _NUMBER.fullmatch(item)
        if number is not None:
            places = [] if named else places
            places.append(f"-{number[1]}" if number[2] == "-" else number[1])
            named = False
        elif _WEEKDAY.fullmatch(item):
            days += [place + item for place in places] if kind == "MP" and places else [item]
            named = True
    return [f"BYDAY={','.join(days)}"] if days else []


def _numbers(items: list[str]) -> str:
    found = ["-1" if item == "LD" else _NUMBER.sub(r"\2\1", item).replace("+", "") for item in items]
    return ",".join(found)


@lru_cache(maxsize=64)
def zone_of_calendar(text: str) -> FileZone | None:
    """The zone that the lines TZ and DAYLIGHT of a calendar make; None where they make none."""
    standard: int | None = None
    summers: list[Observance] = []
    for line in text.split("\n")[: MOST_SUMMERS + 1]:
        name, _, value = line.partition(":")
        if name == "TZ":
            standard = _offset(value)
        elif name == "DAYLIGHT" and standard is not None:
            summers += _summer(value, standard)
    if standard is None:
        return None
    return FileZone("", (Observance(_ANCIENT, standard, standard), *summers))


def _summer(value: str, standard: int) -> list[Observance]:
    parts = [part.strip() for part in value.split(";")]
    if len(parts) < 4 or parts[0].upper() != "TRUE":
        return []
    summer, begins, ends = _offset(parts[1]), read_time(parts[2]), read_time(parts[3])
    if summer is None or begins is None or ends is None:
        return []
    first = begins.wall + (timedelta(seconds=standard) if begins.utc else timedelta())
    last = ends.wall + (timedelta(seconds=summer) if ends.utc else timedelta())
    return [Observance(first, standard, summer), Observance(last, summer, standard)]


def _offset(text: str) -> int | None:
    """An offset with its minutes or, as many write it, without."""
    plain = text.strip()
    hours = re.fullmatch(r"([+-]?)([0-9]{1,2})", plain)
    return read_offset(f"{hours[1]}{int(hours[2]):02}00" if hours else plain)
