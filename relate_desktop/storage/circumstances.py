"""What the program did by itself: whom it suggested, when Today was last looked on.

Kept outside the record: nothing here is a change of the user's, nothing of it can be undone.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.suggestions import Nudge
from relate_desktop.storage.engine import raw


class CircumstancesRepository:
    """Circumstances on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def get(self, name: str) -> str:
        """What is noted under a name; empty when nothing is."""
        row = self._raw.execute("SELECT value FROM circumstances WHERE name=?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def nudges(self, first: date, last: date) -> list[Nudge]:
        """Who was suggested from one day to another, both included."""
        rows = self._raw.execute(
            "SELECT contact_id, on_day FROM nudges WHERE on_day BETWEEN ? AND ? ORDER BY on_day, contact_id",
            (first.isoformat(), last.isoformat()),
        )
        return [Nudge(ContactId(row[0]), date.fromisoformat(row[1])) for row in rows]


class CircumstancesWriter(CircumstancesRepository):
    """Circumstances on a transaction that keeps no record."""

    def put(self, name: str, value: str) -> None:
        """Notes something under a name, in place of what was."""
        self._raw.execute(
            "INSERT INTO circumstances (name, value) VALUES (?,?) "
            "ON CONFLICT (name) DO UPDATE SET value=excluded.value WHERE value<>excluded.value",
            (name, value),
        )

    def add_nudges(self, on: date, contacts: Iterable[ContactId]) -> None:
        """Notes who was suggested on a day; who was noted already is passed over."""
        rows = [(on.isoformat(), contact) for contact in contacts]
        self._raw.executemany("INSERT OR IGNORE INTO nudges (on_day, contact_id) VALUES (?,?)", rows)

    def drop_nudges(self, before: date) -> None:
        """Forgets who was suggested before a day: nobody asks for it any more."""
        self._raw.execute("DELETE FROM nudges WHERE on_day<?", (before.isoformat(),))
