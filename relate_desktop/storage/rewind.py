"""A book's rows put back to what they were after an older change, on a copy that nobody else has.

For every row the first thing that happened to it later tells: an image is what it was, and a row
that was added was not there. Row ids are never used again, so what is above the highest id of
that time is newer. What follows from the rows is made anew for whom the later changes concerned.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table

from relate_desktop.storage import schema
from relate_desktop.storage.closeness import Closeness
from relate_desktop.storage.derived import DerivedTables
from relate_desktop.storage.derived_calendars import DerivedCalendars
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import column_names, compact
from relate_desktop.storage.last_talks import LastTalks
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.text_index import KINDS, TextIndex

_STANDING = "t.operation IN ('take_back','separate') AND t.undone_by IS NULL"
"""What was taken back out of the past and is not brought back."""


class Rewind:
    """Takes one connection back to what the book was right after a changeset, on the day ``today``."""

    def __init__(self, connection: Connection, changeset: int, today: date) -> None:
        self._connection = connection
        self._raw: Any = raw(connection)
        self._changeset = changeset
        self._today = today

    def apply(self) -> None:
        """Rewinds rows, the record, and then what follows from the rows."""
        concerned = self._concerned()
        others: set[str] = set()
        for table in schema.JOURNALLED:
            rows = self._rewind(table)
            if rows:
                others.add(table.name)
            if table.name in KINDS:
                self._index(table, rows)
        self._erased()
        self._shorten_record()
        self._derive(concerned, others)

    def _concerned(self) -> Ranges:
        """Whom the later changes concerned."""
        found = Ranges()
        for first, last in self._raw.execute(
            "SELECT first_contact, last_contact FROM touched WHERE changeset_id>? ORDER BY 1",
            (self._changeset,),
        ).fetchall():
            found.add(first, last)
        return found

    # ------------------------------------------------------------------ rows

    def _rewind(self, table: Table) -> Ranges:
        """Makes a table what it was; answers the rows that may be others now."""
        highest = self._highest(table)
        came_back = self._came_back(table, highest)
        first = self._raw.execute(
            "SELECT row_id, min(changeset_id) FROM changes WHERE changeset_id>? AND table_name=? "
            "AND before IS NOT NULL AND row_id<=? GROUP BY row_id",
            (self._changeset, table.name, highest),
        ).fetchall()
        imaged = dict(first)
        for row_id, changeset in came_back.items():
            if changeset < imaged.get(row_id, changeset + 1):
                imaged.pop(row_id, None)
        rows = Ranges()
        for row_id in sorted({*came_back, *(row[0] for row in first)}):
            rows.add(row_id, row_id)
        self._raw.execute(f"DELETE FROM {table.name} WHERE id>?", (highest,))
        for start, end in rows:
            self._raw.execute(f"DELETE FROM {table.name} WHERE id BETWEEN ? AND ?", (start, end))
        self._put(table, imaged)
        last = self._raw.execute("SELECT seq FROM sqlite_sequence WHERE name=?", (table.name,)).fetchone()
        if last is not None and last[0] > highest:
            rows.add(highest + 1, last[0])
        return rows

    def _highest(self, table: Table) -> int:
        """The highest row id that was ever used by then."""
        row = self._raw.execute(
            "SELECT max(last_row_id) FROM changes WHERE table_name=? AND last_row_id IS NOT NULL "
            "AND changeset_id<=?",
            (table.name, self._changeset),
        ).fetchone()
        return int(row[0]) if row[0] is not None else 0

    def _came_back(self, table: Table, highest: int) -> dict[int, int]:
        """Rows of that time or before which a later change brought back, with the first that did."""
        found: dict[int, int] = {}
        for first, last, changeset in self._raw.execute(
            "SELECT row_id, last_row_id, changeset_id FROM changes WHERE table_name=? "
            "AND last_row_id IS NOT NULL AND row_id<=? AND changeset_id>? ORDER BY changeset_id",
            (table.name, highest, self._changeset),
        ):
            for row_id in range(first, min(last, highest) + 1):
                found.setdefault(row_id, changeset)
        return found

    def _put(self, table: Table, imaged: dict[int, int]) -> None:
        fields = ",".join(f"json_extract(c.before,'$[{place}]')" for place in range(len(column_names(table))))
        wanted = compact([[row_id, changeset] for row_id, changeset in imaged.items()])
        self._raw.execute(
            f"INSERT INTO {table.name} SELECT c.row_id,{fields} FROM json_each(?) j CROSS JOIN changes c "
            "ON c.table_name=? AND c.row_id=json_extract(j.value,'$[0]') "
            "AND c.changeset_id=json_extract(j.value,'$[1]') AND c.last_row_id IS NULL",
            (wanted, table.name),
        )

    def _index(self, table: Table, rows: Ranges) -> None:
        """The index of what was written: takes out what may be another text, and the past one in."""
        index, kind = TextIndex(self._raw), KINDS[table.name]
        for first, last in rows:
            index.remove_range(kind, first, last)
            index.add_range(kind, first, last)

    def _erased(self) -> None:
        """Somebody erased since is gone from the past as well: nothing may name them."""
        if not self._raw.execute(
            "SELECT 1 FROM changesets WHERE id>? AND operation='forget'", (self._changeset,)
        ).fetchone():
            return
        for table in schema.JOURNALLED:
            for key in sorted(table.foreign_keys, key=lambda key: str(key.parent.name)):
                name, parent = str(key.parent.name), key.column.table.name
                self._raw.execute(
                    f"DELETE FROM {table.name} WHERE {name} IS NOT NULL "
                    f"AND {name} NOT IN (SELECT id FROM {parent})"
                )

    # ------------------------------------------------------ what follows of it

    def _shorten_record(self) -> None:
        for table in ("changes", "touched"):
            self._raw.execute(f"DELETE FROM {table} WHERE changeset_id>?", (self._changeset,))
        # what was undone then and done again since; the first redo after that time tells
        undone = self._raw.execute(
            "SELECT u.undoes, u.id FROM changesets r JOIN changesets u ON r.undoes=u.id "
            "WHERE r.operation='redo' AND r.id>:c AND u.id<=:c ORDER BY r.id DESC",
            {"c": self._changeset},
        ).fetchall()
        self._raw.execute("DELETE FROM changesets WHERE id>?", (self._changeset,))
        self._raw.execute("UPDATE changesets SET undone_by=NULL WHERE undone_by>?", (self._changeset,))
        self._raw.executemany(
            "UPDATE changesets SET undone_by=? WHERE id=?", [(by, changeset) for changeset, by in undone]
        )
        self._raw.execute(
            "UPDATE changesets SET undone_by=(SELECT max(t.id) FROM changesets t WHERE "
            f"t.undoes=changesets.id AND {_STANDING}) WHERE undone_by IS NULL AND id IN "
            f"(SELECT t.undoes FROM changesets t WHERE {_STANDING})"
        )

    def _derive(self, concerned: Ranges, others: set[str]) -> None:
        """Makes true what follows from the rows; ``others`` are the tables whose rows are others now."""
        DerivedTables(self._raw).renew(concerned)
        LastTalks(self._raw, self._today).renew(concerned)
        closeness = Closeness(self._connection, self._today)
        if schema.circle_rhythms.name in others:
            closeness.rebuild()
        else:
            closeness.renew(concerned)
        if schema.calendar_components.name in others:
            DerivedCalendars(self._raw).rebuild()


def changeset_at(connection: Any, before: int) -> int:
    """The last changeset that was written before an instant; 0 for none."""
    row = connection.execute("SELECT max(id) FROM changesets WHERE at<?", (before,)).fetchone()
    return int(row[0]) if row[0] is not None else 0
