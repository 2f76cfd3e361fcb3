"""The rules of other programs' events, read from their text (RFC 5545 section 3.3.10).

Read with patience: blanks, small letters, commas and semicolons that were escaped once too often,
parts in any order, and parts that nobody knows unless they narrow it. What cannot be read, or can
only be meant to hold somebody up, is refused; the event then takes place once, and the report says so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import TypeVar

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_rule_walls import counted_end
from relate_desktop.domain.recurrence import ByDay

LONGEST_RULE = 2_000
"""Characters; the longest list a rule needs, every day of the year by its number, is shorter."""
MOST_INTERVAL = 100_000
MOST_A_DAY = 1_440
"""How often a rule may name a time of the day or of the hour: once a minute."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY = frozenset(
    {"BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
)
"""What a rule may be narrowed by; without another, as ``BYEASTER``, it would hold more often than it says."""
_ITEM = TypeVar("_ITEM")
_PART = re.compile(r"([A-Z-]{1,24})=(.*)")
_BY_DAY = re.compile(r"([+-]?[0-9]{1,3})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_COUNT = re.compile(r"[0-9]{1,18}")
_UNTIL = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T([0-9]{2}):?([0-9]{2}):?([0-9]{2})?(Z?))?")


@dataclass(frozen=True, slots=True)
class UntilWall:
    """The end of a rule as it is written: a wall time, of UTC where ``utc``."""

    wall: datetime
    utc: bool


class _Refused(Exception):  # noqa: N818 - carried a few lines up, never out of this module
    """It is no rule, or comes more often than anybody could take part in."""


def read_event_rule(
    text: str, anchor: datetime, to_wall: Callable[[datetime], datetime] = lambda moment: moment
) -> EventRule | None:
    """The rule a text says for an event that first takes place at the wall time ``anchor``; None if none.

    ``to_wall`` turns a naive time of UTC into the wall time of the event's zone.
    """
    try:
        return _read(_parts(text), anchor, to_wall)
    except _Refused:
        return None


def _parts(text: str) -> dict[str, str]:
    if len(text) > LONGEST_RULE:
        raise _Refused
    line = text.upper().replace("\\", "").strip().removeprefix("RRULE:").strip("; ")
    parts: dict[str, str] = {}
    for piece in line.split(";"):
        match = _PART.fullmatch(piece.strip())
        if match is not None:
            parts.setdefault(match[1], match[2].replace(" ", "").strip(","))
    unknown = any(name.startswith("BY") and name not in _BY for name in parts)
    if unknown or "FREQ" not in parts or parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise _Refused
    return parts


def _read(parts: dict[str, str], anchor: datetime, to_wall: Callable[[datetime], datetime]) -> EventRule:
    rule = EventRule(
        step=_one_of(Step, parts["FREQ"]),
        interval=_interval(parts.get("INTERVAL", "1")),
        by_second=_numbers(parts, "BYSECOND", 0, 60),
        by_minute=_numbers(parts, "BYMINUTE", 0, 59),
        by_hour=_numbers(parts, "BYHOUR", 0, 23),
        by_day=_list(parts, "BYDAY", _by_day),
        by_month_day=_numbers(parts, "BYMONTHDAY", 1, 31, signed=True),
        by_year_day=_numbers(parts, "BYYEARDAY", 1, 366, signed=True),
        by_week=_numbers(parts, "BYWEEKNO", 1, 53, signed=True),
        by_month=_numbers(parts, "BYMONTH", 1, 12),
        by_position=_numbers(parts, "BYSETPOS", 1, 366, signed=True),
        week_start=_weekday(parts.get("WKST", "MO")),
        skip=_one_of(Skip, parts.get("SKIP", "OMIT")),
    )
    return _ended(_within_bounds(rule), parts, anchor, to_wall)


def _within_bounds(rule: EventRule) -> EventRule:
    """The rule, unless it names more times a day than there can be appointments."""
    sizes = [max(len(rule.by_minute), 1), max(len(rule.by_second), 1)]
    if not rule.step.within_a_day:
        sizes.append(max(len(rule.by_hour), 1))
    product = 1
    for size in sizes:
        product *= size
    if product > MOST_A_DAY:
        raise _Refused
    return rule


def _ended(
    rule: EventRule, parts: dict[str, str], anchor: datetime, to_wall: Callable[[datetime], datetime]
) -> EventRule:
    if parts.get("UNTIL"):
        until = _until(parts["UNTIL"])
        rule = replace(rule, until=to_wall(until.wall) if until.utc else until.wall)
    if parts.get("COUNT"):
        if not _COUNT.fullmatch(parts["COUNT"]):
            raise _Refused
        # COUNT=0 means no end in programs that write it.
        count = int(parts["COUNT"])
        end = counted_end(rule, anchor, count) if count else None
        ends = [until for until in (rule.until, end) if until is not None]
        rule = replace(rule, until=min(ends, default=None))
    return rule


def _until(text: str) -> UntilWall:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise _Refused
    try:
        day = datetime(int(match[1]), int(match[2]), int(match[3]))  # noqa: DTZ001 - a wall time
        if match[4] is None:
            # A day counts to its end, whatever the hour of the event.
            return UntilWall(datetime.combine(day, time(23, 59, 59)), utc=False)
        second = min(int(match[6] or 0), 59)
        return UntilWall(day.replace(hour=int(match[4]), minute=int(match[5]), second=second), bool(match[7]))
    except ValueError:
        raise _Refused from None


def _list(parts: dict[str, str], name: str, read: Callable[[str], _ITEM]) -> tuple[_ITEM, ...]:
    """The items of a part in order, each once; an empty part is none."""
    items = [item for item in parts.get(name, "").split(",") if item]
    return tuple(dict.fromkeys(read(item) for item in items))


def _numbers(
    parts: dict[str, str], name: str, least: int, most: int, *, signed: bool = False
) -> tuple[int, ...]:
    def read(text: str) -> int:
        if not _NUMBER.fullmatch(text):
            raise _Refused
        number = int(text)
        if not least <= (abs(number) if signed else number) <= most:
            raise _Refused
        return number

    return _list(parts, name, read)


def _interval(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise _Refused
    number = int(text)
    if not 1 <= number <= MOST_INTERVAL:
        raise _Refused
    return number


def _by_day(text: str) -> ByDay:
    match = _BY_DAY.fullmatch(text)
    if match is None:
        raise _Refused
    nth = int(match[1]) if match[1] is not None else None
    if nth is not None and not 1 <= abs(nth) <= 53:
        raise _Refused
    return ByDay(WEEKDAYS.index(match[2]), nth)


def _weekday(text: str) -> int:
    if text not in WEEKDAYS:
        raise _Refused
    return WEEKDAYS.index(text)


_KIND = TypeVar("_KIND", bound=StrEnum)


def _one_of(kinds: type[_KIND], text: str) -> _KIND:
    try:
        return kinds(text)
    except ValueError:
        raise _Refused from None
