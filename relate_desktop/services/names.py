"""Names to get right: looked for over the whole book, taken or left by the user, never by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name_doubts import (
    NAME_LINES,
    NameDoubt,
    NameProposal,
    name_proposal,
    name_proposals,
    with_proposal,
)
from relate_desktop.domain.people import ContactSummary
from relate_desktop.services.jobs import Stepping
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database
from relate_desktop.storage.declined import Declined

_STEP = 500


@dataclass(frozen=True, slots=True)
class DoubtfulName:
    """Somebody whose name may be wrong."""

    contact: ContactId
    proposal: NameProposal


@dataclass(frozen=True, slots=True)
class LeftName:
    """Somebody whose name the user left as it is."""

    person: ContactSummary
    doubt: NameDoubt
    refusal: Declined


class NamesService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def look(self, job: Stepping) -> list[DoubtfulName]:
        """Every name of the book that may be wrong, by kind and then by person; refused ones are left out.

        Reads all names: belongs into a job.
        """
        found: list[DoubtfulName] = []
        with self._database.read() as book:
            refused = _refused(book)
            total = book.name_lines.count()
            for number, person in enumerate(book.name_lines.people(NAME_LINES)):
                if number % _STEP == 0:
                    job.step(number, total)
                if person.id is not None:
                    found += [
                        DoubtfulName(person.id, one)
                        for one in name_proposals(person)
                        if (one.doubt, person.id, one.key) not in refused
                    ]
        return in_order(found)

    def of(self, contact: ContactId) -> list[DoubtfulName]:
        """What may be wrong with one person's name. Raises NotFoundError(CONTACT_UNKNOWN)."""
        with self._database.read() as book:
            refused = _refused(book)
            person = book.contacts.get(contact)
            return [
                DoubtfulName(contact, one)
                for one in name_proposals(person)
                if (one.doubt, contact, one.key) not in refused
            ]

    def anew(self, contacts: Sequence[ContactId]) -> list[DoubtfulName]:
        """What may be wrong with the names of a few people now; those gone or removed are left out."""
        with self._database.read() as book:
            refused = _refused(book)
            people = book.contacts.iterate(sorted(set(contacts)))
            return [
                DoubtfulName(person.id, one)
                for person in people
                if person.id is not None and not book.contacts.trashed(person.id)
                for one in name_proposals(person)
                if (one.doubt, person.id, one.key) not in refused
            ]

    def take(self, names: Sequence[DoubtfulName], chosen: str = "") -> int:
        """Puts names right as proposed, as one change; answers how many.

        A name that is another by now is left alone. ``chosen`` is what they are called where that was
        the question, or the name where there was none.
        """
        with self._database.write(Operation(OperationKind.NAMES, self._origin)) as book:
            taken: list[ContactId] = []
            for one in names:
                person = book.contacts.find(one.contact)
                if person is None or book.contacts.trashed(one.contact):
                    continue
                present = name_proposal(person, one.proposal.doubt)
                if present is None or present.key != one.proposal.key:
                    continue
                if book.contacts.save(with_proposal(person, present, chosen.strip())):
                    taken.append(one.contact)
            several = list(dict.fromkeys(taken))
            if len(several) == 1:
                row = book.contacts.summaries(several)
                book.note(contact=several[0], name=row[0].called if row else "")
            else:
                book.note(contacts=len(several))
            return len(taken)

    def leave(self, names: Sequence[DoubtfulName]) -> int:
        """Remembers that these names are to stay as they are; answers how many were not known to be."""
        with self._database.write(Operation(OperationKind.DECLINE, self._origin)) as book:
            count = sum(book.declined.add(one.proposal.doubt, one.contact, one.proposal.key) for one in names)
            several = list(dict.fromkeys(one.contact for one in names))
            if len(several) == 1:
                for row in book.contacts.summaries(several):
                    book.note(contact=row.id, name=row.called)
            else:
                book.note(contacts=len(several))
            return count

    def left(self) -> list[LeftName]:
        """Names that the user left as they are, newest first."""
        with self._database.read() as book:
            refusals = [one for one in book.declined.all(NameDoubt) if one.contact is not None]
            rows = {
                row.id: row
                for row in book.contacts.summaries([one.contact for one in refusals if one.contact])
            }
        return [
            LeftName(rows[one.contact], NameDoubt(one.kind), one)
            for one in refusals
            if one.contact is not None and one.contact in rows
        ]

    def ask_again(self, names: Sequence[LeftName]) -> None:
        """Forgets that names were to be left: they are proposed again."""
        if not names:
            return
        with self._database.write(Operation(OperationKind.ASK_AGAIN, self._origin)) as book:
            book.declined.remove([one.refusal for one in names])
            if len(names) == 1:
                book.note(contact=names[0].person.id, name=names[0].person.called)
            else:
                book.note(contacts=len(names))


def in_order(names: Sequence[DoubtfulName]) -> list[DoubtfulName]:
    """By kind, then by person."""
    order = list(NameDoubt)
    return sorted(names, key=lambda one: (order.index(one.proposal.doubt), one.contact))


def _refused(book: BookReader) -> set[tuple[str, ContactId | None, str]]:
    return {(one.kind, one.contact, one.key) for one in book.declined.all(NameDoubt)}
