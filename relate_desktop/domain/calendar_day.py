"""Days of a calendar as a grid shows them: each with what takes place on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.ids import CalendarId


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day where the reader is, with every occurrence that touches it, in the agenda's order."""

    on: date
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def calendars(self) -> tuple[CalendarId, ...]:
        """The calendars that have something on it, each once: a dot for each."""
        return tuple(dict.fromkeys(one.event.calendar for one in self.occurrences))


def in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """As an agenda lists them: by day, what lasts the whole day first, then by hour."""
    return tuple(sorted(occurrences, key=_place))


def by_day(occurrences: Iterable[Occurrence], first: date, last: date) -> tuple[CalendarDay, ...]:
    """Every day from ``first`` to ``last`` with what touches it."""
    days: dict[date, list[Occurrence]] = {
        first + timedelta(days=number): [] for number in range((last - first).days + 1)
    }
    for one in in_order(occurrences):
        on = max(one.first_on, first)
        while on <= min(one.last_on, last):
            days[on].append(one)
            on += timedelta(days=1)
    return tuple(CalendarDay(on, tuple(found)) for on, found in days.items())


def _place(one: Occurrence) -> tuple[object, ...]:
    return (
        one.first_on,
        not one.all_day,
        one.starts_at,
        one.ends_at,
        one.event.title.casefold(),
        one.event.id,
        one.key,
    )
