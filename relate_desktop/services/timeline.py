"""Conversations and notes: written, listed, changed, taken away; when one was last in touch."""

from array import array
from collections.abc import Mapping, Sequence

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ContactId, EntryId, InteractionId, TimelineNoteId
from relate_desktop.domain.interaction import Balance, Direction, Happened, Interaction, InteractionKind, Talk
from relate_desktop.domain.markdown import mentions
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.timeline import TimelineEntry, TimelineFilter, people_in
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database

EVERYTHING = TimelineFilter()
MENTIONED = 50
"""Names behind an @ that are looked up for one note."""
LONGEST = 1_000_000
"""Characters of one text."""


class TimelineService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    # --------------------------------------------------------------- reading

    def ids(self, wanted: TimelineFilter = EVERYTHING) -> "array[int]":
        """The timeline of one person or of all: the latest first, planned ones on top.

        Pinned notes lead a person's timeline. Moments stand among the entries with negative ids.
        """
        with self._database.read() as book:
            return book.timeline.ids(wanted)

    def page(self, ids: Sequence[int]) -> list[TimelineEntry]:
        """These entries in the order of the ids; those no longer there are left out."""
        with self._database.read() as book:
            return book.timeline.page(ids)

    def get(self, entry: EntryId) -> TimelineEntry:
        """One entry. Raises NotFoundError(ENTRY_UNKNOWN)."""
        with self._database.read() as book:
            return book.timeline.get(entry)

    def recent(self, contact: ContactId, limit: int) -> list[TimelineEntry]:
        """What happened last with somebody, the latest first; nothing planned."""
        with self._database.read() as book:
            return book.timeline.recent(contact, limit)

    def last_talk(self, contact: ContactId) -> Talk | None:
        """The latest conversation with somebody up to today."""
        return self.last_talks((contact,)).get(contact)

    def last_talks(self, contacts: Sequence[ContactId]) -> Mapping[ContactId, Talk]:
        """The latest conversation up to today with each of these people who had one."""
        with self._database.read() as book:
            found = book.timeline.last_talks(contacts)
        return {ContactId(contact): last.talk for contact, last in found.items()}

    def talks(self, contact: ContactId) -> tuple[Talk, ...]:
        """All conversations with somebody up to today, the earliest first."""
        with self._database.read() as book:
            return book.timeline.talks(contact)

    def balance(self, contact: ContactId) -> Balance:
        """Who reached out how often in the last year, and since when there is anything."""
        with self._database.read() as book:
            return book.timeline.balance(contact)

    # --------------------------------------------------------------- writing

    def log(
        self,
        contacts: Sequence[ContactId],
        kind: InteractionKind,
        direction: Direction,
        happened: Happened,
        text: str = "",
        *,
        minutes: int | None = None,
        sentence: str = "",
    ) -> InteractionId:
        """Writes down a conversation.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(TEXT_TOO_LONG).
        """
        item = Interaction(kind, direction, happened, tuple(contacts), text, minutes)
        return InteractionId(self._add(OperationKind.LOG, item, sentence))

    def note(
        self,
        contacts: Sequence[ContactId],
        text: str,
        happened: Happened,
        *,
        pinned: bool = False,
        in_confidence: bool = False,
        sentence: str = "",
    ) -> TimelineNoteId:
        """Writes a note; it is about those mentioned in it with an @ as well.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(TEXT_TOO_LONG).
        """
        item = TimelineNote(text, happened, tuple(contacts), pinned, in_confidence)
        return TimelineNoteId(self._add(OperationKind.NOTE, item, sentence))

    def save(self, entry: TimelineEntry) -> bool:
        """Keeps a changed entry; False when nothing differs, and then nothing is recorded.

        Raises NotFoundError (ENTRY_UNKNOWN, CONTACT_UNKNOWN) and UsageError(TEXT_TOO_LONG).
        """
        item = entry.item
        if isinstance(item, Moment):
            raise TypeError("a moment is changed where moments are")
        _refuse_too_long(item)
        with self._database.write(Operation(OperationKind.ENTRY_EDIT, self._origin)) as book:
            book.note(**entry_facts(book, item))
            return book.timeline.save(entry.id, with_mentioned(book, item))

    def remove(self, entries: Sequence[EntryId]) -> None:
        """Removes entries. Those that are gone already are passed over."""
        with self._database.write(Operation(OperationKind.ENTRY_REMOVE, self._origin)) as book:
            items = book.timeline.items(entries)
            if len(items) == 1:
                book.note(**entry_facts(book, next(iter(items.values()))))
            else:
                book.note(entries=len(items))
            book.timeline.remove(entries)

    def _add(self, kind: OperationKind, item: Interaction | TimelineNote, sentence: str) -> EntryId:
        _refuse_too_long(item)
        with self._database.write(Operation(kind, self._origin)) as book:
            book.note(**entry_facts(book, item))
            return book.timeline.add(with_mentioned(book, item), sentence)


def _refuse_too_long(item: Interaction | TimelineNote) -> None:
    """Raises UsageError(TEXT_TOO_LONG): what nobody can have typed would stop every page it stands on."""
    if len(item.text) > LONGEST:
        raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST)


def entry_facts(book: BookReader | BookWriter, item: Interaction | TimelineNote) -> dict[str, str | int]:
    """The facts of a write about one entry: what it is and about whom."""
    facts: dict[str, str | int] = {"kind": "note" if isinstance(item, TimelineNote) else item.kind.value}
    people = people_in(item)
    if len(people) == 1:
        facts["contact"] = people[0]
        for row in book.contacts.summaries(people):
            facts["name"] = row.called
    else:
        facts["contacts"] = len(people)
    return facts


def with_mentioned(
    book: BookReader | BookWriter, item: Interaction | TimelineNote
) -> Interaction | TimelineNote:
    """A note about those mentioned in it as well, as far as a name means one person alone."""
    if not isinstance(item, TimelineNote):
        return item
    names = [name for name in mentions(item.text) if not name.isdecimal()]
    found = [book.contacts.named(name) for name in names[:MENTIONED]]
    people = (*item.people, *(one[0] for one in found if len(one) == 1))
    return TimelineNote(
        item.text, item.happened, tuple(dict.fromkeys(people)), item.pinned, item.in_confidence, item.id
    )
