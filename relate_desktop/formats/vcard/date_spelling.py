"""How each version spells a date: 4.0 basic and in parts, 3.0 whole, jCard extended.

vCard 4.0 knows ``19850412``, ``1985-04``, ``1985``, ``--0412``, ``--04`` and ``---12`` (RFC 6350
section 4.3); vCard 3.0 knows whole dates alone, in both ISO spellings (RFC 2426); jCard writes
the extended spelling (RFC 7095 section 3.5). A date without a year is written for 3.0 as Apple
does: in the year 1604, with the parameter ``X-APPLE-OMIT-YEAR=1604``.
"""

import re

OMIT_YEAR = "X-APPLE-OMIT-YEAR"
APPLE_YEAR = "1604"

_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_WHOLE = re.compile(rf"(\d{{4}})-?{_MONTH}-?{_DAY}")
_YEARLESS = re.compile(rf"--{_MONTH}-?{_DAY}")
_PARTIAL = re.compile(rf"\d{{4}}(?:-{_MONTH})?|--{_MONTH}|---{_DAY}")
_TIME = re.compile(r"(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?|-(\d\d)(?::?(\d\d))?|--(\d\d)")
_ZONE = re.compile(r"(.+?)(Z|[+-]\d\d(?::?\d\d)?)?", re.DOTALL)


def basic_date(value: str) -> str | None:
    """The 4.0 spelling of a date or date and time, None when it is neither."""
    day, separator, time = value.partition("T")
    spelled = _basic_day(day) if day or not separator else ""
    if spelled is None:
        return None
    if not separator:
        return spelled
    clock = _clock(time, "")
    return None if clock is None else f"{spelled}T{clock}"


def extended_date(value: str) -> str | None:
    """The jCard spelling of a date or date and time, None when it is neither."""
    day, separator, time = value.partition("T")
    spelled = _extended_day(day) if day or not separator else ""
    if spelled is None:
        return None
    if not separator:
        return spelled
    clock = _clock(time, ":")
    return None if clock is None else f"{spelled}T{clock}"


def whole_date(value: str) -> bool:
    """Whether vCard 3.0 can say it: a whole date, with or without a time."""
    day, separator, time = value.partition("T")
    return _WHOLE.fullmatch(day) is not None and (not separator or _clock(time, "") is not None)


def without_year(value: str) -> tuple[str, str] | None:
    """Month and day of a date without a year, None for any other value."""
    found = _YEARLESS.fullmatch(value)
    return None if found is None else (found[1], found[2])


def year_omitted(value: str, omitted: str) -> str | None:
    """The 4.0 spelling of a date whose year only stands in for none, else None."""
    found = _WHOLE.match(value)
    return None if found is None or found[1] != omitted.strip() else f"--{found[2]}{found[3]}"


def _basic_day(day: str) -> str | None:
    whole = _WHOLE.fullmatch(day)
    if whole is not None:
        return "".join(whole.groups())
    yearless = _YEARLESS.fullmatch(day)
    if yearless is not None:
        return f"--{yearless[1]}{yearless[2]}"
    return day if _PARTIAL.fullmatch(day) is not None else None


def _extended_day(day: str) -> str | None:
    whole = _WHOLE.fullmatch(day)
    if whole is not None:
        return "-".join(whole.groups())
    yearless = _YEARLESS.fullmatch(day)
    if yearless is not None:
        return f"--{yearless[1]}-{yearless[2]}"
    return day if _PARTIAL.fullmatch(day) is not None else None


def _clock(time: str, separator: str) -> str | None:
    found = _ZONE.fullmatch(time)
    if found is None or _TIME.fullmatch(found[1]) is None:
        return None
    zone = (found[2] or "").replace(":", "")
    if separator and len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    clock = re.split(r"[.,]", found[1])[0].replace(":", "")
    if separator and clock[0] != "-":
        clock = separator.join(clock[at : at + 2] for at in range(0, len(clock), 2))
    elif separator and len(clock) == 5:
        clock = f"{clock[:3]}:{clock[3:]}"
    return clock + zone
