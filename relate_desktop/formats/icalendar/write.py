"""Writes events and tasks of our own as a calendar, with icalendar; and reads it back."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Todo
from icalendar.prop import vRecur, vText

from relate_desktop import __version__
from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.outgoing_event import OutgoingEvent
from relate_desktop.domain.wall_time import zone_named
from relate_desktop.formats.icalendar.read import interpret
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.written_zones import zone_component
from relate_desktop.formats.icalendar.zones import Zones

SHOWN_FOR = timedelta(minutes=15)
"""How long a reminder with an hour stands in a calendar that knows no tasks."""


def write_calendar(items: Iterable[OutgoingEvent], stamp: datetime, name: str) -> bytes:
    """A calendar with a name and these items; ``stamp`` says when, in UTC."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Relate//Relate {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_plain(name)))
    years: dict[str, int] = {}
    for item in items:
        calendar.add_component(_component(item, stamp))
        if item.zone and item.on is not None:
            years[item.zone] = min(item.on.year, years.get(item.zone, item.on.year))
    _add_zones(calendar, years)
    return bytes(calendar.to_ical())


def _add_zones(calendar: Calendar, years: Mapping[str, int]) -> None:
    """The zones that are used, each from the year before its first event on."""
    for name in sorted(calendar.get_missing_tzids() & years.keys(), reverse=True):
        zone = zone_named(name, UTC)
        component = zone_component(zone, years[name] - 1) if isinstance(zone, ZoneInfo) else None
        if component is not None:
            calendar.subcomponents.insert(0, component)
    calendar.add_missing_timezones()


def read_back(data: bytes) -> dict[str, tuple[str, date | None]]:
    """What a written calendar says: the title and the first day of each event and task, by its UID."""
    split = components(data)
    zones = Zones(split.components)
    found: dict[str, tuple[str, date | None]] = {}
    for one in split.components:
        if one.kind == "VTODO":
            todo = Todo.from_ical(one.raw)
            due = todo.get("due")
            day = due.dt if due is not None else None
            found[one.uid] = (str(todo.get("summary", "")), day.date() if isinstance(day, datetime) else day)
        elif one.kind == "VEVENT":
            draft = interpret(one, zones)
            if isinstance(draft, EventDraft) and not draft.remarks:
                found[one.uid] = (draft.title, draft.schedule.starts.date())
    return found


def written_title(item: OutgoingEvent) -> str:
    """The title as it stands in the file."""
    return _plain(item.title).strip()


def _component(item: OutgoingEvent, stamp: datetime) -> Event | Todo:
    component: Event | Todo = Todo() if item.task else Event()
    component.add("uid", item.uid)
    component.add("dtstamp", stamp.astimezone(UTC))
    component.add("summary", written_title(item))
    starts = _starts(item)
    if isinstance(component, Todo):
        _task_times(component, item, starts)
    elif starts is not None:
        component.add("dtstart", starts)
        component.add("dtend", starts + (SHOWN_FOR if isinstance(starts, datetime) else timedelta(days=1)))
        component.add("transp", "TRANSPARENT")
    if item.rule:
        component.add("rrule", vRecur.from_ical(item.rule))
    if item.alarm is not None and starts is not None:
        component.add_component(_alarm(item))
    return component


def _task_times(todo: Todo, item: OutgoingEvent, starts: date | datetime | None) -> None:
    todo.add("status", "NEEDS-ACTION")
    if starts is None:
        return
    if item.rule:
        # What repeats counts from DTSTART; Apple and Nextcloud write both alike.
        todo.add("dtstart", starts)
    todo.add("due", starts)


def _starts(item: OutgoingEvent) -> date | datetime | None:
    if item.on is None or item.at is None:
        return item.on
    wall = datetime.combine(item.on, item.at)
    zone = zone_named(item.zone, UTC)
    return wall.replace(tzinfo=zone) if isinstance(zone, ZoneInfo) else wall


def _alarm(item: OutgoingEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", written_title(item))
    if isinstance(item.alarm, datetime):
        alarm.add("trigger", item.alarm.astimezone(UTC), parameters={"VALUE": "DATE-TIME"})
    else:
        related = {"RELATED": "END"} if item.task and not item.rule else {}
        alarm.add("trigger", item.alarm, parameters=related)
    return alarm


def _plain(text: str) -> str:
    """Text without control characters, which no calendar may carry."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
