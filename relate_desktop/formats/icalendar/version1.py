"""What vCalendar 1.0 says in its own way: rules, and the zone of a whole calendar.

Its rules (``MP1 2- FR #17``: every month on the second Friday from the end, 17 times) become
those of RFC 5545; its zone is an offset with the times between which summer is.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache

from relate_desktop.domain.event_rule_text import LONGEST_RULE, WEEKDAYS
from relate_desktop.domain.zone_rules import FileZone, Observance
from relate_desktop.formats.icalendar.times import read_offset, read_time

_RULE = re.compile(r"(D|W|MP|MD|YM|YD)([0-9]{0,4})((?: [^ ]+)*)", re.IGNORECASE)
_TIMES = re.compile(r"#([0-9]{1,6})")
_NUMBER = re.compile(r"([0-9]{1,3})([+-]?)")
_HOUR = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
_STEPS = {"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY", "YD": "YEARLY"}
_PARTS = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
_ANCIENT = datetime(1900, 1, 1)  # noqa: DTZ001 - a wall time
MOST_SUMMERS = 200


def rule_of(text: str, anchor: datetime) -> str:
    """A rule of 1.0, of what first takes place at ``anchor``, as one of RFC 5545.

    The text as it is where it is none of 1.0, or one of several rules within each other.
    """
    if len(text) > LONGEST_RULE:
        return text
    spaced = text.replace("$", "").replace("\\", "").replace("#", " #")
    match = _RULE.fullmatch(" ".join(spaced.upper().split()))
    if match is None:
        return text
    # Some programs leave out how often.
    kind, interval, rest = match[1], int(match[2] or 1), match[3].split()
    parts = [f"FREQ={_STEPS[kind]}", f"INTERVAL={interval}"]
    # Without any word about its end, a rule holds twice.
    end = "COUNT=2"
    items: list[str] = []
    hours: list[str] = []
    for word in rest:
        counted, until = _TIMES.fullmatch(word), read_time(word)
        if counted is not None:
            end = f"COUNT={int(counted[1])}" if int(counted[1]) else ""
        elif until is not None:
            end = f"UNTIL={word}"
        elif _HOUR.fullmatch(word):
            hours.append(word)
        elif hours:
            return text  # hours of single days, which no other rule can say
        else:
            items.append(word)
    days = _by_day(kind, items, anchor)
    times = _by_hour(hours)
    if days is None or times is None:
        return text
    numbers = [f"{_PARTS[kind]}={_numbers(items)}"] if kind in _PARTS and items else []
    return ";".join([*parts, *days, *numbers, *times, *([end] if end else [])])


def _by_day(kind: str, items: list[str], anchor: datetime) -> list[str] | None:
    """BYDAY of weekly rules, and of monthly ones by position: ``1+ 2- MO TU`` names four days.

    Places without a day are those of the first time's, and of nothing at all its place as well.
    None where something else is said.
    """
    days: list[str] = []
    places: list[str] = []
    named = False
    for item in items if kind in {"D", "W", "MP"} else []:
        number = _NUMBER.fullmatch(item)
        if number is not None and kind == "MP":
            places = [] if named else places
            places.append(f"-{number[1]}" if number[2] == "-" else number[1])
            named = False
        elif item in WEEKDAYS and kind != "D":
            days += [place + item for place in places] if kind == "MP" and places else [item]
            named = True
        else:
            return None
    if kind == "MP" and not named:
        days += [place + WEEKDAYS[anchor.weekday()] for place in places or [str((anchor.day + 6) // 7)]]
    return [f"BYDAY={','.join(days)}"] if days else []


def _by_hour(hours: list[str]) -> list[str] | None:
    """The hours of a day; None where they do not share their minute, which no other rule can say."""
    minutes = {hour[2:] for hour in hours}
    if len(minutes) > 1:
        return None
    named = ",".join(str(int(hour[:2])) for hour in hours)
    return [f"BYHOUR={named}", f"BYMINUTE={int(minutes.pop())}"] if hours else []


def _numbers(items: list[str]) -> str:
    found = ["-1" if item == "LD" else _NUMBER.sub(r"\2\1", item).replace("+", "") for item in items]
    return ",".join(found)


@lru_cache(maxsize=64)
def zone_of_calendar(text: str) -> FileZone | None:
    """The zone that the lines TZ and DAYLIGHT of a calendar make; None where they make none."""
    standard = _offset(_said(text, "TZ"))
    if standard is None:
        return None
    lines = [line.partition(":") for line in text.split("\n")[: MOST_SUMMERS + 1]]
    summers = [one for name, _, value in lines if name == "DAYLIGHT" for one in _summer(value, standard)]
    return FileZone("", (Observance(_ANCIENT, standard, standard), *summers))


def name_of_zone(text: str) -> str:
    """The name that a calendar's line TZ has in place of an offset; empty where it has none."""
    said = _said(text, "TZ")
    return "" if _offset(said) is not None else said


def _said(text: str, name: str) -> str:
    """The value of the last line of this name."""
    return next((line[len(name) + 1 :] for line in text.split("\n")[::-1] if line.startswith(f"{name}:")), "")


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
