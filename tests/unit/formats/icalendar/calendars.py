"""Calendars for tests, and the short way from their text to what is read."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence
from relate_desktop.domain.event_draft import EventDraft, RefusedEvent
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.formats.icalendar.read import interpret
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.zones import Zones

BERLIN = ZoneInfo("Europe/Berlin")


def a_calendar(*parts: str, version: str = "2.0") -> bytes:
    """A file with these components; each part may have several lines."""
    lines = ["BEGIN:VCALENDAR", f"VERSION:{version}", *parts, "END:VCALENDAR", ""]
    return "\r\n".join(line for part in lines for line in part.split("\n")).encode()


def an_event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def read_all(data: bytes, answers: Mapping[str, str] | None = None) -> list[EventDraft | RefusedEvent]:
    split = components(data)
    zones = Zones(split.components, answers)
    return [interpret(one, zones) for one in split.components]


def read_one(*lines: str, version: str = "2.0") -> EventDraft:
    """The event that these lines make."""
    draft = read_all(a_calendar(an_event(*lines), version=version))[0]
    assert isinstance(draft, EventDraft)
    return draft


def scheduled(draft: EventDraft, number: int = 1) -> Scheduled:
    event = CalendarEvent(EventId(number), CalendarId(1), draft.uid, draft.title, status=draft.status)
    return Scheduled(event, draft.schedule)


def between(data: bytes, start: datetime, end: datetime, here: tzinfo = UTC) -> tuple[Occurrence, ...]:
    """What takes place of the events of a file, which are taken to have one UID."""
    drafts = [draft for draft in read_all(data) if isinstance(draft, EventDraft)]
    return occurrences([scheduled(draft, number) for number, draft in enumerate(drafts)], start, end, here)


def starts(found: tuple[Occurrence, ...]) -> list[str]:
    """The starts in UTC, as short text."""
    return [f"{one.starts_at:%Y-%m-%d %H:%M}" for one in found]


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
