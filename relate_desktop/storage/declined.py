"""Proposals that the user did not want: remembered, listed, and asked again when wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.moments import from_column
from relate_desktop.storage.schema import declined


@dataclass(frozen=True, slots=True)
class Declined:
    """One proposal that was not wanted: of which kind, about whom, and the key of what it was."""

    id: int
    kind: str
    contact: ContactId | None
    key: str
    at: datetime


class DeclinedRepository:
    """Refusals on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def all(self, kinds: Iterable[str], *, removed: bool = False) -> list[Declined]:
        """The refusals of these kinds, newest first; of people in the trash only when they are wanted too."""
        rows = self._raw.execute(
            "SELECT d.id, d.kind, d.contact_id, d.key, d.created_at FROM declined d "
            "LEFT JOIN contacts c ON c.id=d.contact_id "
            "WHERE (c.trashed_at IS NULL OR ?) AND d.kind IN (SELECT value FROM json_each(?)) "
            "ORDER BY d.id DESC",
            (removed, compact(list(kinds))),
        )
        return [
            Declined(
                row[0], row[1], None if row[2] is None else ContactId(row[2]), row[3], from_column(row[4])
            )
            for row in rows
        ]


class DeclinedWriter(DeclinedRepository):
    """Refusals on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(self, kind: str, contact: ContactId | None, key: str) -> bool:
        """Remembers a refusal; False when it is known."""
        known = self._raw.execute(
            "SELECT 1 FROM declined WHERE kind=? AND contact_id IS ? AND key=?", (kind, contact, key)
        ).fetchone()
        if known is not None:
            return False
        self._journal.insert(declined, kind, contact, key, self._journal.at)
        if contact is not None:
            self._journal.touch((contact,))
        return True

    def remove(self, refusals: Iterable[Declined]) -> None:
        """Forgets refusals: they are asked about again."""
        gone = list(refusals)
        self._journal.delete(declined, [one.id for one in gone])
        self._journal.touch(sorted({one.contact for one in gone if one.contact is not None}))
