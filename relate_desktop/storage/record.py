"""The record read: what was done, by whom last to each row, and what can be undone or redone."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.change import HistoryEntry, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.storage.engine import raw
from relate_desktop.storage.fact_sources import sources_told
from relate_desktop.storage.moments import from_column

_COLUMNS = "s.id,s.operation,s.origin,s.at,s.facts,s.contact_count,s.undone_by,s.undoes,s.batch_id"
_MOVES = "('undo','redo')"
_MOVING = frozenset({OperationKind.UNDO, OperationKind.REDO, OperationKind.TAKE_BACK})
_HANDING = frozenset({OperationKind.MERGE, OperationKind.SEPARATE})
"""What gives rows another person and another place, and never says anything else."""


@dataclass(frozen=True, slots=True)
class Writer:
    """The changeset that stands behind a row as it is now."""

    changeset: ChangesetId
    kind: OperationKind
    at: datetime
    source: str | None


class HistoryRepository:
    """The history of the book on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw: Any = raw(connection)

    def entries(self, contact: ContactId | None = None, limit: int | None = None) -> list[HistoryEntry]:
        """Changesets, newest first: all, or those that touched one person."""
        condition, parameters = _concerning(contact)
        rows = self._raw.execute(
            f"SELECT {_COLUMNS} FROM changesets s WHERE {condition} ORDER BY s.id DESC LIMIT ?",
            (*parameters, -1 if limit is None else limit),
        ).fetchall()
        return [self._entry(row) for row in rows]

    def ids(self, contact: ContactId | None = None) -> "array[int]":
        """The numbers of those changesets, newest first."""
        condition, parameters = _concerning(contact)
        rows = self._raw.execute(
            f"SELECT s.id FROM changesets s WHERE {condition} ORDER BY s.id DESC", parameters
        )
        return array("q", chain.from_iterable(rows.fetchall()))

    def page(self, changesets: Sequence[int]) -> list[HistoryEntry]:
        """These changesets, in the order asked for; those there are not are left out."""
        rows = self._raw.execute(
            f"SELECT {_COLUMNS} FROM changesets s WHERE s.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(changesets)),),
        ).fetchall()
        found = {row[0]: self._entry(row) for row in rows}
        return [found[changeset] for changeset in changesets if changeset in found]

    def began_at(self) -> datetime | None:
        """When the first change was made; None where there is none."""
        row = self._raw.execute("SELECT min(at) FROM changesets").fetchone()
        return None if row[0] is None else from_column(row[0])

    def entry(self, changeset: ChangesetId) -> HistoryEntry:
        """One changeset; raises NotFoundError(OPERATION_UNKNOWN)."""
        row = self._raw.execute(f"SELECT {_COLUMNS} FROM changesets s WHERE s.id=?", (changeset,)).fetchone()
        if row is None:
            raise NotFoundError(ErrorKind.OPERATION_UNKNOWN, operation=changeset)
        return self._entry(row)

    def newest(self, kind: OperationKind | None = None) -> ChangesetId | None:
        """The last change there was, or the last of a kind that still stands."""
        if kind is None:
            row = self._raw.execute("SELECT max(id) FROM changesets").fetchone()
        else:
            row = self._raw.execute(
                "SELECT max(id) FROM changesets WHERE operation=? AND undone_by IS NULL", (kind,)
            ).fetchone()
        return ChangesetId(row[0]) if row[0] is not None else None

    def last_undoable(self) -> HistoryEntry | None:
        """The change that undo would take back next."""
        row = self._raw.execute(
            f"SELECT {_COLUMNS} FROM changesets s WHERE s.undone_by IS NULL "
            f"AND s.operation NOT IN ('undo','redo','forget') AND s.origin<>'calendar' "
            "AND EXISTS (SELECT 1 FROM changes c WHERE c.changeset_id=s.id) ORDER BY s.id DESC LIMIT 1"
        ).fetchone()
        return self._entry(row) if row else None

    def last_redoable(self) -> HistoryEntry | None:
        """The undone change that redo would do again next; a new change clears the way forward."""
        row = self._raw.execute(
            f"SELECT {_COLUMNS} FROM changesets s JOIN changesets u ON s.undone_by=u.id "
            "WHERE u.operation='undo' AND u.id > "
            f"(SELECT coalesce(max(id),0) FROM changesets WHERE operation NOT IN {_MOVES} "
            "AND origin<>'calendar') "
            "ORDER BY u.id DESC LIMIT 1"
        ).fetchone()
        return self._entry(row) if row else None

    def _entry(self, row: Sequence[Any]) -> HistoryEntry:
        facts = json.loads(row[4])
        return HistoryEntry(
            changeset=ChangesetId(row[0]),
            kind=OperationKind(row[1]),
            origin=Origin(row[2]),
            at=from_column(row[3]),
            facts=facts,
            source=batch_source(self._raw, row[8]) or sources_told(facts),
            contact_count=row[5],
            undone=row[6] is not None,
            undoes=ChangesetId(row[7]) if row[7] is not None else None,
        )


def _concerning(contact: ContactId | None) -> tuple[str, list[int]]:
    """The condition that a changeset touched somebody, with its parameters."""
    if contact is None:
        return "1", []
    return (
        "s.id IN (SELECT changeset_id FROM touched WHERE first_contact=? AND last_contact=? UNION "
        "SELECT changeset_id FROM touched WHERE last_contact>first_contact "
        "AND last_contact>=? AND first_contact<=?)"
    ), [contact] * 4


def batch_source(connection: Any, batch: int | None) -> str | None:
    """The names of a batch's files as one text; None for what was typed."""
    if batch is None:
        return None
    names = connection.execute("SELECT name FROM import_files WHERE batch_id=? ORDER BY id", (batch,))
    return ", ".join(row[0] for row in names if row[0]) or None


def last_writers(connection: Connection, table: str, row_ids: Sequence[int]) -> dict[int, Writer]:
    """For each row the changeset whose doing it is; undo, redo, joining and separating are looked through."""
    plain = raw(connection)
    known: dict[int, Writer] = {}
    found: dict[int, Writer] = {}
    for row_id, latest in _latest(plain, table, row_ids).items():
        changeset = _writer(plain, table, row_id, latest)
        if changeset is None:
            continue
        if changeset not in known:
            known[changeset] = _described(plain, changeset)
        found[row_id] = known[changeset]
    return found


def _latest(plain: Any, table: str, row_ids: Sequence[int]) -> dict[int, int]:
    """The changeset that wrote each row last.

    What is inserted is recorded as ranges, most of them of one row: those are found by their row. The
    others are few, but all that were written later must be passed by: once, and not for every row.
    """
    if not row_ids:
        return {}
    ids = json.dumps(list(row_ids))
    found: dict[int, int] = dict(
        plain.execute(
            "SELECT row_id, max(changeset_id) FROM changes WHERE table_name=? "
            "AND row_id IN (SELECT value FROM json_each(?)) GROUP BY row_id",
            (table, ids),
        )
    )
    wide = plain.execute(
        "SELECT row_id, last_row_id, changeset_id FROM changes WHERE table_name=? "
        "AND last_row_id IS NOT NULL AND last_row_id>=? AND row_id<=? AND last_row_id>row_id",
        (table, min(row_ids), max(row_ids)),
    ).fetchall()
    for row_id in row_ids:
        over = max((by for first, last, by in wide if first <= row_id <= last), default=0)
        if over > found.get(row_id, 0):
            found[row_id] = over
    return found


def _writer(plain: Any, table: str, row_id: int, changeset: int) -> int | None:
    """The last real writer of a row that a changeset wrote last."""
    handed: int | None = None
    latest: int | None = changeset
    while latest is not None:
        real, before = _looked_through(plain, latest)
        if real is not None or before is None:
            return real
        if before == latest:
            handed = handed or before
        latest = _before(plain, table, row_id, before)
    return handed


def _before(plain: Any, table: str, row_id: int, changeset: int) -> int | None:
    """Which changeset wrote a row last before this one."""
    row = plain.execute(
        "SELECT max(changeset_id) FROM (SELECT max(changeset_id) AS changeset_id FROM changes "
        "WHERE table_name=:t AND row_id=:r AND last_row_id IS NULL AND changeset_id<:b UNION ALL "
        "SELECT max(changeset_id) FROM changes WHERE table_name=:t AND last_row_id IS NOT NULL "
        "AND last_row_id>=:r AND row_id<=:r AND changeset_id<:b)",
        {"t": table, "r": row_id, "b": changeset},
    ).fetchone()
    return None if row[0] is None else int(row[0])


def _looked_through(plain: Any, changeset: int) -> tuple[int | None, int | None]:
    """The changeset itself, or for an undo the one to look before; a redo stands for what it redid."""
    row = plain.execute("SELECT operation, undoes FROM changesets WHERE id=?", (changeset,)).fetchone()
    kind, undoes = OperationKind(row[0]), row[1]
    if kind in _HANDING:
        return None, changeset
    if kind not in _MOVING or undoes is None:
        return changeset, None
    if kind is OperationKind.REDO:
        redone = plain.execute("SELECT undoes FROM changesets WHERE id=?", (undoes,)).fetchone()
        if redone is not None and redone[0] is not None:
            return _looked_through(plain, int(redone[0]))
    return None, int(undoes)


def _described(plain: Any, changeset: int) -> Writer:
    row = plain.execute(
        "SELECT operation, at, batch_id, facts FROM changesets WHERE id=?", (changeset,)
    ).fetchone()
    source = batch_source(plain, row[2]) or sources_told(json.loads(row[3]))
    return Writer(ChangesetId(changeset), OperationKind(row[0]), from_column(row[1]), source)
