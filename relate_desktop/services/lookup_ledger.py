"""The ledger as one look-up writes it: each question stands there before it leaves the laptop."""

from datetime import datetime

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.request_ledger import AskedHost, LookupId, LookupMade
from relate_desktop.storage.database import Database


class LookupLedger:
    """What ``lookups.ledger.Ledger`` asks for, for one look-up of one person.

    Raises NotFoundError(CONTACT_UNKNOWN) where the book knows nothing of the person any more.
    """

    def __init__(self, database: Database, clock: Clock, contact: ContactId) -> None:
        self._database = database
        self._clock = clock
        self._contact = contact
        with database.aside() as aside:
            lookup = aside.ledger.open_lookup(contact, clock())
        if lookup is None:
            raise self._gone()
        self.lookup: LookupId = lookup

    def begin(self, host: str, port: int, sent: str, why: str) -> int:
        """Writes a question down before it is sent; raises CONTACT_UNKNOWN of who was erased meanwhile."""
        with self._database.aside() as aside:
            if not aside.ledger.stands(self.lookup):
                raise self._gone()
            return aside.ledger.begin(self.lookup, AskedHost(self._clock(), host, port, sent, why))

    def end(self, entry: int, status: int | None, received: int, outcome: str) -> None:
        """Writes down what came of it."""
        with self._database.aside() as aside:
            aside.ledger.end(entry, status, received, outcome)

    def next_allowed(self, host: str) -> datetime | None:
        """Until when a host asked to be left in peace; None when that is over."""
        with self._database.read() as book:
            until = book.ledger.next_allowed(host)
        return until if until is not None and until > self._clock() else None

    def wait(self, host: str, until: datetime) -> None:
        """Remembers that a host asked for a wait, but not beyond whom it was asked about."""
        with self._database.aside() as aside:
            if aside.ledger.stands(self.lookup):
                aside.ledger.wait(host, until)

    def found(self, amount: int) -> None:
        """Notes how much there was."""
        with self._database.aside() as aside:
            aside.ledger.found(self.lookup, amount)
            aside.tell("lookups")

    def _gone(self) -> NotFoundError:
        return NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=self._contact)


def asked_lately(database: Database, limit: int, before: LookupId | None = None) -> list[LookupMade]:
    """What was asked, the latest look-up first, a page at a time."""
    with database.read() as book:
        return book.ledger.page(limit, before)
