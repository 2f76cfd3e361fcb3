"""What a line of a card said from its beginning on, and by which change it came to say so."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.change import HistoryEntry
from relate_desktop.domain.ids import ChangesetId, PropertyId
from relate_desktop.domain.property import Property
from relate_desktop.domain.provenance import ValueVersion
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.fact_sources import line_source
from relate_desktop.storage.journal import column_names
from relate_desktop.storage.record import HistoryRepository
from relate_desktop.storage.row_states import Image, RowStates
from relate_desktop.storage.rows import property_of

_SAID = tuple(column_names(schema.properties).index(name) for name in ("grp", "name", "parameters", "value"))


def story_of(connection: Connection, line: PropertyId) -> tuple[ValueVersion, ...]:
    """The versions of a line, newest first; empty where nobody ever wrote such a line."""
    plain = raw(connection)
    writers = plain.execute(
        "SELECT changeset_id FROM changes WHERE table_name='properties' AND row_id=:r "
        "AND last_row_id IS NULL UNION SELECT changeset_id FROM changes WHERE table_name='properties' "
        "AND last_row_id>=:r AND row_id<=:r ORDER BY 1",
        {"r": line},
    ).fetchall()
    history = HistoryRepository(connection)
    states = [
        (changeset, _said(line, RowStates(plain, changeset).after(schema.properties, line)))
        for (changeset,) in writers
    ]
    told = states[:1] + [later for earlier, later in pairwise(states) if earlier[1] != later[1]]
    return tuple(
        ValueVersion(said, _sourced(plain, line, said, history.entry(ChangesetId(changeset))))
        for changeset, said in reversed(told)
    )


def _sourced(plain: Any, line: PropertyId, said: Property | None, entry: HistoryEntry) -> HistoryEntry:
    """The change, with the one page that said this value where it kept several things."""
    source = None if said is None else line_source(plain, entry.kind, line, said.value)
    return entry if source is None else replace(entry, source=source)


def _said(line: PropertyId, image: Image | None) -> Property | None:
    return None if image is None else property_of((line, *(image[place] for place in _SAID)))
