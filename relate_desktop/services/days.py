"""What stands on the days of a stretch: events of the calendars shown, what is due, people's moments."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from relate_desktop.domain.days import Day, DaysInput, Stretch, days
from relate_desktop.domain.due_list import DueRow, due_rows
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.moment import MomentDay, days_in, moments_of
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.calendars import CalendarsService
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

MOST_MOMENTS = 6
"""Moments that are named on one day; in a large book those of whom one is in touch with."""


@dataclass(frozen=True, slots=True)
class DaysPage:
    """Days on which something stands, and everybody that reminders and moments are about."""

    stretch: Stretch
    present: Present
    days: tuple[Day, ...]
    people: Mapping[ContactId, ContactSummary]


class DaysService:
    """May be asked on any thread but the window's."""

    def __init__(
        self,
        database: Database,
        present: PresentSource,
        preferences: PreferencesService,
        calendars: CalendarsService,
    ) -> None:
        self._database = database
        self._present = present
        self._preferences = preferences
        self._calendars = calendars

    def between(self, stretch: Stretch) -> DaysPage:
        """What stands on the days of a stretch."""
        present, preferred = self._present(), self._preferences.current
        start, end = start_of(stretch.first, present.here), start_of(moved(stretch.last, 1), present.here)
        occurrences = self._calendars.agenda(start, end)
        with self._database.read() as book:
            due = due_rows(book.reminders.open(), book.promises.open(), present)
            moments, more = _moments(book, stretch, present) if preferred.calendar_moments else ([], {})
            known = DaysInput(
                occurrences=occurrences,
                due=due if preferred.calendar_reminders else (),
                moments=moments,
                more_moments=more,
            )
            found = days(stretch, known, present)
            people = book.contacts.summaries(list(dict.fromkeys(_people(found))))
        return DaysPage(stretch, present, found, {row.id: row for row in people})


def _moments(book: BookReader, stretch: Stretch, present: Present) -> tuple[list[MomentDay], dict[date, int]]:
    """The moments of those who are named, and how many more there are of a day."""
    contacts, more = book.agenda.moments_on(stretch.days, present.today, MOST_MOMENTS)
    cards = (moment for person in book.contacts.iterate(contacts) for moment in moments_of(person))
    known = (*cards, *book.moments.of(contacts))
    found = [
        day for moment in known for day in days_in(moment, stretch.first, stretch.last, present.leap_day)
    ]
    return found, more


def _people(found: Iterable[Day]) -> Iterable[ContactId]:
    """Whom reminders and moments are about."""
    for item in chain.from_iterable(day.items for day in found):
        if isinstance(item, MomentDay):
            if item.moment.contact is not None:
                yield item.moment.contact
        elif isinstance(item, DueRow):
            yield from item.people
