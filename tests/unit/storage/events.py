"""Builders: components of calendars as a reader would yield them, and calendars in a book."""

from collections.abc import Sequence
from datetime import datetime

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.calendar_file import CalendarComponent, essence_of, key_of
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.event_draft import EventDraft, EventRefusal, RefusedEvent
from relate_desktop.domain.event_rule import EventRule
from relate_desktop.domain.event_schedule import Lasts, Replaces, Schedule
from relate_desktop.domain.ids import CalendarId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import doing


def a_schedule(
    starts: str = "2026-11-24T09:30",
    *,
    seconds: int = 2700,
    zone: str = "Europe/Berlin",
    rules: tuple[EventRule, ...] = (),
    replaces: str = "",
) -> Schedule:
    """When an event takes place."""
    stands_for = Replaces(datetime.fromisoformat(replaces)) if replaces else None
    return Schedule(
        datetime.fromisoformat(starts), Lasts(seconds=seconds), zone, rules=rules, replaces=stands_for
    )


def an_event(
    title: str = "Crane catalogue",
    schedule: Schedule | None = None,
    *,
    uid: str = "crane@studio.example",
    addresses: Sequence[str] = (),
    stamp: str = "20261101T000000Z",
    unknown_zone: str = "",
) -> CalendarComponent:
    """An event that could be read."""
    when = schedule or a_schedule()
    raw = (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{stamp}\r\nSUMMARY:{title}\r\nDTSTART:{when.starts}\r\n"
        + "".join(f"ATTENDEE:mailto:{address}\r\n" for address in addresses)
        + "END:VEVENT\r\n"
    ).encode()
    invited = tuple(Attendee(address) for address in addresses)
    draft = EventDraft(uid, title, when, attendees=invited, unknown_zone=unknown_zone)
    recurrence = when.replaces.key if when.replaces is not None else ""
    essence = essence_of(raw)
    return CalendarComponent(key_of("VEVENT", uid, recurrence, essence), raw, essence, draft=draft)


def a_refused_event(uid: str = "bad@studio.example") -> CalendarComponent:
    """An event that could not be read."""
    raw = f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:when it suits\r\nEND:VEVENT\r\n".encode()
    why = RefusedEvent(EventRefusal.BAD_START, "VEVENT", 3)
    return CalendarComponent(key_of("VEVENT", uid, "", essence_of(raw)), raw, essence_of(raw), refused=why)


def a_calendar(book: Database, *components: CalendarComponent, name: str = "Studio") -> CalendarId:
    """A calendar with these components in one file."""
    with book.write(doing(OperationKind.IMPORT, events=len(components))) as writer:
        calendar = writer.calendars.add(name, 3, "/home/me/studio.ics")
        file = writer.calendars.add_file(calendar, "/home/me/studio.ics", "aa")
        writer.calendars.add_components(calendar, file, components)
    return calendar
