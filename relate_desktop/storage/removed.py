"""People who were removed and wait until somebody puts them back or erases them for good."""

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import RemovedPerson
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.storage.contacts import ContactsRepository
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.moments import from_column

_ORDER = "ORDER BY trashed_at DESC, id DESC"


class RemovedRepository:
    """Removed people on one transaction."""

    def __init__(self, connection: Connection, contacts: ContactsRepository) -> None:
        self._raw: Any = raw(connection)
        self._contacts = contacts

    def ids(self) -> "array[int]":
        """Everybody who was removed, the latest first."""
        rows = self._raw.execute(f"SELECT id FROM contacts WHERE trashed_at IS NOT NULL {_ORDER}")
        return array("q", chain.from_iterable(rows.fetchall()))

    def page(self, contacts: Sequence[int]) -> list[RemovedPerson]:
        """These people, in the order asked for; those who are back or gone are left out."""
        rows = self._raw.execute(
            "SELECT id, trashed_at FROM contacts WHERE trashed_at IS NOT NULL "
            "AND id IN (SELECT value FROM json_each(?))",
            (compact(list(contacts)),),
        ).fetchall()
        at = dict(rows)
        wanted = [contact for contact in contacts if contact in at]
        return [RemovedPerson(row, from_column(at[row.id])) for row in self._contacts.summaries(wanted)]

    def named(self, text: str) -> list[ContactId]:
        """Whom an id or a whole name means among those who were removed."""
        plain = text.strip()
        if plain.isascii() and plain.isdecimal() and len(plain) <= 18:
            row = self._raw.execute(
                "SELECT id FROM contacts WHERE id=? AND trashed_at IS NOT NULL", (int(plain),)
            ).fetchone()
            if row is not None:
                return [ContactId(row[0])]
        wanted = squeezed(fold(text))
        rows = self._raw.execute(
            "SELECT contact_id, called, full_name, email FROM summaries WHERE trashed=1 ORDER BY contact_id"
        )
        return [
            ContactId(row[0])
            for row in rows
            if wanted and wanted in {squeezed(fold(name)) for name in row[1:] if name}
        ]
