"""What Today shows, in words and values, ready to be put into widgets; made on a worker."""

from dataclasses import dataclass
from datetime import date, datetime

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.ids import ContactId, InteractionId, MediaHash, PromiseId, ReminderId
from relate_desktop.domain.people import ContactSummary


@dataclass(frozen=True, slots=True)
class Face:
    """One person as a row shows them. ``address`` is where to write to, empty where nothing is known."""

    contact: ContactId
    called: str
    full_name: str
    drawn: str
    """The full name as they write it, for the avatar."""
    organization: str
    hue: int
    photo: MediaHash | None
    is_organization: bool
    address: str


def face_of(person: ContactSummary) -> Face:
    """A person of a list as a face."""
    address = f"mailto:{person.email}" if person.email else f"sms:{person.phone}" if person.phone else ""
    return Face(
        person.id,
        person.called,
        person.full_name,
        person.own_script or person.full_name,
        person.organization,
        person.hue,
        person.photo,
        person.is_organization,
        address,
    )


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing to do; exactly one of ``reminder`` and ``promise`` is there."""

    text: str
    reason: str
    when: str
    full_when: str
    """The same in full, for tooltip and description."""
    person: Face | None
    reminder: ReminderId | None = None
    promise: PromiseId | None = None

    @property
    def key(self) -> str:
        """What identifiers of its widgets carry."""
        return str(self.reminder) if self.reminder is not None else f"promise.{self.promise}"


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting of today. ``over`` is whether one may ask how it went, ``jot`` the line for that.

    ``person`` is the first of those one meets, ``called`` what all of them are called. It stands
    either in the timeline, as ``entry``, or in a calendar.
    """

    key: str
    """What identifiers of its widgets carry."""
    person: Face
    called: str
    time: str
    length: str
    title: str
    name: str
    """What assistive tools call it."""
    useful: str
    over: bool
    jot: str
    hue: int | None = None
    """The colour of its calendar."""
    calendar: str = ""
    """The name of its calendar, where they do not all stand in one."""
    entry: InteractionId | None = None
    occurrence: Occurrence | None = None


@dataclass(frozen=True, slots=True)
class WhileLine:
    """Somebody it has been a while with. ``longer`` is the longer rhythm to offer, in words."""

    person: Face
    reason: str
    ask_whether: bool = False
    longer: str = ""
    longer_days: int = 0
    stops: bool = True
    """Whether there is a rhythm of their own that can be given up."""


@dataclass(frozen=True, slots=True)
class SoonLine:
    """One day that comes."""

    what: str
    when: str
    full_when: str
    icon: str
    tone: str
    contact: ContactId | None


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One quiet word about a person: a rest, a late wish."""

    key: str
    name: str
    """What assistive tools call it."""
    words: str
    icon: str
    person: Face


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """What somebody likes to be called, with what the name offers."""

    person: Face
    words: str
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstDay:
    """What the first day asks, once."""

    last_talks: tuple[Face, ...] = ()
    names: tuple[NameQuestion, ...] = ()
    without_calendar: bool = False
    """Whether there is no calendar in the book yet."""


@dataclass(frozen=True, slots=True)
class TodayView:
    """All of it. ``at`` is the moment it was read, ``on`` the day it tells of."""

    at: datetime
    on: date
    greeting: str
    summary: str
    due: tuple[DueLine, ...] = ()
    more: int = 0
    stepped_back: str = ""
    meetings: tuple[MeetingLine, ...] = ()
    meetings_from: str = ""
    """The calendar that all of them stand in, in words."""
    calendar_moved: str = ""
    """That the file of a calendar is not where it was, in words."""
    awhile: tuple[WhileLine, ...] = ()
    rule: str = ""
    soon: tuple[SoonLine, ...] = ()
    notices: tuple[NoticeLine, ...] = ()
    done: str = ""
    people: int = 0
    turns: tuple[datetime, ...] = ()
    """The moments of today at which the words become others."""
    first: FirstDay | None = None
    doubtful: int = 0
    """Pairs of people who may be one, told of once after they came in."""

    @property
    def nothing_waits(self) -> bool:
        """Whether there is nothing to do and nobody to think of."""
        return not (self.due or self.meetings or self.awhile or self.first)
