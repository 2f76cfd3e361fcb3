"""Builders: calendars of an open book, written without a file."""

from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.services.book import OpenBook
from tests.unit.storage import events


def a_calendar(book: OpenBook, *components: CalendarComponent, name: str = "Studio") -> CalendarId:
    """A calendar with these components."""
    return events.a_calendar(book.database, *components, name=name)


def ids_of(book: OpenBook, calendar: CalendarId) -> list[EventId]:
    """The components of a calendar, in order of arrival."""
    with book.database.read() as reader:
        return [EventId(one.id) for kept in reader.calendars.present(calendar).values() for one in kept]
