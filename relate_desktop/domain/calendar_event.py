"""Events of calendars and the occurrences that a window of time shows of them (RFC 5545 3.6.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.ids import CalendarId, EventId


class EventStatus(StrEnum):
    """How sure it is (RFC 5545 3.8.1.11)."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Participation(StrEnum):
    """What somebody answered (RFC 5545 3.2.12); an answer nobody knows is no answer."""

    UNANSWERED = "needs-action"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"


TEL = "tel:"
"""What stands before the number of whom one invites by phone (RFC 3966)."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is invited or invites.

    ``address`` is the mail address in lower case without ``mailto:``, or a number with ``tel:``
    before it; empty where another kind of address or none is given. ``person`` is False for rooms,
    things and lists.
    """

    address: str
    name: str = ""
    participation: Participation = Participation.UNANSWERED
    organizer: bool = False
    person: bool = True

    @property
    def number(self) -> str:
        """The phone number by which they are invited; empty for who is invited by mail."""
        return self.address.removeprefix(TEL) if self.address.startswith(TEL) else ""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """What an event says of itself, in plain text.

    ``private`` is True for the classes PRIVATE and CONFIDENTIAL, ``busy`` False where the time
    stays free (TRANSP). ``unknown_zone`` is the name of a time zone that nobody could explain.
    """

    id: EventId
    calendar: CalendarId
    uid: str
    title: str
    place: str = ""
    description: str = ""
    url: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    attendees: tuple[Attendee, ...] = ()
    repeats: bool = False
    busy: bool = True
    private: bool = False
    unknown_zone: str = ""
    sequence: int = 0
    """Which of its versions it is, as far as its calendar counts them."""

    @property
    def organizer(self) -> Attendee | None:
        """Who invites."""
        return next((one for one in self.attendees if one.organizer), None)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place.

    ``key`` names the occurrence for good, also when it is moved: the RECURRENCE-ID in UTC
    (``20261124T093000Z``, a day ``20261124`` for whole days), empty for an event that happens
    once. ``starts_at`` and ``ends_at`` are aware and in UTC; of whole days, the bounds of those
    days where the reader is. ``first_on`` and ``last_on`` are the days it touches there, both
    included.
    """

    event: CalendarEvent
    key: str
    starts_at: datetime
    ends_at: datetime
    first_on: date
    last_on: date
    all_day: bool = False
    often: bool = False
    """Whether it takes place more often that day than anybody wants to see: this is one of the first."""

    @property
    def identity(self) -> str:
        """What names this occurrence in places and accessible ids, for as long as its row stands."""
        return f"{self.event.id}-{self.key}" if self.key else str(self.event.id)

    @property
    def lasts(self) -> timedelta:
        """From its start to its end."""
        return self.ends_at - self.starts_at

    @property
    def takes_place(self) -> bool:
        """Whether it was not called off."""
        return self.event.status is not EventStatus.CANCELLED


def in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """As an agenda lists them: by day, what lasts the whole day first, then by hour."""
    return tuple(sorted(occurrences, key=_place))


def _place(one: Occurrence) -> tuple[object, ...]:
    return (
        one.first_on,
        not one.all_day,
        one.starts_at,
        one.ends_at,
        one.event.title.casefold(),
        one.event.id,
        one.key,
    )
