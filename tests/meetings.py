"""Builders of what a calendar says: attendees, events and their occurrences."""

from datetime import date, datetime, timedelta
from itertools import count

from relate_desktop.domain.calendar_event import (
    Attendee,
    CalendarEvent,
    EventStatus,
    Occurrence,
    Participation,
)
from relate_desktop.domain.ids import CalendarId, EventId
from tests.present import at

_NUMBERS = count(1)


def an_attendee(
    address: str = "",
    name: str = "",
    answer: Participation = Participation.ACCEPTED,
    *,
    organizer: bool = False,
    person: bool = True,
) -> Attendee:
    """Somebody who is invited."""
    return Attendee(address, name, answer, organizer, person)


def an_event(
    title: str = "Crane catalogue",
    *attendees: Attendee,
    uid: str = "",
    status: EventStatus = EventStatus.CONFIRMED,
    place: str = "",
) -> CalendarEvent:
    """An event of a calendar, with a UID of its own where none is given."""
    number = next(_NUMBERS)
    return CalendarEvent(
        EventId(number),
        CalendarId(1),
        uid or f"event-{number}@example.org",
        title,
        place,
        status=status,
        attendees=attendees,
    )


def an_occurrence(
    event: CalendarEvent,
    wall: str = "2026-11-24 10:30",
    *,
    minutes: int = 45,
    key: str = "",
    zone: str = "Europe/Berlin",
) -> Occurrence:
    """One time of an event, at a wall time."""
    start = at(wall, zone)
    end = start + timedelta(minutes=minutes)
    on = datetime.fromisoformat(wall).date()
    return Occurrence(event, key, start, end, on, on)


def a_whole_day(event: CalendarEvent, first: str, last: str = "") -> Occurrence:
    """One that fills days."""
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Occurrence(
        event, "", at(f"{start} 00:00"), at(f"{end + timedelta(days=1)} 00:00"), start, end, all_day=True
    )
