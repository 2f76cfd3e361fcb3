"""Dates of which a part may be missing, in every spelling cards use (RFC 6350 section 4.3.1)."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from relate_desktop.domain.property import Parameter

LEAP_YEAR = 2000
APPLE_OMIT_YEAR = "X-APPLE-OMIT-YEAR"

_SPELLINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"--(?P<month>\d{2})-?(?P<day>\d{2})",
        r"---(?P<day>\d{2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})(?:-?-?-)?",
        r"--(?P<month>\d{2})-?",
    )
)
_TIME = re.compile(r"[Tt ]\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d+)?\s*(?:[Zz]|[+-]\d{2}:?(?:\d{2})?)?$")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, or any of them together, as far as it is known.

    Raises ValueError for a day that no calendar has and for a date without any part.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is None and self.month is None and self.day is None:
            raise ValueError("a date needs a part")
        if self.year is not None and self.day is not None and self.month is None:
            raise ValueError("a day of a year needs a month")
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError("no such year")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError("no such month")
        if self.day is not None and not 1 <= self.day <= self._longest():
            raise ValueError("no such day")

    @classmethod
    def parse(cls, text: str, parameters: Sequence[Parameter] = ()) -> "PartialDate | None":
        """The date a card's value says; None for free text and impossible dates.

        A time of day behind the date is left out. ``X-APPLE-OMIT-YEAR`` names the year that
        stands for none, and ``0000`` is no year either.
        """
        value = _TIME.sub("", text.strip())
        for spelling in _SPELLINGS:
            if match := spelling.fullmatch(value):
                return cls._from(match.groupdict(), _omitted_years(parameters))
        return None

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The whole day as a partial date."""
        return cls(day.year, day.month, day.day)

    @property
    def whole(self) -> bool:
        """Whether year, month and day are all known."""
        return self.year is not None and self.day is not None

    @property
    def recurs(self) -> bool:
        """Whether it has a day and a month, and so comes round every year."""
        return self.month is not None and self.day is not None

    def iso(self) -> str:
        """The date with hyphens: ``1985-04-15``, ``--04-15``, ``1985-04``, ``1985``, ``---15``."""
        if self.year is not None:
            return "-".join(self._numbers())
        if self.month is None:
            return f"---{self.day:02}"
        return f"--{self.month:02}" if self.day is None else f"--{self.month:02}-{self.day:02}"

    def basic(self) -> str:
        """The date as vCard 4.0 spells it: ``19850415``, ``--0415``, ``1985-04``, ``1985``, ``---15``."""
        if self.day is None or self.month is None:
            return self.iso()
        return self.iso().replace("-", "") if self.year is not None else f"--{self.month:02}{self.day:02}"

    def age(self, on: date) -> int | None:
        """Whole years from this date to a day, None where the year is not known or lies ahead.

        Without a month or day the years are simply subtracted. Born on 29 February, one is
        a year older on 1 March of common years.
        """
        if self.year is None:
            return None
        years = on.year - self.year
        if self.month is not None and (on.month, on.day) < (self.month, self.day or 1):
            years -= 1
        return years if years >= 0 else None

    def __lt__(self, other: "PartialDate") -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return (self.year or 0, self.month or 0, self.day or 0)

    def _longest(self) -> int:
        return 31 if self.month is None else monthrange(self.year or LEAP_YEAR, self.month)[1]

    def _numbers(self) -> list[str]:
        numbers = [f"{self.year:04}"]
        numbers.extend(f"{part:02}" for part in (self.month, self.day) if part is not None)
        return numbers

    @classmethod
    def _from(cls, found: dict[str, str | None], omitted: frozenset[int]) -> "PartialDate | None":
        year, month, day = (int(found.get(name) or 0) or None for name in ("year", "month", "day"))
        if found.get("month") is not None and month is None:
            return None
        if found.get("day") is not None and day is None:
            return None
        try:
            return cls(None if year in omitted else year, month, day)
        except ValueError:
            return None


def _omitted_years(parameters: Sequence[Parameter]) -> frozenset[int]:
    return frozenset(
        int(value)
        for parameter in parameters
        if parameter.name is not None and parameter.name.upper() == APPLE_OMIT_YEAR
        for value in parameter.values
        if value.isdecimal()
    )
