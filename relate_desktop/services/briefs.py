"""What to know before one meets somebody."""

from collections.abc import Iterable
from datetime import datetime

from relate_desktop.domain.brief import Brief, KnownOf, PersonBrief, person_brief
from relate_desktop.domain.calendar_event import Attendee, Occurrence
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.held_meetings import occurrence_key, untouched
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.meeting_people import MeetingPerson, Standing
from relate_desktop.domain.meetings import length_of
from relate_desktop.domain.moment import moments_of
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.meeting_people import people_of
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

MOST_PEOPLE = 12
"""People of one meeting who are told of; beyond them it is a gathering."""
_LATELY = 30
_PINNED = 20


class BriefsService:
    """Every method may be called on any thread."""

    def __init__(self, database: Database, present: PresentSource, preferences: PreferencesService) -> None:
        self._database = database
        self._present = present
        self._preferences = preferences

    def before(self, occurrence: Occurrence) -> Brief:
        """What to know before an occurrence of a calendar."""
        event = occurrence.event
        with self._database.read() as book:
            people = people_of(book, (event,), self._preferences.current)[event.id]
            known = [one.contact for one in people if one.standing is Standing.KNOWN]
            met = [contact for contact in known if contact is not None]
            written = book.held_meetings.of((occurrence_key(occurrence),))
            itself = next((one.entry for one in written.values()), None)
            return Brief(
                title=event.title,
                starts_at=occurrence.starts_at,
                ends_at=occurrence.ends_at,
                people=self._people(book, met, occurrence.starts_at, besides=itself),
                others=_others(people),
                place=event.place,
                all_day=occurrence.all_day,
                on=occurrence.first_on if occurrence.all_day else None,
            )

    def before_entry(self, entry: EntryId) -> Brief:
        """What to know before a conversation that was written down ahead.

        Raises NotFoundError(ENTRY_UNKNOWN).
        """
        with self._database.read() as book:
            found = book.timeline.get(entry)
            item = found.item
            if not isinstance(item, Interaction):
                raise NotFoundError(ErrorKind.ENTRY_UNKNOWN, entry=entry)
            starts_at = item.happened.sort_at(self._present().here)
            return Brief(
                title=item.text,
                starts_at=starts_at,
                ends_at=starts_at + length_of(item.minutes),
                people=self._people(book, [one.id for one in found.people], starts_at, besides=item.id),
                all_day=item.happened.at is None,
                on=item.happened.on,
            )

    def about(self, contacts: Iterable[ContactId]) -> tuple[PersonBrief, ...]:
        """What to know of these people now. Raises NotFoundError(CONTACT_UNKNOWN)."""
        with self._database.read() as book:
            chosen = list(contacts)
            for contact in chosen:
                if not book.contacts.exists(contact):
                    raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
            return self._people(book, chosen, self._present().now)

    def _people(
        self,
        book: BookReader,
        contacts: Iterable[ContactId],
        starts_at: datetime,
        besides: EntryId | None = None,
    ) -> tuple[PersonBrief, ...]:
        rows = book.contacts.summaries(list(dict.fromkeys(contacts))[:MOST_PEOPLE])
        return briefs_of(book, rows, starts_at, self._present(), besides)


def briefs_of(
    book: BookReader,
    people: Iterable[ContactSummary],
    starts_at: datetime,
    present: Present,
    besides: EntryId | None = None,
) -> tuple[PersonBrief, ...]:
    """What to know of people before a meeting; ``besides`` is the meeting itself."""
    return tuple(person_brief(_known(book, row, besides), starts_at, present) for row in people)


def _known(book: BookReader, row: ContactSummary, besides: EntryId | None) -> KnownOf:
    card = book.contacts.get(row.id)
    entries = [*book.timeline.recent(row.id, _LATELY), *book.timeline.pinned(row.id, _PINNED)]
    items = {entry.id: entry.item for entry in entries}
    talks = [item for item in items.values() if isinstance(item, Interaction) and item.id != besides]
    notes = [item for item in items.values() if isinstance(item, TimelineNote)]
    promises = book.promises.of(row.id)
    held = book.held_meetings.of_entries(items)
    zone = card.first("TZ")
    return KnownOf(
        person=row,
        card=card,
        talks=talks,
        notes=notes,
        promises=promises,
        moments=(*moments_of(card), *book.moments.of((row.id,))),
        zone=zone.text.strip() if zone is not None else "",
        bare={
            talk.id
            for talk in talks
            if talk.id is not None and talk.id in held and untouched(held[talk.id], talk)
        },
        secret=secret_of(book, promises),
    )


def secret_of(book: BookReader, kept: Iterable[Promise | Reminder]) -> frozenset[EntryId]:
    """The notes in confidence in which something was promised, or is to be remembered of."""
    told = [one.told_in for one in kept if one.told_in is not None]
    items = book.timeline.items(told)
    return frozenset(
        EntryId(number)
        for number, item in items.items()
        if isinstance(item, TimelineNote) and item.in_confidence
    )


def _others(people: Iterable[MeetingPerson]) -> tuple[Attendee, ...]:
    return tuple(
        one.attendee
        for one in people
        if one.attendee is not None and one.standing not in {Standing.KNOWN, Standing.ME}
    )
