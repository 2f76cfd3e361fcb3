"""The lines that names are made of, of everybody, one person after another."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of

_AT_ONCE = 1_000


class NameLinesRepository:
    """Name lines on one transaction; people in the trash are left out."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def count(self) -> int:
        """How many people there are to look at."""
        row = self._raw.execute("SELECT count(*) FROM contacts WHERE trashed_at IS NULL").fetchone()
        return int(row[0])

    def people(self, names: Sequence[str]) -> Iterator[Contact]:
        """Everybody by id with only the lines of these names, never all in memory."""
        after = 0
        wanted = compact([name.upper() for name in names])
        while True:
            ids = [
                row[0]
                for row in self._raw.execute(
                    "SELECT id FROM contacts WHERE id>? AND trashed_at IS NULL ORDER BY id LIMIT ?",
                    (after, _AT_ONCE),
                )
            ]
            if not ids:
                return
            yield from self._part(ids, wanted)
            after = ids[-1]

    def _part(self, ids: Sequence[int], wanted: str) -> Iterator[Contact]:
        lines: dict[int, list[Any]] = {contact: [] for contact in ids}
        for row in self._raw.execute(
            f"SELECT {PROPERTY_COLUMNS},contact_id FROM properties WHERE contact_id BETWEEN ? AND ? "
            "AND upper(name) IN (SELECT value FROM json_each(?)) ORDER BY contact_id, ordinal",
            (ids[0], ids[-1], wanted),
        ):
            if row[5] in lines:
                lines[row[5]].append(property_of(row))
        for contact in ids:
            yield Contact(tuple(lines[contact]), ContactId(contact))
