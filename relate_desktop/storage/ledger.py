"""The ledger of look-ups: each look-up, each question in it before it was sent, and what came of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.request_ledger import AskedHost, LookupId, LookupMade
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable


class LedgerRepository:
    """The ledger on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def page(self, limit: int, before: LookupId | None = None) -> list[LookupMade]:
        """Look-ups, the latest first; ``before`` goes on behind the last one of a page."""
        rows = self._raw.execute(
            "SELECT id, contact_id, at, found, kept FROM lookups WHERE ? IS NULL OR id<? "
            "ORDER BY id DESC LIMIT ?",
            (before, before, limit),
        ).fetchall()
        return [
            LookupMade(
                LookupId(row[0]), ContactId(row[1]), from_column(row[2]), row[3], row[4], self._asked(row[0])
            )
            for row in rows
        ]

    def next_allowed(self, host: str) -> datetime | None:
        """Until when a host asked to be left in peace; None when it never did."""
        row = self._raw.execute("SELECT until FROM host_waits WHERE host=?", (host,)).fetchone()
        return None if row is None else from_column(row[0])

    def _asked(self, lookup: int) -> tuple[AskedHost, ...]:
        rows = self._raw.execute(
            "SELECT at, host, port, sent, why, status, received, outcome FROM asked "
            "WHERE lookup_id=? ORDER BY id",
            (lookup,),
        )
        return tuple(_asked(row) for row in rows)


class LedgerWriter(LedgerRepository):
    """The ledger on a transaction that keeps no record."""

    def open_lookup(self, contact: ContactId, at: datetime) -> LookupId | None:
        """Begins a look-up of somebody; None of whom the book knows nothing any more."""
        cursor = self._raw.execute(
            "INSERT INTO lookups (contact_id, at, found, kept) "
            "SELECT id, ?, 0, NULL FROM contacts WHERE id=?",
            (to_column(at), contact),
        )
        return LookupId(cursor.lastrowid) if cursor.rowcount else None

    def stands(self, lookup: LookupId) -> bool:
        """Whether a look-up is still written down: it goes with whom it is about."""
        return self._raw.execute("SELECT 1 FROM lookups WHERE id=?", (lookup,)).fetchone() is not None

    def found(self, lookup: LookupId, amount: int) -> None:
        """Notes how much a look-up found."""
        self._raw.execute("UPDATE lookups SET found=? WHERE id=?", (amount, lookup))

    def kept(self, lookup: LookupId, amount: int) -> None:
        """Notes how much of it the user kept."""
        self._raw.execute("UPDATE lookups SET kept=? WHERE id=?", (amount, lookup))

    def begin(self, lookup: LookupId, asked: AskedHost) -> int:
        """Writes a question down before it is sent; answers its number."""
        cursor = self._raw.execute(
            "INSERT INTO asked (lookup_id, at, host, port, sent, why) VALUES (?,?,?,?,?,?)",
            (
                lookup,
                to_column(asked.at),
                storable(asked.host),
                asked.port,
                storable(asked.sent),
                storable(asked.why),
            ),
        )
        return int(cursor.lastrowid)

    def end(self, entry: int, status: int | None, received: int, outcome: str) -> None:
        """Writes down what came of a question."""
        self._raw.execute(
            "UPDATE asked SET status=?, received=?, outcome=? WHERE id=?", (status, received, outcome, entry)
        )

    def wait(self, host: str, until: datetime) -> None:
        """Remembers that a host asked for a wait."""
        self._raw.execute("INSERT OR REPLACE INTO host_waits VALUES (?,?)", (host, to_column(until)))


def _asked(row: Sequence[Any]) -> AskedHost:
    at, host, port, sent, why, status, received, outcome = row
    return AskedHost(from_column(at), host, port, sent, why, status, received or 0, outcome or "")
