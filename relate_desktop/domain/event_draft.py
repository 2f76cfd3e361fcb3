"""An event as a file tells of it, before the time zone of whoever looks at it is known (RFC 5545 3.6.1).

Times are kept as the file means them: a wall time and the zone it is said in. Which instant that
is follows from the rules of the zone, and for floating times and whole days from where one is.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from relate_desktop.domain.calendar_event import Attendee, CalendarEvent, EventStatus
from relate_desktop.domain.ids import CalendarId, EventId


@dataclass(frozen=True, slots=True)
class EventTime:
    """A time as a file says it: a day, of which ``at`` is the hour, None for the whole day.

    ``zone`` is an IANA name, ``UTC`` included, or the rules of the file's own zone in the words of
    ``formats.icalendar.zones``; empty where the time is floating or the zone could not be explained.
    """

    on: date
    at: time | None = None
    zone: str = ""

    @property
    def floating(self) -> bool:
        """Whether it is the same hour wherever one is."""
        return not self.zone


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One VEVENT as it was understood: the series, a single event, or the override of one occurrence.

    ``ends`` is exclusive, as DTEND; a file that gives a duration instead has ``lasts``. With neither,
    a whole day lasts that day and a time nothing. ``rules`` and ``except_rules`` are RRULE and EXRULE
    as text that can be expanded; a rule nobody may follow is not among them, and a remark says so.
    ``recurrence`` is which occurrence of the series ``uid`` an override stands for, with
    ``this_and_future`` all from there on. ``unknown_zone`` is the TZID that nobody could explain.
    """

    uid: str
    title: str
    starts: EventTime
    ends: EventTime | None = None
    lasts: timedelta | None = None
    place: str = ""
    description: str = ""
    url: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    attendees: tuple[Attendee, ...] = ()
    busy: bool = True
    private: bool = False
    sequence: int = 0
    rules: tuple[str, ...] = ()
    except_rules: tuple[str, ...] = ()
    dates: tuple[EventTime, ...] = ()
    except_dates: tuple[EventTime, ...] = ()
    recurrence: EventTime | None = None
    this_and_future: bool = False
    unknown_zone: str = ""

    @property
    def all_day(self) -> bool:
        """Whether it is of whole days."""
        return self.starts.at is None

    @property
    def repeats(self) -> bool:
        """Whether it takes place more than once, or may."""
        return bool(self.rules or self.dates)


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event as the book keeps it: who it is, and what its file says."""

    id: EventId
    calendar: CalendarId
    draft: EventDraft

    def shown(self, *, repeats: bool | None = None) -> CalendarEvent:
        """What it says of itself; ``repeats`` tells of an override that its series does."""
        draft = self.draft
        return CalendarEvent(
            id=self.id,
            calendar=self.calendar,
            uid=draft.uid,
            title=draft.title,
            place=draft.place,
            description=draft.description,
            url=draft.url,
            status=draft.status,
            attendees=draft.attendees,
            repeats=draft.repeats if repeats is None else repeats,
            busy=draft.busy,
            private=draft.private,
            unknown_zone=draft.unknown_zone,
        )
