"""Dates as people type them: ``26 Nov``, ``26 November 1985``, ``26.11.``, ``1985-11-26``."""

import re

from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.text import fold
from relate_desktop.words.dates import month_name, short_month_name

_ENGLISH = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_WORDED = re.compile(
    r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[^\W\d]+)\.?(?:\s+(?P<after>\d{1,2}))?,?(?:\s+(?P<year>\d{4}))?"
)
_NUMBERED = re.compile(r"(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?:(?P=sign)(?P<year>\d{4})?)?")


def typed_date(text: str, *, day_first: bool = True) -> PartialDate | None:
    """The date a person typed, or None when it is none.

    ``day_first`` says how to read ``4/5/1990``; ``31.12.`` is read rightly either way.
    """
    text = text.strip()
    try:
        return PartialDate.parse(text) or _worded(text) or _numbered(text, day_first=day_first)
    except ValueError:
        return None


def _worded(text: str) -> PartialDate | None:
    match = _WORDED.fullmatch(text)
    month = _month(match["month"]) if match else None
    if match is None or month is None:
        return None
    day = match["day"] or match["after"]
    year = match["year"]
    return PartialDate(int(year) if year else None, month, int(day) if day else None)


def _numbered(text: str, *, day_first: bool) -> PartialDate | None:
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    first_is_day = match["sign"] == "." or day_first
    if one > 12 or two > 12:
        first_is_day = one > 12
    day, month = (one, two) if first_is_day else (two, one)
    return PartialDate(int(match["year"]) if match["year"] else None, month, day)


def _month(word: str) -> int | None:
    wanted = fold(word)
    if len(wanted) < 3:
        return None
    for number in range(1, 13):
        names = (month_name(number), short_month_name(number), _ENGLISH[number - 1])
        if any(fold(name).startswith(wanted) for name in names):
            return number
    return None
