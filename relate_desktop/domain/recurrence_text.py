"""Rules as text, in the spelling of RRULE (RFC 5545 section 3.3.10).

Only rules a reminder can keep are read: from daily to yearly and within bounds. Any other,
hostile ones among them, is refused in time that depends on its length alone, and stays the
text it was.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import TypeVar

from relate_desktop.domain.recurrence import (
    MOST_COUNT,
    MOST_INTERVAL,
    ByDay,
    Frequency,
    MissingDay,
    Recurrence,
)

AFTER_DONE = "X-RELATE-AFTER-DONE"
LONGEST_TEXT = 1000
LEAP_YEAR = 2000

_Item = TypeVar("_Item")

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")
_PART = re.compile(r"([A-Z-]{1,24})=([A-Z0-9,+-]*)")
_FINER = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "SKIP", AFTER_DONE})
_BY = frozenset({"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"})


class RuleRefusal(StrEnum):
    """Why a rule is kept as text only."""

    MALFORMED = "malformed"
    FREQUENCY = "frequency"
    """It repeats within a day, or not by the calendar at all."""
    BOUNDS = "bounds"
    """INTERVAL or COUNT, or the length of the whole, is beyond what a reminder can mean."""
    PART = "part"
    """It has a part that reminders do not follow, such as BYHOUR or BYWEEKNO."""
    NEVER = "never"
    """There is no such day in any year."""


@dataclass(frozen=True, slots=True)
class RefusedRule:
    """A rule that is not followed, with its text as it came."""

    text: str
    reason: RuleRefusal


class _Refused(Exception):  # noqa: N818 - carried a few lines up, never out of this module
    def __init__(self, reason: RuleRefusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


def read_rule(
    text: str,
    *,
    at: time | None = None,
    zone: tzinfo = UTC,
    missing: MissingDay = MissingDay.LAST,
) -> Recurrence | RefusedRule:
    """The rule a text says, with or without ``RRULE:`` before it.

    ``at`` and ``zone`` are the wall time of what comes back; they decide whether the day of an
    UNTIL given as a moment still counts. ``missing`` holds where the text has no SKIP.
    """
    try:
        return _read(_parts(text), at, zone, missing)
    except _Refused as refused:
        return RefusedRule(text, refused.reason)


def write_rule(rule: Recurrence) -> str:
    """The rule as text that ``read_rule`` reads back as the same rule."""
    parts = [f"FREQ={rule.frequency.value}"]
    parts += [f"INTERVAL={rule.interval}"] if rule.interval != 1 else []
    parts += [f"COUNT={rule.count}"] if rule.count is not None else []
    parts += [f"UNTIL={rule.until:%Y%m%d}"] if rule.until is not None else []
    for name, numbers in (
        ("BYMONTH", rule.by_month),
        ("BYMONTHDAY", rule.by_month_day),
        ("BYDAY", tuple(f"{by.nth or ''}{_WEEKDAYS[by.weekday]}" for by in rule.by_day)),
        ("BYSETPOS", rule.by_position),
    ):
        parts += [f"{name}={','.join(str(number) for number in numbers)}"] if numbers else []
    parts += [f"WKST={_WEEKDAYS[rule.week_start]}"] if rule.week_start else []
    parts += ["SKIP=OMIT"] if rule.missing is MissingDay.SKIP else []
    parts += [f"{AFTER_DONE}=TRUE"] if rule.after_done else []
    return ";".join(parts)


def _parts(text: str) -> dict[str, str]:
    if len(text) > LONGEST_TEXT:
        raise _Refused(RuleRefusal.BOUNDS)
    line = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    parts: dict[str, str] = {}
    for piece in line.split(";"):
        match = _PART.fullmatch(piece.strip())
        if match is None or match[1] in parts:
            raise _Refused(RuleRefusal.MALFORMED)
        parts[match[1]] = match[2]
    if "FREQ" not in parts or ("COUNT" in parts and "UNTIL" in parts):
        raise _Refused(RuleRefusal.MALFORMED)
    if parts["FREQ"] in _FINER:
        raise _Refused(RuleRefusal.FREQUENCY)
    if not parts.keys() <= _KNOWN | _BY:
        raise _Refused(RuleRefusal.PART)
    return parts


def _read(parts: dict[str, str], at: time | None, zone: tzinfo, missing: MissingDay) -> Recurrence:
    try:
        frequency = Frequency(parts["FREQ"])
    except ValueError:
        raise _Refused(RuleRefusal.FREQUENCY) from None
    rule = Recurrence(
        frequency=frequency,
        interval=_within(parts.get("INTERVAL", "1"), MOST_INTERVAL),
        count=_within(parts["COUNT"], MOST_COUNT) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"], at, zone) if "UNTIL" in parts else None,
        by_day=_list(parts, "BYDAY", _by_day),
        by_month_day=_list(parts, "BYMONTHDAY", lambda item: _number(item, 31, signed=True)),
        by_month=_list(parts, "BYMONTH", lambda item: _number(item, 12)),
        by_position=_list(parts, "BYSETPOS", lambda item: _number(item, 366, signed=True)),
        week_start=_weekday(parts.get("WKST", "MO")),
        missing=_skip(parts["SKIP"]) if "SKIP" in parts else missing,
        after_done=_truth(parts.get(AFTER_DONE, "FALSE")),
    )
    _check(rule)
    return rule


def _check(rule: Recurrence) -> None:
    """Refuse what is spelled well and means nothing."""
    if rule.after_done and not (rule.plain and rule.count is None and rule.until is None):
        raise _Refused(RuleRefusal.PART)
    if rule.by_position and (rule.frequency is Frequency.DAILY or rule.plain or not _by_days(rule)):
        raise _Refused(RuleRefusal.PART)
    if rule.by_position and min(abs(position) for position in rule.by_position) > _most_days(rule):
        raise _Refused(RuleRefusal.NEVER)
    counted = any(by.nth is not None for by in rule.by_day)
    if counted and rule.frequency in {Frequency.DAILY, Frequency.WEEKLY}:
        raise _Refused(RuleRefusal.PART)
    if rule.by_month_day and rule.frequency is Frequency.WEEKLY:
        raise _Refused(RuleRefusal.PART)
    if rule.by_month_day and rule.by_month:
        longest = max(monthrange(LEAP_YEAR, month)[1] for month in rule.by_month)
        if min(abs(day) for day in rule.by_month_day) > longest:
            raise _Refused(RuleRefusal.NEVER)
    if counted and all(abs(by.nth or 1) > _most_weekdays(rule) for by in rule.by_day):
        raise _Refused(RuleRefusal.NEVER)


def _by_days(rule: Recurrence) -> bool:
    return bool(rule.by_day or rule.by_month_day)


def _most_days(rule: Recurrence) -> int:
    """How many days a period can hold at most."""
    if rule.frequency is Frequency.WEEKLY:
        return len({by.weekday for by in rule.by_day})
    return 31 if rule.frequency is Frequency.MONTHLY else 366


def _most_weekdays(rule: Recurrence) -> int:
    """How often a weekday can come in the stretch within which BYDAY counts."""
    return 53 if rule.frequency is Frequency.YEARLY and not rule.by_month else 5


def _list(parts: dict[str, str], name: str, read: Callable[[str], _Item]) -> tuple[_Item, ...]:
    """The items of a part in order, each once."""
    if name not in parts:
        return ()
    return tuple(dict.fromkeys(read(item) for item in parts[name].split(",")))


def _within(text: str, most: int) -> int:
    if not _NUMBER.fullmatch(text):
        raise _Refused(RuleRefusal.BOUNDS if text.isdecimal() else RuleRefusal.MALFORMED)
    number = int(text)
    if not 1 <= number <= most:
        raise _Refused(RuleRefusal.BOUNDS)
    return number


def _number(text: str, most: int, *, signed: bool = False) -> int:
    if not _NUMBER.fullmatch(text):
        raise _Refused(RuleRefusal.MALFORMED)
    number = int(text)
    if not 1 <= abs(number) <= most or (number < 0 and not signed):
        raise _Refused(RuleRefusal.MALFORMED)
    return number


def _by_day(text: str) -> ByDay:
    match = _BY_DAY.fullmatch(text)
    if match is None or (match[1] is not None and int(match[1]) == 0):
        raise _Refused(RuleRefusal.MALFORMED)
    nth = int(match[1]) if match[1] is not None else None
    if nth is not None and abs(nth) > 53:
        raise _Refused(RuleRefusal.MALFORMED)
    return ByDay(_WEEKDAYS.index(match[2]), nth)


def _weekday(text: str) -> int:
    if text not in _WEEKDAYS:
        raise _Refused(RuleRefusal.MALFORMED)
    return _WEEKDAYS.index(text)


def _skip(text: str) -> MissingDay:
    try:
        return MissingDay(text)
    except ValueError:
        raise _Refused(RuleRefusal.PART) from None


def _truth(text: str) -> bool:
    if text not in {"TRUE", "FALSE"}:
        raise _Refused(RuleRefusal.MALFORMED)
    return text == "TRUE"


def _until(text: str, at: time | None, zone: tzinfo) -> date:
    """The last day that may count; the day of a moment counts unless what comes back is later."""
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise _Refused(RuleRefusal.MALFORMED)
    try:
        if match[2] is None:
            return datetime.strptime(match[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        moment = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        wall = moment.astimezone(zone) if match[3] else moment
    except (ValueError, OverflowError):
        raise _Refused(RuleRefusal.MALFORMED) from None
    late = at is not None and at.replace(tzinfo=None) > wall.time()
    return wall.date() - timedelta(days=1) if late and wall.date() > date.min else wall.date()
