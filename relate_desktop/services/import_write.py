"""An import that writes: everything in the one transaction it is given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from relate_desktop.domain.certainty import certainty
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft, LooseText
from relate_desktop.domain.ids import BatchId, ContactId, PropertyId
from relate_desktop.domain.people import PeopleFilter
from relate_desktop.domain.source import ImportedFile
from relate_desktop.services.import_judge import Judged
from relate_desktop.services.import_target import Target
from relate_desktop.storage.book import BookWriter

MOST_BETWEEN = 4 << 20
"""How much of what stands between the records of one file is kept, in bytes."""


class BookWorld:
    """The book itself. New people are held back until a batch is through, and written together."""

    def __init__(self, book: BookWriter) -> None:
        self._book = book
        self._file = ImportedFile("", "")
        self._file_number: int | None = None
        self._batch: BatchId | None = None
        self._between: list[bytes] = []
        self._between_size = 0
        self._first_new: int | None = None
        self._was_empty = book.contacts.count(PeopleFilter()) == 0
        self._pending: dict[Target, Judged] = {}
        self._ids: dict[Target, ContactId] = {}
        self._pairs: list[tuple[Target, Target, Judged]] = []
        self._prepared: dict[Target, Contact] = {}

    @property
    def added(self) -> list[ContactId]:
        """The new people that are written, in the order of their records."""
        return list(self._ids.values())

    def look_up(self, numbers: Iterable[int]) -> Mapping[int, Sequence[ContactId]]:
        """Living people of the book with these keys, those of this import left to the judge."""
        if self._was_empty:
            return {}
        found = self._book.keys.holders(numbers)
        if self._first_new is None:
            return found
        first = self._first_new
        older = {number: [one for one in ids if one < first] for number, ids in found.items()}
        return {number: ids for number, ids in older.items() if ids}

    def prepare(self, targets: Iterable[Target]) -> None:
        """Fetch these people together."""
        for contact in self._book.contacts.iterate(ContactId(target) for target in targets):
            if contact.id is not None:
                self._prepared[Target(contact.id)] = contact

    def contact(self, target: Target) -> Contact:
        """The person as they are now."""
        if (judged := self._pending.get(target)) is not None:
            return Contact(judged.draft.properties)
        return self.stored(target)

    def stored(self, target: Target) -> Contact:
        """The person as they are now, with the ids of their properties."""
        if (prepared := self._prepared.get(target)) is not None:
            return prepared
        if target in self._pending:
            self._write_pending()
        return self._book.contacts.get(self._id(target))

    def hand_edited(self, target: Target) -> frozenset[PropertyId]:
        """Which of the person's properties were typed or edited by hand."""
        return self._book.contacts.hand_edited(ContactId(target)) if target > 0 else frozenset()

    def add(self, judged: Judged) -> None:
        """Bring in somebody new."""
        self._pending[judged.as_new] = judged

    def absorb(
        self, target: Target, contact: Contact, draft: ContactDraft, places: Sequence[int | None]
    ) -> None:
        """Make the person as ``contact`` has them and keep the card with them."""
        self._book.contacts.absorb(contact, draft, places, self._file_id())
        self._prepared.pop(target, None)

    def pair(self, one: Target, other: Target, judged: Judged) -> None:
        """Remember that these two may be one person."""
        self._pairs.append((one, other, judged))

    def loose(self, text: LooseText) -> None:
        """Keep what stood between the records of the present file."""
        if self._between_size < MOST_BETWEEN:
            self._between.append(text.raw)
            self._between_size += len(text.raw)

    def begin_file(self, name: str, format_name: str) -> None:
        """The records that follow are of this file; it is noted once something of it is kept."""
        self._file = ImportedFile(name, format_name)
        self._file_number = None
        self._between.clear()
        self._between_size = 0

    def end_file(self, sha256: str) -> None:
        """The file is through: what only its end tells is noted."""
        if self._file_number is not None:
            whole = replace(self._file, sha256=sha256, between=b"".join(self._between))
            self._book.batches.complete(self._file_number, whole)

    def note_file(self) -> None:
        """Note the present file as one that something came from."""
        self._file_id()

    def finish_batch(self) -> None:
        """Write the new people and their pairs."""
        self._write_pending()
        for one, other, judged in self._pairs:
            self._book.pairs.add(self._id(one), self._id(other), judged.reasons, certainty(judged.reasons))
        self._pairs.clear()
        self._prepared.clear()

    def _write_pending(self) -> None:
        if not self._pending:
            return
        ids = self._book.contacts.add_many(
            [judged.draft for judged in self._pending.values()], self._file_id()
        )
        if self._first_new is None:
            self._first_new = ids[0]
        self._ids.update(zip(self._pending, ids, strict=True))
        self._pending.clear()

    def _file_id(self) -> int:
        if self._file_number is None:
            if self._batch is None:
                self._batch = self._book.batches.add()
            self._file_number = self._book.batches.add_file(self._batch, self._file)
        return self._file_number

    def _id(self, target: Target) -> ContactId:
        return ContactId(target) if target > 0 else self._ids[target]
