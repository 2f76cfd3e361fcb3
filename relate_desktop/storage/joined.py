"""Who somebody was made of: the people that a merge took in, as they were called then."""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.joining import JoinedPerson, groups_of
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

    def became_part_of(self, contacts: Iterable[ContactId]) -> list[ContactId]:
        """Everybody without a page whom merges that stand made part of these people, or of them in turn."""
        parts: dict[int, list[ContactId]] = {}
        for gone, kept in self._joined_into().items():
            parts.setdefault(kept, []).append(ContactId(gone))
        found: list[ContactId] = []
        waiting: list[int] = list(contacts)
        while waiting:
            joined = parts.pop(waiting.pop(), [])
            found += joined
            waiting += joined
        return found

    def _joined_into(self) -> dict[int, int]:
        """Whose page each person without one became part of, by the last merge that stands."""
        merges = self._raw.execute(
            "SELECT id, facts FROM changesets WHERE operation IN (?,?) AND undone_by IS NULL ORDER BY id",
            (OperationKind.MERGE, OperationKind.MERGE_ALL),
        ).fetchall()
        found: dict[int, int] = {}
        for changeset, text in merges:
            facts = json.loads(text)
            kept = {other: group[0] for group in groups_of(facts) for other in group[1:]}
            gone = self._raw.execute(
                "SELECT c.row_id FROM changes c WHERE c.changeset_id=? AND c.table_name='contacts' "
                "AND c.before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contacts p WHERE p.id=c.row_id)",
                (changeset,),
            )
            for (contact,) in gone:
                into = kept.get(contact, facts.get("contact"))
                if into is not None and into != contact:
                    found[contact] = into
        return found

    @staticmethod
    def _sort_in(lines: dict[int, list[tuple[int, Property]]], said: Sequence[Any]) -> None:
        contact, ordinal, group, name, parameters, value = (said[place] for place in _PLACES.values())
        if contact in lines:
            item = Property(name, value, parameters_of(parameters) if parameters else (), group)
            lines[contact].append((ordinal, item))


def _called(lines: list[tuple[int, Property]]) -> str:
    return called_in(best_lines([item for _place, item in sorted(lines, key=itemgetter(0))]))
