"""What a change did, read out of the record: the rows before it and after it."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Table

from relate_desktop.domain.change import RevertConflict
from relate_desktop.domain.change_details import ChangeDetails, Effect, Kept, Row, RowChange
from relate_desktop.domain.ids import ChangesetId, ContactId, EntryId, PropertyId
from relate_desktop.domain.provenance import EntryVersion, ValueVersion
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.images import field_of
from relate_desktop.storage.journal import Journal, column_names, compact
from relate_desktop.storage.record import HistoryRepository
from relate_desktop.storage.revert import SILENT
from relate_desktop.storage.row_states import Image, RowStates
from relate_desktop.storage.rows import property_of
from relate_desktop.storage.value_story import story_of, story_of_entry

UNSEEN = frozenset(
    {
        "property_lines",
        "contact_cards",
        "participants",
        "promise_people",
        "reminder_people",
        "pairs",
        "kept_facts",
    }
)
"""Tables whose rows are part of what others tell, or nothing that anybody wrote."""
SEEN = tuple(table for table in schema.JOURNALLED if table.name not in UNSEEN)
MOST = 200
"""Rows that are told one by one."""
_MOST_PEOPLE = 12
_FEW_PEOPLE = 50
"""Of a change that concerned so few, everything is told also in the history of one of them."""


class ChangeRows:
    """Changes looked into, on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw: Any = raw(connection)
        self._history = HistoryRepository(connection)

    def details(self, changeset: ChangesetId, contact: ContactId | None = None) -> ChangeDetails:
        """What a change did, in all or to one person. Raises NotFoundError(OPERATION_UNKNOWN)."""
        entry = self._history.entry(changeset)
        whom = contact if contact is not None and entry.contact_count > _FEW_PEOPLE else None
        states = RowStates(self._raw, changeset)
        found: list[RowChange] = []
        passed = more = 0
        for table in SEEN:
            for row_id in islice(self._rows(changeset, table, whom), MOST - len(found) - passed):
                before, after = states.before(table, row_id), states.after(table, row_id)
                if _same(table, before, after):
                    passed += 1
                    continue
                found.append(row_change(table, row_id, before, after))
            more += self._count(changeset, table, whom)
        return ChangeDetails(
            rows=tuple(found),
            more=max(0, more - passed - len(found)),
            people=tuple(self._people(changeset)),
        )

    def kept(self, changeset: ChangesetId, conflicts: Iterable[RevertConflict]) -> tuple[Kept, ...]:
        """What stays of a change that is taken back, with what it would have been."""
        states = RowStates(self._raw, changeset)
        found = []
        for conflict in conflicts:
            table = schema.metadata.tables[conflict.table]
            before, now = states.before(table, conflict.row), states.now(table, conflict.row)
            found.append(
                Kept(
                    conflict=conflict,
                    row=row_change(table, conflict.row, before, now),
                    called="" if conflict.contact is None else self._called([conflict.contact]),
                    since=None if conflict.since is None else self._history.entry(conflict.since),
                )
            )
        return tuple(found)

    def story(self, line: PropertyId) -> tuple[ValueVersion, ...]:
        """What a line of a card said from its beginning on, newest first."""
        return story_of(self._connection, line)

    def entry_story(self, entry: EntryId) -> tuple[EntryVersion, ...]:
        """What an entry of the timeline said from its beginning on, newest first."""
        return story_of_entry(self._connection, entry)

    # ---------------------------------------------------------------- reading

    def _rows(self, changeset: int, table: Table, contact: ContactId | None) -> Iterator[int]:
        """The rows of a table that a change wrote; of one person, where one is named."""
        images = "SELECT row_id FROM changes WHERE changeset_id=? AND table_name=? AND before IS NOT NULL"
        yield from self._written(f"{images}{{whose}} ORDER BY row_id", changeset, table, contact)
        for first, last in self._ranges(changeset, table):
            if contact is None:
                yield from range(first, last + 1)
            elif (column := _owner(table)) is not None:
                query = f"SELECT id FROM {table.name} WHERE id BETWEEN ? AND ? AND {column}=? ORDER BY id"
                yield from chain.from_iterable(self._raw.execute(query, (first, last, contact)).fetchall())

    def _written(self, query: str, changeset: int, table: Table, contact: ContactId | None) -> Iterator[int]:
        if contact is None:
            rows = self._raw.execute(query.format(whose=""), (changeset, table.name))
        elif _owner(table) is None:
            return
        else:
            owner = "row_id" if table is schema.contacts else field_of(table.name, "contact_id")
            rows = self._raw.execute(query.format(whose=f" AND {owner}=?"), (changeset, table.name, contact))
        yield from chain.from_iterable(rows.fetchall())

    def _ranges(self, changeset: int, table: Table) -> list[tuple[int, int]]:
        rows: list[tuple[int, int]] = self._raw.execute(
            "SELECT row_id, last_row_id FROM changes WHERE changeset_id=? AND table_name=? "
            "AND last_row_id IS NOT NULL ORDER BY row_id",
            (changeset, table.name),
        ).fetchall()
        return rows

    def _count(self, changeset: int, table: Table, contact: ContactId | None) -> int:
        if contact is not None:
            return sum(1 for _row in self._rows(changeset, table, contact))
        row = self._raw.execute(
            "SELECT coalesce(sum(coalesce(last_row_id,row_id)-row_id+1),0) FROM changes "
            "WHERE changeset_id=? AND table_name=?",
            (changeset, table.name),
        ).fetchone()
        return int(row[0])

    def _people(self, changeset: int) -> Iterator[tuple[ContactId, str]]:
        ranges = self._raw.execute(
            "SELECT first_contact, last_contact FROM touched WHERE changeset_id=? ORDER BY 1", (changeset,)
        ).fetchall()
        touched = chain.from_iterable(range(first, last + 1) for first, last in ranges)
        for contact in islice(touched, _MOST_PEOPLE):
            if called := self._called([contact]):
                yield ContactId(contact), called

    def _called(self, contacts: list[int]) -> str:
        row = self._raw.execute(
            "SELECT called FROM summaries WHERE contact_id IN (SELECT value FROM json_each(?))",
            (compact(contacts),),
        ).fetchone()
        return str(row[0]) if row else ""


def effects_of(journal: Journal) -> dict[str, Effect]:
    """What the rows written so far come to, by table."""
    found: dict[str, Effect] = {}
    for table in SEEN:
        changed, gone = journal.raw.execute(
            f"SELECT count(t.id), count(*)-count(t.id) FROM changes c LEFT JOIN {table.name} t "
            "ON t.id=c.row_id WHERE c.changeset_id=? AND c.table_name=? AND c.before IS NOT NULL",
            (journal.changeset, table.name),
        ).fetchone()
        effect = Effect(journal.added(table.name), gone, changed)
        if effect != Effect():
            found[table.name] = effect
    return found


def row_change(table: Table, row_id: int, before: Image | None, after: Image | None) -> RowChange:
    """The states of a row as a value."""
    old, new = _named(table, before), _named(table, after)
    contact: int | None = row_id if table is schema.contacts else None
    for row in (new, old):
        if contact is None and row is not None and isinstance(row.get("contact_id"), int):
            contact = int(str(row["contact_id"]))
    lines = table is schema.properties
    return RowChange(
        table=table.name,
        row=row_id,
        contact=None if contact is None else ContactId(contact),
        before=old,
        after=new,
        was=property_of(_line(row_id, old)) if lines and old is not None else None,
        now=property_of(_line(row_id, new)) if lines and new is not None else None,
    )


def _line(row_id: int, row: Row) -> tuple[Any, ...]:
    return (row_id, row["grp"], row["name"], row["parameters"], row["value"])


def _named(table: Table, image: Image | None) -> Row | None:
    return None if image is None else dict(zip(column_names(table), image, strict=True))


def _same(table: Table, before: Image | None, after: Image | None) -> bool:
    """Whether nothing changed but what follows from the rest."""
    if before is None or after is None:
        return before is after
    return all(
        old == new or name in SILENT
        for name, old, new in zip(column_names(table), before, after, strict=True)
    )


def _owner(table: Table) -> str | None:
    """The column that says whose row it is."""
    if table is schema.contacts:
        return "id"
    return "contact_id" if "contact_id" in column_names(table) else None
