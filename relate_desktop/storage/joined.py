"""Who somebody was made of: the people that a merge took in, as they were called then."""

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.joining import JoinedPerson
from relate_desktop.domain.lines import best_lines
from relate_desktop.domain.name import called_in
from relate_desktop.domain.property import Property
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import column_names
from relate_desktop.storage.rows import parameters_of

_PLACES = {
    name: column_names(schema.properties).index(name)
    for name in ("contact_id", "ordinal", "grp", "name", "parameters", "value")
}


class JoinedRepository:
    """Merges as the record has them, on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def people_before(self, changeset: ChangesetId, kept: ContactId) -> dict[ContactId, JoinedPerson]:
        """Everybody a merge was about as they were called before it, the one who was kept first.

        Of a merge of many, those who became part of ``kept`` are among others.
        """
        gone = self._raw.execute(
            "SELECT row_id FROM changes WHERE changeset_id=? AND table_name='contacts' "
            "AND before IS NOT NULL ORDER BY row_id",
            (changeset,),
        ).fetchall()
        lines: dict[int, list[tuple[int, Property]]] = {kept: [], **{row[0]: [] for row in gone}}
        written = set()
        for row_id, text in self._raw.execute(
            "SELECT row_id, before FROM changes WHERE changeset_id=? AND table_name='properties' "
            "AND before IS NOT NULL",
            (changeset,),
        ):
            written.add(row_id)
            self._sort_in(lines, json.loads(text))
        stayed = self._raw.execute(
            f"SELECT id, {','.join(column_names(schema.properties))} FROM properties WHERE contact_id=?",
            (kept,),
        )
        for row_id, *said in stayed:
            if row_id not in written:
                self._sort_in(lines, said)
        return {
            ContactId(contact): JoinedPerson(ContactId(contact), _called(found))
            for contact, found in lines.items()
        }

    @staticmethod
    def _sort_in(lines: dict[int, list[tuple[int, Property]]], said: Sequence[Any]) -> None:
        contact, ordinal, group, name, parameters, value = (said[place] for place in _PLACES.values())
        if contact in lines:
            item = Property(name, value, parameters_of(parameters) if parameters else (), group)
            lines[contact].append((ordinal, item))


def _called(lines: list[tuple[int, Property]]) -> str:
    return called_in(best_lines([item for _place, item in sorted(lines, key=itemgetter(0))]))
