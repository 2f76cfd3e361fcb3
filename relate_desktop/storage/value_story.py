"""What a line of a card or an entry said from its beginning on, and by which change it came to say so."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

from relate_desktop.domain.change import HistoryEntry
from relate_desktop.domain.ids import ChangesetId, EntryId, PropertyId
from relate_desktop.domain.property import Property
from relate_desktop.domain.provenance import EntryVersion, ValueVersion
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.entry_rows import FIELDS, item_of
from relate_desktop.storage.fact_sources import line_source
from relate_desktop.storage.journal import column_names
from relate_desktop.storage.record import HistoryRepository
from relate_desktop.storage.row_states import Image, RowStates
from relate_desktop.storage.rows import property_of

Said = TypeVar("Said")

_SAID = tuple(column_names(schema.properties).index(name) for name in ("grp", "name", "parameters", "value"))
_ENTRY = tuple(column_names(schema.entries).index(name) for name in FIELDS.split(","))


def story_of(connection: Connection, line: PropertyId) -> tuple[ValueVersion, ...]:
    """The versions of a line, newest first; empty where nobody ever wrote such a line."""
    plain = raw(connection)
    return tuple(
        ValueVersion(said, _sourced(plain, line, said, entry))
        for said, entry in _versions(
            connection, schema.properties, line, lambda image: property_of((line, *image)), _SAID
        )
    )


def story_of_entry(connection: Connection, entry: EntryId) -> tuple[EntryVersion, ...]:
    """The versions of an entry of the timeline, newest first; empty where there never was such a one."""
    versions = _versions(connection, schema.entries, entry, lambda image: item_of(entry, image, ()), _ENTRY)
    return tuple(EntryVersion(said, told) for said, told in versions)


def _versions(
    connection: Connection, table: Table, row: int, read: Callable[[Image], Said], places: Sequence[int]
) -> list[tuple[Said | None, HistoryEntry]]:
    """What a row said from each change on that had it say something else, newest first."""
    plain = raw(connection)
    writers = plain.execute(
        "SELECT changeset_id FROM changes WHERE table_name=:t AND row_id=:r "
        "AND last_row_id IS NULL UNION SELECT changeset_id FROM changes WHERE table_name=:t "
        "AND last_row_id>=:r AND row_id<=:r ORDER BY 1",
        {"t": table.name, "r": row},
    ).fetchall()
    history = HistoryRepository(connection)
    states: list[tuple[int, Said | None]] = []
    for (changeset,) in writers:
        image = RowStates(plain, changeset).after(table, row)
        states.append((changeset, None if image is None else read(tuple(image[place] for place in places))))
    told = states[:1] + [later for earlier, later in pairwise(states) if earlier[1] != later[1]]
    return [(said, history.entry(ChangesetId(changeset))) for changeset, said in reversed(told)]


def _sourced(plain: Any, line: PropertyId, said: Property | None, entry: HistoryEntry) -> HistoryEntry:
    """The change, with the one page or file that said this value where it had several."""
    source = None if said is None else line_source(plain, entry.kind, entry.changeset, line, said.value)
    return entry if source is None else replace(entry, source=source)
