"""The one recorder through which journalled rows are written: each leaves the row it replaced.

``changes`` keeps the image before as a compact JSON array in column order (without the id), and
no image for a new row; new rows stand as stretches of ids, so that an import of millions of
rows writes a handful. There is no image after: it is the next image before, or the present row.
The changeset itself is written only when something was.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table

from relate_desktop.domain.change import Operation
from relate_desktop.domain.ids import BatchId, ChangesetId, ContactId
from relate_desktop.storage import drill, schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.ranges import Ranges

Row = tuple[Any, ...]

_CHUNK = 500
"""Ids in one statement."""

_TOGETHER = 16
"""New rows in one statement."""


class Journal:
    """Records one changeset on one write transaction."""

    def __init__(self, connection: Connection, operation: Operation, at: int) -> None:
        self.connection = connection
        self.raw: Any = raw(connection)
        self.operation = operation
        self.at = at
        self.batch: BatchId | None = operation.batch
        self.undoes: ChangesetId | None = None
        self.facts: dict[str, str | int] = dict(operation.facts)
        self.changed = False
        """Whether the changeset is to be written; a revert sets it, since it moves the stack."""
        self._next: dict[str, int] = {}
        self._new: dict[str, Ranges] = {table.name: Ranges() for table in schema.JOURNALLED}
        self._imaged: dict[str, set[int]] = {table.name: set() for table in schema.JOURNALLED}
        self._touched = Ranges()
        self.spared: set[int] = set()
        """Those of whom no line was written by which it follows how near they are."""
        self._nearer: set[int] = set()
        self.changeset = ChangesetId(self.reserve(schema.changesets, 1))

    # ------------------------------------------------------------------ ids

    def reserve(self, table: Table, count: int) -> int:
        """The first of ``count`` ids of a table that nobody has ever used."""
        first = self._next.get(table.name)
        if first is None:
            row = self.raw.execute("SELECT seq FROM sqlite_sequence WHERE name=?", (table.name,)).fetchone()
            first = int(row[0]) + 1 if row else 1
        self._next[table.name] = first + count
        return first

    # --------------------------------------------------------------- writing

    def insert_many(self, table: Table, rows: Sequence[Row]) -> None:
        """Adds new rows given in column order; their ids are reserved ones in one stretch."""
        if not rows:
            return
        insert_rows(self.raw, table, rows)
        self._new[table.name].add(rows[0][0], rows[-1][0])
        self.changed = True
        drill.point("mid")

    def insert(self, table: Table, *values: object) -> int:
        """Adds one new row, values in column order without the id; returns its id."""
        row_id = self.reserve(table, 1)
        self.insert_many(table, [(row_id, *values)])
        return row_id

    def update(self, table: Table, row_id: int, values: Mapping[str, object]) -> None:
        """Writes some columns of one row."""
        self._keep_images(table, "id=?", (row_id,), (row_id,))
        columns = ",".join(f"{name}=?" for name in values)
        self.raw.execute(f"UPDATE {table.name} SET {columns} WHERE id=?", (*values.values(), row_id))
        drill.point("mid")

    def update_many(self, table: Table, columns: Sequence[str], rows: Sequence[tuple[int, Row]]) -> None:
        """Writes the same columns of many rows, each given as its id and the values."""
        for start in range(0, len(rows), _CHUNK):
            part = rows[start : start + _CHUNK]
            ids = [row_id for row_id, _values in part]
            self._keep_images(table, f"id IN ({','.join('?' * len(ids))})", ids, ids)
        assigned = ",".join(f"{name}=?" for name in columns)
        self.raw.executemany(
            f"UPDATE {table.name} SET {assigned} WHERE id=?", [(*values, row_id) for row_id, values in rows]
        )
        drill.point("mid")

    def delete(self, table: Table, row_ids: Iterable[int]) -> None:
        """Removes rows; ids without a row are passed over."""
        remaining = list(row_ids)
        for start in range(0, len(remaining), _CHUNK):
            part = remaining[start : start + _CHUNK]
            marks = ",".join("?" * len(part))
            self._keep_images(table, f"id IN ({marks})", part, part)
            self.raw.execute(f"DELETE FROM {table.name} WHERE id IN ({marks})", part)
            drill.point("mid")

    def delete_range(self, table: Table, first: int, last: int) -> None:
        """Removes every row from ``first`` to ``last``, none of them written by this changeset."""
        self._image_sql(table, "id BETWEEN ? AND ?", (first, last))
        self.raw.execute(f"DELETE FROM {table.name} WHERE id BETWEEN ? AND ?", (first, last))
        drill.point("mid")

    def put_back(self, table: Table, row_id: int, image: Sequence[object]) -> None:
        """Returns a removed row under its old id, shorter images filled with nothing."""
        missing = len(table.columns) - 1 - len(image)
        self.raw.execute(insert_sql(table), (row_id, *image, *([None] * missing)))
        if row_id not in self._imaged[table.name]:
            self._new[table.name].add(row_id, row_id)
        self.changed = True
        drill.point("mid")

    def put_back_many(self, table: Table, source: str, parameters: Sequence[object]) -> None:
        """Returns rows in one statement; ``source`` selects their ids and images in ``changes``."""
        islands = (
            "SELECT min(row_id), max(row_id) FROM (SELECT row_id, row_id - row_number() OVER "
            f"(ORDER BY row_id) AS island FROM ({source})) GROUP BY island ORDER BY 1"
        )
        for first, last in self.raw.execute(islands, parameters).fetchall():
            self._new[table.name].add(first, last)
            self.changed = True
        fields = ",".join(f"json_extract(before,'$[{index}]')" for index in range(len(table.columns) - 1))
        self.raw.execute(f"INSERT INTO {table.name} SELECT row_id,{fields} FROM ({source})", parameters)
        drill.point("mid")

    def touch(self, contacts: Iterable[ContactId]) -> None:
        """Notes whom the changeset concerns."""
        for contact in contacts:
            self._touched.add(contact, contact)

    def touch_range(self, first: int, last: int) -> None:
        """Notes a whole stretch of people."""
        self._touched.add(first, last)

    def spare(self, contact: int, *, near: bool) -> None:
        """Notes of an edit of somebody whether it may tell how near they are; once it did, it does."""
        if near:
            self._nearer.add(contact)
            self.spared.discard(contact)
        elif contact not in self._nearer:
            self.spared.add(contact)

    # ------------------------------------------------------------------- end

    @property
    def touched(self) -> Ranges:
        """Whom the changeset concerns."""
        return self._touched

    def rows(self) -> dict[str, Ranges]:
        """The written rows of each table, as far as they were written one by one or are new."""
        found: dict[str, Ranges] = {}
        for table in schema.JOURNALLED:
            merged = Ranges()
            for first, last in self._new[table.name]:
                merged.add(first, last)
            for row_id in self._imaged[table.name]:
                merged.add(row_id, row_id)
            if merged:
                found[table.name] = merged
        return found

    def added(self, table: str) -> int:
        """How many rows of a table are new or back."""
        return self._new[table].count

    def wrote(self, table: str) -> bool:
        """Whether rows of a table were added, rewritten or removed."""
        if self._new[table] or self._imaged[table]:
            return True
        row = self.raw.execute(
            "SELECT 1 FROM changes WHERE changeset_id=? AND table_name=? LIMIT 1", (self.changeset, table)
        ).fetchone()
        return row is not None

    def finish(self) -> None:
        """Writes the changeset, the stretches of new rows and whom it concerns."""
        self.raw.execute(
            "INSERT INTO changesets (id, operation, origin, at, batch_id, undoes, undone_by, facts, "
            "contact_count, schema_version) VALUES (?,?,?,?,?,?,NULL,?,?,?)",
            (
                self.changeset,
                self.operation.kind.value,
                self.operation.origin.value,
                self.at,
                self.batch,
                self.undoes,
                compact(self.facts),
                self._touched.count,
                schema.VERSION,
            ),
        )
        self.raw.executemany(
            "INSERT INTO changes (changeset_id, table_name, row_id, last_row_id) VALUES (?,?,?,?)",
            chain.from_iterable(
                ((self.changeset, name, first, last) for first, last in ranges)
                for name, ranges in self._new.items()
            ),
        )
        self.raw.executemany(
            "INSERT INTO touched (changeset_id, first_contact, last_contact) VALUES (?,?,?)",
            ((self.changeset, first, last) for first, last in self._touched),
        )

    # --------------------------------------------------------------- imaging

    def _keep_images(
        self, table: Table, condition: str, parameters: Sequence[object], row_ids: Sequence[int]
    ) -> None:
        """Keeps the rows as they stand, once a changeset; rows new in it need no image."""
        imaged, new = self._imaged[table.name], self._new[table.name]
        wanted = [row_id for row_id in row_ids if row_id not in imaged and row_id not in new]
        if not wanted:
            return
        if len(wanted) != len(row_ids):
            condition, parameters = f"id IN ({','.join('?' * len(wanted))})", wanted
        self._image_sql(table, condition, parameters)
        imaged.update(wanted)

    def _image_sql(self, table: Table, condition: str, parameters: Sequence[object]) -> None:
        cursor = self.raw.execute(
            "INSERT INTO changes (changeset_id, table_name, row_id, before) "
            f"SELECT ?,'{table.name}',id,{image_sql(table)} FROM {table.name} WHERE {condition}",
            (self.changeset, *parameters),
        )
        if cursor.rowcount:
            self.changed = True


def insert_rows(connection: Any, table: Table, rows: Sequence[Row]) -> None:
    """Adds whole rows in column order, many a statement: each statement costs more than its rows."""
    whole = len(rows) - len(rows) % _TOGETHER
    if whole:
        parts = (rows[start : start + _TOGETHER] for start in range(0, whole, _TOGETHER))
        connection.executemany(
            insert_sql(table, _TOGETHER), [list(chain.from_iterable(part)) for part in parts]
        )
    connection.executemany(insert_sql(table), rows[whole:])


@cache
def insert_sql(table: Table, count: int = 1) -> str:
    """The statement that adds whole rows in column order."""
    row = f"({','.join('?' * len(table.columns))})"
    return f"INSERT INTO {table.name} VALUES {','.join([row] * count)}"


@cache
def image_sql(table: Table) -> str:
    """The expression of a row's image: its columns but the id."""
    return f"json_array({','.join(column.name for column in table.columns if column.name != 'id')})"


@cache
def column_names(table: Table) -> tuple[str, ...]:
    """The columns an image holds, in its order."""
    return tuple(column.name for column in table.columns if column.name != "id")


def compact(value: object) -> str:
    """JSON without a wasted blank, every script as itself."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
