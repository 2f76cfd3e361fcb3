"""Interprets one component at a time: a bad event costs that event, a bad line that line.

What is text and who takes part, icalendar reads. Times, rules and zones are read here, because it
refuses whole files for one bad date, makes midnight of whole days and naive times of zones it does
not know (docs/decisions/0009-own-calendar-times.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar import Event

from relate_desktop.domain.calendar_event import EventStatus
from relate_desktop.domain.event_draft import EventDraft, EventRefusal, EventRemark, RefusedEvent
from relate_desktop.domain.event_schedule import MOST_DATES
from relate_desktop.formats.icalendar.lines import LINE_LIMIT, Line, content_lines
from relate_desktop.formats.icalendar.people import MOST_PEOPLE, attendees
from relate_desktop.formats.icalendar.plain_text import plain
from relate_desktop.formats.icalendar.schedule import ScheduleReader, Unreadable
from relate_desktop.formats.icalendar.split import SHOWN, RawComponent
from relate_desktop.formats.icalendar.times import items_in
from relate_desktop.formats.icalendar.zones import Zones

_TEXTS = frozenset(
    {"SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS", "CLASS", "TRANSP", "ORGANIZER", "ATTENDEE"}
)
_TIMES = frozenset(
    {"DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "FREEBUSY"}
)
_FLAGS = frozenset({"X-MICROSOFT-CDO-ALLDAYEVENT"})
_LISTS = frozenset({"RDATE", "EXDATE", "FREEBUSY"})
_REFUSED_BY_ICALENDAR = (ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError)
_PRIVATE = frozenset({"PRIVATE", "CONFIDENTIAL"})


def interpret(component: RawComponent, zones: Zones) -> EventDraft | RefusedEvent:
    """What an event says; never raises."""
    if component.kind not in SHOWN:
        return RefusedEvent(EventRefusal.NOT_AN_EVENT, component.kind, component.line)
    if component.earlier >= MOST_DATES:
        count = component.earlier + 1
        return RefusedEvent(EventRefusal.TOO_MANY_DATES, component.kind, component.line, count)
    parts = _parts(component)
    if parts.dates > MOST_DATES:
        return RefusedEvent(EventRefusal.TOO_MANY_DATES, component.kind, component.line, parts.dates)
    reader = ScheduleReader(zones, component)
    try:
        schedule = reader.read(component.kind, parts.times)
    except Unreadable as refused:
        return RefusedEvent(refused.reason, component.kind, component.line)
    event = _texts(parts, old=component.old)
    status = str(event.first("STATUS")).strip().lower()
    remarks = dict.fromkeys([*parts.remarks, *reader.remarks, *event.remarks])
    return EventDraft(
        uid=component.uid,
        title=event.first("SUMMARY").strip(),
        schedule=schedule,
        place=event.first("LOCATION").strip(),
        description=plain(event.first("DESCRIPTION")).strip(),
        url=event.first("URL").strip(),
        status=EventStatus(status) if status in set(EventStatus) else EventStatus.CONFIRMED,
        attendees=attendees(event.all("ATTENDEE"), event.all("ORGANIZER")),
        busy=event.first("TRANSP").strip().upper() not in {"TRANSPARENT", "1"},
        private=event.first("CLASS").strip().upper() in _PRIVATE,
        unknown_zone=reader.unknown_zone,
        line=component.line,
        remarks=tuple(remarks),
    )


@dataclass(slots=True)
class _Parts:
    """The lines of a component that say something here."""

    texts: list[Line] = field(default_factory=list)
    times: list[Line] = field(default_factory=list)
    remarks: list[EventRemark] = field(default_factory=list)
    dates: int = 0
    people: int = 0

    def fits(self, line: Line) -> bool:
        """Whether the line is not longer, and there are not more invited, than anybody could mean."""
        self.people += line.name == "ATTENDEE"
        return self.people <= MOST_PEOPLE and len(line.value) + len(line.parameters) <= LINE_LIMIT


def _parts(component: RawComponent) -> _Parts:
    parts = _Parts()
    depth = 0
    for line in content_lines(component.raw):
        if line.name in {"BEGIN", "END"}:
            depth += 1 if line.name == "BEGIN" else -1
        elif depth > 1:
            continue
        elif line.name in _LISTS:
            parts.dates += items_in(line)
            parts.times.append(line)
        elif line.name in _TIMES or line.name in _FLAGS:
            parts.times.append(line)
        elif not line.name or (line.name in _TEXTS and not parts.fits(line)):
            parts.remarks.append(EventRemark.LINE)
        elif line.name in _TEXTS:
            parts.texts.append(line)
    return parts


@dataclass(slots=True)
class _Texts:
    """The properties that icalendar read, by name."""

    found: dict[str, list[object]] = field(default_factory=dict)
    remarks: list[EventRemark] = field(default_factory=list)

    def all(self, name: str) -> list[object]:
        return self.found.get(name, [])

    def first(self, name: str) -> str:
        return str(next(iter(self.all(name)), ""))


def _texts(parts: _Parts, *, old: bool) -> _Texts:
    read = _Texts()
    encoded: list[bytes] = []
    for line in parts.texts:
        text, guessed = line.text
        read.remarks += [EventRemark.CHARSET] if guessed else []
        encoded.append(_for_icalendar(line, text, old=old))
    try:
        read.found = _read(encoded)
    except _REFUSED_BY_ICALENDAR:
        for one in encoded:
            try:
                for name, values in _read([one]).items():
                    read.found.setdefault(name, []).extend(values)
            except _REFUSED_BY_ICALENDAR:
                read.remarks.append(EventRemark.LINE)
    return read


def _read(lines: list[bytes]) -> dict[str, list[object]]:
    event = Event.from_ical(b"\r\n".join([b"BEGIN:VEVENT", *lines, b"END:VEVENT", b""]))
    if event.errors:
        raise ValueError
    return {str(name): list(_each(value)) for name, value in event.items()}


def _each(value: object) -> Iterator[object]:
    if isinstance(value, list):
        yield from value
    else:
        yield value


def _for_icalendar(line: Line, text: str, *, old: bool) -> bytes:
    """One line of UTF-8 with nothing in it that icalendar would lose."""
    parameters = line.parameters.decode("utf-8", "replace")
    value = text.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n").replace("\0", "")
    return f"{line.name}{'' if old and line.quoted else parameters}:{value}".encode("utf-8", "replace")
