"""Moments: the days of people's lives, on their cards and beside them."""

from collections.abc import Sequence

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ContactId, MomentId
from relate_desktop.domain.moment import Moment, moments_of
from relate_desktop.services.time_facts import facts_about
from relate_desktop.storage.database import Database


class MomentsService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def of(self, contact: ContactId) -> tuple[Moment, ...]:
        """Those of a person: first of the card, then those kept beside it, which have an id.

        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        with self._database.read() as book:
            return (*moments_of(book.contacts.get(contact)), *book.moments.of((contact,)))

    def add(self, moment: Moment) -> MomentId:
        """Keeps a new one. Raises UsageError(MOMENT_WITHOUT_DAY) for one that never comes."""
        contact = _require_a_day(moment)
        with self._database.write(Operation(OperationKind.MOMENT, self._origin)) as book:
            book.note(**facts_about(book, (contact,), moment.label, kind=moment.kind.value))
            return book.moments.add(moment)

    def remove(self, moments: Sequence[MomentId]) -> None:
        """Takes moments away; those of cards are lines of the card and removed there."""
        with self._database.write(Operation(OperationKind.MOMENT_REMOVE, self._origin)) as book:
            if len(moments) == 1:
                known = book.moments.get(moments[0])
                book.note(**facts_about(book, [known.contact] if known.contact else [], known.label))
            else:
                book.note(count=len(moments))
            book.moments.remove(moments)


def _require_a_day(moment: Moment) -> ContactId:
    """Whose moment it is. What comes every year needs day and month, what happens once the whole date."""
    comes = moment.date.recurs if moment.yearly else moment.date.whole
    if not comes or moment.contact is None:
        raise UsageError(ErrorKind.MOMENT_WITHOUT_DAY)
    return moment.contact
