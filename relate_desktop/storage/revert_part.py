"""Taking back what one change did to some people alone, of many whom it was about."""

import json
from collections.abc import Collection

from sqlalchemy import Table

from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.storage import schema
from relate_desktop.storage.journal import Journal, column_names
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.revert import Revert

_OF_PEOPLE: dict[str, tuple[int, ...]] = {
    table.name: tuple(
        column_names(table).index(str(key.parent.name))
        for key in table.foreign_keys
        if key.column.table is schema.contacts
    )
    for table in schema.JOURNALLED
}
"""For each table where in a row the people are."""


class RevertPart(Revert):
    """Takes back the rows of a changeset that are about these people; all others stay as they are."""

    def __init__(self, journal: Journal, changeset: ChangesetId, people: Collection[ContactId]) -> None:
        super().__init__(journal, changeset)
        self._people = frozenset(people)
        self._others: dict[str, set[int]] = {table.name: set() for table in schema.JOURNALLED}
        self._sort()

    def _contested(self, table: Table) -> set[int]:
        return super()._contested(table) - self._others[table.name]

    def _return_removed(self, table: Table, contested: set[int]) -> None:
        super()._return_removed(table, contested | self._others[table.name])

    def _return_changed(self, table: Table, contested: set[int]) -> None:
        super()._return_changed(table, contested | self._others[table.name])

    def _new_rows(self, table: Table) -> Ranges:
        found = Ranges()
        for first, last in super()._new_rows(table):
            for row_id in range(first, last + 1):
                if row_id not in self._others[table.name]:
                    found.add(row_id, row_id)
        return found

    def _sort(self) -> None:
        """Finds the rows that are about somebody else."""
        rows = self._raw.execute(
            "SELECT table_name, row_id, coalesce(last_row_id, row_id), before FROM changes "
            "WHERE changeset_id=?",
            (self._changeset,),
        ).fetchall()
        lines = set()
        for table, first, last, before in rows:
            if table == "property_lines":
                continue
            mine = self._is_mine(table, first, before)
            if not mine:
                self._others[table].update(range(first, last + 1))
            elif table == "properties":
                lines.add(first)
        for table, first, last, before in rows:
            if table == "property_lines":
                for row_id in range(first, last + 1):
                    if not self._is_line_of(row_id, before, lines):
                        self._others[table].add(row_id)

    def _is_mine(self, table: str, row_id: int, before: str | None) -> bool:
        if table == schema.contacts.name:
            return row_id in self._people
        image = json.loads(before) if before is not None else self._present(table, row_id)
        return any(image[place] in self._people for place in _OF_PEOPLE[table])

    def _is_line_of(self, row_id: int, before: str | None, lines: Collection[int]) -> bool:
        """Whether a further line is of a property of theirs."""
        image = json.loads(before) if before is not None else self._present("property_lines", row_id)
        row = self._raw.execute("SELECT contact_id FROM properties WHERE id=?", image[:1]).fetchone()
        return image[0] in lines or (row is not None and row[0] in self._people)

    def _present(self, table: str, row_id: int) -> list[object]:
        """A row as it stands; of one that is gone nothing."""
        names = column_names(schema.metadata.tables[table])
        row = self._raw.execute(f"SELECT {','.join(names)} FROM {table} WHERE id=?", (row_id,)).fetchone()
        return list(row) if row is not None else [None] * len(names)
