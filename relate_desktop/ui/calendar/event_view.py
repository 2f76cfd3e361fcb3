"""An event in words: when, where, who, and what to know before; made on a worker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relate_desktop.domain.brief import Brief, PersonBrief
from relate_desktop.domain.calendar_event import Attendee, Occurrence, Participation
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meeting_people import MeetingPerson, Standing, spoken_name
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import fold, isolate, squeezed, visible
from relate_desktop.words.briefs import BriefPart, brief_parts, nothing_known, person_line
from relate_desktop.words.calendar_days import event_span
from relate_desktop.words.calendars import participation_name, status_name
from relate_desktop.words.dates import elapsed_days
from relate_desktop.words.meeting_people import also_invited, attendee_name, standing_words
from relate_desktop.words.numbers import listed, sentence
from relate_desktop.words.today import how_it_went
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

LONGEST, LONGEST_NAME = 300, 80


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody of an event. ``person`` is who is known or proposed, ``candidates`` who may be meant."""

    standing: Standing
    words: str
    beside: str = ""
    person: ContactSummary | None = None
    attendee: Attendee | None = None
    candidates: tuple[ContactSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonBriefView:
    """What to know of one person, part by part."""

    called: str
    who: str
    parts: tuple[BriefPart, ...]
    nothing: str = ""
    """Said where the book knows nothing of them but the name."""


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything the panel shows of an occurrence."""

    found: Occurrence
    title: str
    when: str
    place: str
    calendar: str
    hue: int
    told: str
    """What is out of the ordinary: that it was called off, that its time zone is not known."""
    description: str
    people: tuple[PersonLine, ...]
    besides: str
    """Rooms, things and lists that are invited, and that nobody is asked about."""
    briefs: tuple[PersonBriefView, ...]
    brief: Brief
    over: bool
    jot: str
    """How a line about it begins, once it is over."""

    @property
    def known(self) -> tuple[ContactSummary, ...]:
        """Those of the book who come."""
        return tuple(
            line.person for line in self.people if line.standing is Standing.KNOWN and line.person is not None
        )


def read_event(book: "OpenBook", found: Occurrence) -> EventView:
    """An occurrence with its people and what to know before."""
    present = book.present()
    calendar = next((one for one in book.calendars.all() if one.id == found.event.calendar), None)
    gathered = book.meeting_people.of_event(found.event)
    people = tuple(_person(one, gathered.rows, present) for one in gathered.people)
    brief = book.briefs.before(found)
    known = [line.person for line in people if line.standing is Standing.KNOWN and line.person]
    return EventView(
        found=found,
        title=visible(squeezed(found.event.title), LONGEST) or _("No title"),
        when=event_span(found, present),
        place=visible(squeezed(found.event.place), LONGEST),
        calendar=visible(calendar.name, LONGEST) if calendar is not None else "",
        hue=calendar.hue if calendar is not None else 0,
        told=" ".join(_told(found)),
        description=visible(found.event.description, 4000),
        people=people,
        besides=also_invited(_things(found)),
        briefs=tuple(_brief(one, present) for one in brief.people),
        brief=brief,
        over=found.ends_at <= present.now,
        jot=how_it_went(listed([_called(one) for one in known])) if known else "",
    )


def _things(found: Occurrence) -> list[Attendee]:
    """What is invited and nobody; a room that is named as the place already is not said again."""
    place = fold(found.event.place)
    return [
        one
        for one in found.event.attendees
        if not (one.person or one.organizer) and (fold(spoken_name(one)) or one.address) not in place
    ]


def _told(found: Occurrence) -> Iterable[str]:
    if said := status_name(found.event.status):
        yield _("{what}.").format(what=sentence(said))
    if found.event.unknown_zone:
        yield _("Its time zone “{zone}” is not known, so the hour is shown as it is written.").format(
            zone=isolate(visible(found.event.unknown_zone, LONGEST_NAME))
        )


def _person(one: MeetingPerson, rows: Mapping[ContactId, ContactSummary], present: Present) -> PersonLine:
    person = rows.get(one.contact) if one.contact is not None else None
    attendee, called = one.attendee, _called(person) if person is not None else ""
    named = attendee_name(attendee) if attendee is not None else ""
    words = standing_words(one, called)
    if one.standing is Standing.PROPOSED and attendee is None:
        words = _("Is this with {name}?").format(name=isolate(called))
    elif one.standing is Standing.NOBODY:
        words = named
    beside = []
    if person is not None and one.standing is Standing.KNOWN and person.last_talk is not None:
        when = elapsed_days(person.last_talk.on, present.today)
        beside.append(_("last in touch {when}").format(when=when))
    elif attendee is not None and one.standing is not Standing.UNKNOWN:
        beside.append(named if named != called else attendee.number or attendee.address)
    if attendee is not None and attendee.organizer:
        beside.append(_("invites"))
    elif attendee is not None and attendee.participation is not Participation.UNANSWERED:
        beside.append(participation_name(attendee.participation))
    return PersonLine(
        one.standing,
        words or called or named,
        " · ".join(part for part in dict.fromkeys(beside) if part),
        person,
        attendee,
        tuple(rows[who] for who in one.candidates if who in rows),
    )


def _brief(one: PersonBrief, present: Present) -> PersonBriefView:
    return PersonBriefView(
        _called(one.person),
        person_line(one),
        brief_parts(one, present),
        nothing_known(one) if one.empty else "",
    )


def _called(person: ContactSummary) -> str:
    return visible(person.called, LONGEST_NAME) or _("No name")
