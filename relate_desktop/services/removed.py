"""Removed people: put back, or erased for good."""

from array import array
from collections.abc import Sequence

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import RemovedPerson
from relate_desktop.domain.saved_search import SavedSearch, lists_naming
from relate_desktop.storage.database import Database


class RemovedService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def ids(self) -> "array[int]":
        """Everybody who was removed, the latest first."""
        with self._database.read() as book:
            return book.removed.ids()

    def page(self, contacts: Sequence[int]) -> list[RemovedPerson]:
        """Some of them, in the order asked for; those who are back or gone are left out."""
        with self._database.read() as book:
            return book.removed.page(contacts)

    def named(self, text: str) -> ContactId:
        """The one removed person an id, name or address means.

        Raises NotFoundError(NOT_REMOVED), or UsageError(CONTACT_AMBIGUOUS) with ``candidates``.
        """
        with self._database.read() as book:
            found = book.removed.named(text)
            if not found:
                raise NotFoundError(ErrorKind.NOT_REMOVED, name=text)
            if len(found) > 1:
                candidates = tuple((row.id, row.full_name) for row in book.contacts.summaries(found))
                raise UsageError(ErrorKind.CONTACT_AMBIGUOUS, name=text, candidates=candidates)
            return found[0]

    def lists_naming(self, contacts: Sequence[ContactId]) -> list[SavedSearch]:
        """Smart lists that name some of them: they stay when these people are erased."""
        with self._database.read() as book:
            searches = book.saved_searches.all()
            if not searches:
                return []
            lines = (item for person in book.contacts.iterate(contacts) for item in person.properties)
            return lists_naming(searches, lines)

    def put_back(self, contacts: Sequence[ContactId]) -> int:
        """Puts removed people back; answers how many."""
        with self._database.write(Operation(OperationKind.PUT_BACK, self._origin)) as book:
            people = book.contacts.removed(contacts)
            book.note(contacts=len(people))
            if len(people) == 1:
                book.note(contact=people[0])
                for row in book.contacts.summaries(people):
                    book.note(name=row.called)
            return book.contacts.put_back(people)

    def erase(self, contacts: Sequence[ContactId]) -> int:
        """Erases removed people for good, their history included; answers how many.

        Whoever was put back meanwhile stays. There is no way back.
        """
        with self._database.write(Operation(OperationKind.FORGET, self._origin)) as book:
            people = book.contacts.removed(contacts)
            book.note(contacts=len(people))
            return book.contacts.forget(people)
