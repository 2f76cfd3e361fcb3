"""What to know before one meets somebody, gathered from the book; nothing told in confidence."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.coming_up import coming_up
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.moment import Moment, MomentDay
from relate_desktop.domain.name import pronouns
from relate_desktop.domain.note import notes_of
from relate_desktop.domain.payback import Payback, PaybackKind
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.domain.wall_time import zone_named

MOST_TALKS = 3
MOST_NOTES = 3
MOST_PROMISES = 6
SOON = 30
"""Days ahead in which somebody's moments are worth knowing."""


@dataclass(frozen=True, slots=True)
class KnownOf:
    """What the book has of one person: everything there is, in any order.

    ``bare`` are the entries that a calendar wrote and nobody added a word to; ``zone`` is the
    name of their time zone, empty where it is not known.
    """

    person: ContactSummary
    card: Contact
    talks: Sequence[Interaction] = ()
    notes: Sequence[TimelineNote] = ()
    promises: Sequence[Promise] = ()
    moments: Sequence[Moment] = ()
    zone: str = ""
    bare: Collection[EntryId] = ()
    secret: Collection[EntryId] = ()
    """Notes that were told in confidence: what was promised in them is not said either."""


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """One person of a meeting. ``talks`` and ``notes`` come latest first, promises oldest first.

    ``there`` is the start of the meeting where they are, None where that is not known or the same.
    ``worth`` is what is worth remembering of them, on whatever day it was written.
    """

    person: ContactSummary
    pronouns: str = ""
    there: datetime | None = None
    talks: tuple[Interaction, ...] = ()
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()
    days: tuple[MomentDay, ...] = ()
    worth: tuple[str, ...] = ()
    notes: tuple[TimelineNote, ...] = ()
    useful: Payback | None = None
    """The one thing to know where there is room for one."""

    @property
    def first_time(self) -> bool:
        """Whether the book knows of no conversation with them."""
        return not self.talks

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell but who it is."""
        return not (self.talks or self.mine or self.theirs or self.days or self.worth or self.notes)


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know before a meeting; times are aware and in UTC. ``others`` are not in the book."""

    title: str
    starts_at: datetime
    ends_at: datetime
    people: tuple[PersonBrief, ...]
    others: tuple[Attendee, ...] = ()
    place: str = ""
    all_day: bool = False
    on: date | None = None
    """The first day of one that fills days."""


def person_brief(known: KnownOf, starts_at: datetime, present: Present) -> PersonBrief:
    """What to know of one person before a meeting that starts then."""
    contact = known.person.id
    open_notes = [note for note in known.notes if not note.in_confidence and note.text.strip()]
    open_notes.sort(key=lambda note: (note.happened.on, note.happened.sort_at(present.here)), reverse=True)
    told = [promise for promise in known.promises if promise.open and promise.told_in not in known.secret]
    told.sort(key=lambda promise: promise.made_on)
    past = [talk for talk in known.talks if talk.happened.sort_at(present.here) <= present.now]
    past.sort(key=lambda talk: (talk.happened.on, talk.happened.sort_at(present.here)), reverse=True)
    pinned = [note.text.strip() for note in open_notes if note.pinned]
    days = coming_up((one for one in known.moments if one.contact == contact), present, days=SOON)
    lately = tuple(note for note in open_notes if not note.pinned)
    talks = _worth_telling(past, known.bare)
    card = notes_of(known.card)
    return PersonBrief(
        person=known.person,
        pronouns=pronouns(known.card),
        there=_there(known.zone, starts_at, present.here),
        talks=talks,
        mine=tuple(one for one in told if one.owed_by is OwedBy.MINE)[:MOST_PROMISES],
        theirs=tuple(one for one in told if one.owed_by is OwedBy.THEIRS)[:MOST_PROMISES],
        days=days,
        worth=tuple(dict.fromkeys((*pinned, *card))),
        notes=lately[:MOST_NOTES],
        useful=_useful(contact, told, open_notes, _said(past, known.bare), days=days, card=card),
    )


def _worth_telling(past: Sequence[Interaction], bare: Collection[EntryId]) -> tuple[Interaction, ...]:
    """The last talks; what a calendar wrote by itself tells least, and is named where there is room."""
    told = [talk for talk in past[: 2 * MOST_TALKS] if talk.id not in bare and talk.text.strip()]
    if len(told) >= MOST_TALKS:
        return tuple(told[:MOST_TALKS])
    return tuple(past[:MOST_TALKS])


def _said(past: Iterable[Interaction], bare: Collection[EntryId]) -> Interaction | None:
    """The last conversation in which something was said."""
    return next((talk for talk in past if talk.text.strip() and talk.id not in bare), None)


def _useful(
    contact: ContactId,
    promises: Sequence[Promise],
    notes: Sequence[TimelineNote],
    talk: Interaction | None,
    *,
    days: Sequence[MomentDay],
    card: Sequence[str],
) -> Payback | None:
    """The newest of an open promise, something worth remembering and the last conversation.

    Of one day a promise goes before a note, and a note before the conversation; without any of
    them a day that comes, or what the card says.
    """
    found: list[tuple[date, int, Payback]] = []
    if promises:
        owed = promises[-1]
        kind = PaybackKind.I_OWE if owed.owed_by is OwedBy.MINE else PaybackKind.THEY_OWE
        found.append((owed.made_on, 2, Payback(kind, contact, promise=owed)))
    if notes:
        found.append((notes[0].happened.on, 1, Payback(PaybackKind.REMEMBER, contact, text=notes[0].text)))
    if talk is not None:
        found.append((talk.happened.on, 0, Payback(PaybackKind.TOLD_LAST, contact, interaction=talk)))
    if found:
        return max(found, key=lambda one: one[:2])[2]
    if days:
        return Payback(PaybackKind.MOMENT, contact, moment=days[0])
    return Payback(PaybackKind.REMEMBER, contact, text=card[0]) if card else None


def _there(zone: str, at: datetime, here: tzinfo) -> datetime | None:
    """A moment on the clock in somebody's zone; None where it shows what ours does."""
    there = zone_named(zone, here)
    if there is here:
        return None
    theirs, ours = at.astimezone(there), at.astimezone(here)
    return None if theirs.utcoffset() == ours.utcoffset() else theirs
