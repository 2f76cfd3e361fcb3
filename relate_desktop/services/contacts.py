"""The people of the book: looked up, listed, added, changed, put away and erased."""

from array import array
from collections.abc import Iterable, Sequence

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import Media
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId, MediaHash, PropertyId
from relate_desktop.domain.name import display_name
from relate_desktop.domain.people import CircleSummary, ContactSummary, PeopleFilter, PeopleSort
from relate_desktop.domain.property import Property
from relate_desktop.domain.provenance import Provenance
from relate_desktop.formats.jcard import Json, to_jcard
from relate_desktop.formats.vcard.single import read_line
from relate_desktop.services.next_dues import with_next_dues
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.database import Database

EVERYBODY = PeopleFilter()


class ContactsService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin, present: PresentSource) -> None:
        self._database = database
        self._origin = origin
        self._present = present

    def count(self, wanted: PeopleFilter = EVERYBODY) -> int:
        """How many people the filter lets through."""
        with self._database.read() as book:
            return book.contacts.count(wanted)

    def ids(self, wanted: PeopleFilter = EVERYBODY, sort: PeopleSort = PeopleSort.NAME) -> "array[int]":
        """Everybody the filter lets through, in order."""
        with self._database.read() as book:
            return book.contacts.ids(wanted, sort)

    def beginning(self, name: str) -> frozenset[int]:
        """Whoever lists file under what begins so, as far as they are not in the trash."""
        with self._database.read() as book:
            return book.contacts.beginning(name)

    def summaries(self, contact_ids: Sequence[ContactId]) -> list[ContactSummary]:
        """One row a person, in the order of the ids; those no longer there are left out."""
        with self._database.read() as book:
            rows = book.contacts.summaries(contact_ids)
            return with_next_dues(rows, book.reminders.of_people(contact_ids), self._present())

    def circles(self) -> list[CircleSummary]:
        """All circles with how many people are in them."""
        with self._database.read() as book:
            return book.circles.all()

    def get(self, contact: ContactId) -> Contact:
        """One person whole. Raises NotFoundError(CONTACT_UNKNOWN)."""
        with self._database.read() as book:
            return book.contacts.get(contact)

    def find(self, contact: ContactId) -> Contact | None:
        """One person whole, or None."""
        with self._database.read() as book:
            return book.contacts.find(contact)

    def provenance(self, contact: ContactId) -> list[Provenance]:
        """Where each line of a person came from, in their order."""
        with self._database.read() as book:
            return book.contacts.provenance(contact)

    def hand_edited(self, contact: ContactId) -> frozenset[PropertyId]:
        """The lines that were typed or changed by hand, which no import changes back."""
        with self._database.read() as book:
            return book.contacts.hand_edited(contact)

    def named(self, text: str) -> ContactId:
        """The one person an id, name or address means.

        Raises NotFoundError(CONTACT_UNKNOWN), or UsageError(CONTACT_AMBIGUOUS) whose
        ``candidates`` are pairs of id and called name.
        """
        with self._database.read() as book:
            found = book.contacts.named(text)
            if not found:
                raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, name=text)
            if len(found) > 1:
                candidates = tuple((row.id, row.full_name) for row in book.contacts.summaries(found))
                raise UsageError(ErrorKind.CONTACT_AMBIGUOUS, name=text, candidates=candidates)
            return found[0]

    def photo(self, media: MediaHash) -> bytes:
        """The content of an embedded picture."""
        with self._database.read() as book:
            return book.media.get(media).content

    def jcard(self, contact: ContactId) -> list[Json]:
        """The person as jCard (RFC 7095), every line in order. Raises NotFoundError."""
        with self._database.read() as book:
            return to_jcard(book.contacts.get(contact).properties, book.media.get)

    def add(self, properties: Sequence[Property], media: Sequence[Media] = ()) -> ContactId:
        """A new person, with the content of the pictures the properties name.

        Raises UsageError(NAME_MISSING) without name, number and address.
        """
        name = _required_name(properties)
        operation = Operation(OperationKind.ADD, self._origin, {"name": name})
        with self._database.write(operation) as book:
            for one in media:
                book.media.add(one)
            return book.contacts.add(properties)

    def save(self, contact: Contact, media: Sequence[Media] = ()) -> bool:
        """Keeps a changed person; False when nothing differs, and then nothing is recorded.

        Raises UsageError(NAME_MISSING) for somebody who would lose the last name, number and address, and
        NotFoundError(CONTACT_UNKNOWN).
        """
        name = display_name(contact)
        facts: dict[str, str | int] = {"name": name}
        if contact.id is not None:
            facts["contact"] = contact.id
        with self._database.write(Operation(OperationKind.EDIT, self._origin, facts)) as book:
            # who came in without any, from a card that says nothing more, may be written on all the same
            if not name and (contact.id is None or display_name(book.contacts.get(contact.id))):
                raise UsageError(ErrorKind.NAME_MISSING)
            for one in media:
                book.media.add(one)
            return book.contacts.save(contact)

    def trash(self, contact_ids: Sequence[ContactId]) -> None:
        """Removes people; they wait until put back or erased."""
        with self._database.write(self._about(OperationKind.TRASH, contact_ids)) as book:
            book.contacts.trash(contact_ids)

    def put_back(self, contact_ids: Sequence[ContactId]) -> None:
        """Puts removed people back."""
        with self._database.write(self._about(OperationKind.PUT_BACK, contact_ids)) as book:
            book.contacts.put_back(contact_ids)

    def forget(self, contact_ids: Sequence[ContactId]) -> None:
        """Erases people for good, their history included; only the count is kept."""
        operation = Operation(OperationKind.FORGET, self._origin, {"contacts": len(contact_ids)})
        with self._database.write(operation) as book:
            book.contacts.forget(contact_ids)

    def _about(self, kind: OperationKind, contact_ids: Sequence[ContactId]) -> Operation:
        facts: dict[str, str | int] = {"contacts": len(contact_ids)}
        if len(contact_ids) == 1:
            facts["contact"] = contact_ids[0]
            for row in self.summaries(contact_ids):
                facts["name"] = row.called
        return Operation(kind, self._origin, facts)


def line_of_card(text: str) -> Property:
    """One line of a vCard 4.0 as a property, such as ``NOTE:Likes tea``.

    Raises InputError(PROPERTY_MALFORMED).
    """
    return read_line(text)


def _required_name(properties: Iterable[Property]) -> str:
    name = display_name(Contact(tuple(properties)))
    if not name:
        raise UsageError(ErrorKind.NAME_MISSING)
    return name
