"""What is read out of one component of a calendar, before a book has taken it in."""

from dataclasses import dataclass, field
from enum import StrEnum

from relate_desktop.domain.calendar_event import Attendee, CalendarEvent, EventStatus
from relate_desktop.domain.event_schedule import Schedule
from relate_desktop.domain.ids import CalendarId, EventId


class EventRemark(StrEnum):
    """What of an event could not be read as it was meant; the event stands all the same."""

    RULE = "rule"
    """Its rule is not followed: only the first time is known."""
    DATES = "dates"
    """Dates beside or out of its rule could not be read."""
    END = "end"
    """Its end could not be read, or lies before its start."""
    ZONE = "zone"
    """Nobody knows its time zone: its hours are those of wherever the reader is."""
    LINE = "line"
    """A line is not one, or its value cannot be read."""
    CHARSET = "charset"
    """It does not say its charset; the letters were guessed."""
    SAME_UID = "same_uid"
    """Another of its file has its UID: they count as versions of one, of which the latest is shown."""


class EventRefusal(StrEnum):
    """Why a component is kept as it is and shown nowhere."""

    NOT_AN_EVENT = "not_an_event"
    """It is something else: a task, a journal entry, a time zone."""
    NO_START = "no_start"
    BAD_START = "bad_start"
    TOO_MANY_DATES = "too_many_dates"
    NOT_BUSY = "not_busy"
    """Somebody's free and busy times, of which none is busy."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as its component tells it, in plain text.

    ``unknown_zone`` is the name of a time zone to be asked for. ``line`` is where the component
    begins in its file.
    """

    uid: str
    title: str
    schedule: Schedule
    place: str = ""
    description: str = ""
    url: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    attendees: tuple[Attendee, ...] = ()
    busy: bool = True
    private: bool = False
    unknown_zone: str = ""
    line: int = 0
    remarks: tuple[EventRemark, ...] = field(default=())

    @property
    def repeats(self) -> bool:
        """Whether it takes place more than once."""
        return self.schedule.repeats

    def shown(self, event: EventId, calendar: CalendarId, *, repeats: bool | None = None) -> CalendarEvent:
        """What it says of itself; ``repeats`` tells of an override that its series does."""
        return CalendarEvent(
            id=event,
            calendar=calendar,
            uid=self.uid,
            title=self.title,
            place=self.place,
            description=self.description,
            url=self.url,
            status=self.status,
            attendees=self.attendees,
            repeats=self.repeats if repeats is None else repeats,
            busy=self.busy,
            private=self.private,
            unknown_zone=self.unknown_zone,
            sequence=self.schedule.sequence,
        )


@dataclass(frozen=True, slots=True)
class RefusedEvent:
    """A component that is kept as it came and not shown; ``amount`` says how many there were of what."""

    reason: EventRefusal
    kind: str
    line: int
    amount: int = 0
