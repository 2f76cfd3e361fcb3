"""The people of a reminder or a promise: rows of a table of their own, in order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.journal import Journal, compact

IN = "IN (SELECT value FROM json_each(?))"
"""A condition whose one parameter is a list as JSON."""


@dataclass(frozen=True, slots=True)
class Links:
    """A table that ties rows of another, by ``owner``, to people."""

    table: Table
    owner: str

    def of(self, connection: Any, numbers: Iterable[int]) -> dict[int, tuple[ContactId, ...]]:
        """The people of each of these rows."""
        found: dict[int, list[ContactId]] = defaultdict(list)
        for number, contact in connection.execute(
            f"SELECT {self.owner}, contact_id FROM {self.table.name} WHERE {self.owner} {IN} "
            f"ORDER BY {self.owner}, ordinal, id",
            (compact(list(numbers)),),
        ):
            if contact not in found[number]:
                found[number].append(ContactId(contact))
        return {number: tuple(people) for number, people in found.items()}

    def alive(self, row: str) -> str:
        """The condition that somebody who is not in the trash belongs to it, or nobody at all."""
        return (
            f"(NOT EXISTS (SELECT 1 FROM {self.table.name} l WHERE l.{self.owner}={row}) OR EXISTS "
            f"(SELECT 1 FROM {self.table.name} l JOIN contacts c ON c.id=l.contact_id "
            f"WHERE l.{self.owner}={row} AND c.trashed_at IS NULL))"
        )

    def add(self, journal: Journal, number: int, people: Sequence[ContactId]) -> None:
        """Ties a new row to people, each once, and notes that the change concerns them."""
        once = tuple(dict.fromkeys(people))
        first = journal.reserve(self.table, len(once))
        journal.insert_many(
            self.table,
            [(first + place, number, contact, place) for place, contact in enumerate(once)],
        )
        journal.touch(sorted(once))

    def change(self, journal: Journal, number: int, people: Sequence[ContactId]) -> bool:
        """Ties a row to exactly these people; whether anything differed. All of them are concerned."""
        before = self.of(journal.raw, (number,)).get(number, ())
        once = tuple(dict.fromkeys(people))
        journal.touch(sorted({*before, *once}))
        if before == once:
            return False
        self.remove(journal, (number,))
        self.add(journal, number, once)
        return True

    def remove(self, journal: Journal, numbers: Iterable[int]) -> None:
        """Takes the ties of these rows away; whom they concerned is noted."""
        rows = journal.raw.execute(
            f"SELECT id, contact_id FROM {self.table.name} WHERE {self.owner} {IN}",
            (compact(list(numbers)),),
        ).fetchall()
        journal.delete(self.table, [row[0] for row in rows])
        journal.touch(sorted({ContactId(row[1]) for row in rows}))
