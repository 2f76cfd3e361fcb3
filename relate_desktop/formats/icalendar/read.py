"""Interprets one component at a time: a bad event costs that event, a bad line that line."""

import re
from dataclasses import dataclass, field

from relate_desktop.domain.calendar_event import EventStatus
from relate_desktop.domain.event_draft import EventDraft, EventRefusal, EventRemark, RefusedEvent
from relate_desktop.domain.event_schedule import MOST_DATES
from relate_desktop.formats.icalendar.lines import LINE_LIMIT, Line, content_lines, unescaped
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
_STATUSES = {**{status.value: status for status in EventStatus}, "canceled": EventStatus.CANCELLED}
_FREE = frozenset({"TRANSPARENT", "1"})
"""TRANSP of time that stays free; in vCalendar 1.0 a number."""
_LINE_END = re.compile(r"\r\n?")
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
    texts = parts.texts
    status = _STATUSES.get(_text(texts, "STATUS").lower(), EventStatus.CONFIRMED)
    guessed = [EventRemark.CHARSET] if any(line.text[1] for line in texts) else []
    return EventDraft(
        uid=component.uid,
        title=_text(texts, "SUMMARY"),
        schedule=schedule,
        place=_text(texts, "LOCATION"),
        description=plain(_text(texts, "DESCRIPTION")),
        url=_text(texts, "URL"),
        status=EventStatus.CANCELLED if component.method == "CANCEL" else status,
        attendees=attendees(texts),
        busy=_text(texts, "TRANSP").upper() not in _FREE,
        private=_text(texts, "CLASS").upper() in _PRIVATE,
        unknown_zone=reader.unknown_zone,
        line=component.line,
        remarks=tuple(dict.fromkeys([*parts.remarks, *reader.remarks, *guessed])),
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


def _text(lines: list[Line], name: str) -> str:
    """The first text of this name."""
    text = next((line.text[0] for line in lines if line.name == name), "")
    return _LINE_END.sub("\n", unescaped(text)).strip()
