"""Erasing the time spent with people: what was about them alone, and that they were part of the rest."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.images import field_of, place_of
from relate_desktop.storage.journal import compact
from relate_desktop.storage.text_index import KINDS, TextIndex

_IN = "IN (SELECT value FROM json_each(?))"

_WHOLES = (
    ("entries", "participants", "entry_id", ()),
    ("promises", "promise_people", "promise_id", ()),
    ("reminders", "reminder_people", "reminder_id", ("doings", "tellings")),
)
"""What is about people, where it names them, and what else hangs on it by the same column."""

_OWN = ("moments", "rhythms", "set_asides", "known_attendees")
_UNRECORDED = ("last_talks", "next_dues", "lateness", "moment_days", "nudges")
_TOLD_IN = ("promises", "reminders")


class TimeEraser:
    """Erases within one write transaction, images in the record included."""

    def __init__(self, connection: Any) -> None:
        self._raw = connection

    def erase(self, people: Iterable[ContactId]) -> None:
        """Erases what was about these people alone; what others share stays, without them."""
        chosen = compact(list(people))
        index = TextIndex(self._raw)
        for table, names, column, further in _WHOLES:
            gone = self._theirs_alone(table, names, column, chosen)
            self._erase(names, "contact_id", chosen)
            if not gone:
                continue
            rows = compact(gone)
            index.remove(KINDS[table], gone)
            for other in (names, *further):
                self._erase(other, column, rows)
            self._erase(table, "id", rows)
            if table == "entries":
                self._untell(rows)
        for table in _OWN:
            self._erase(table, "contact_id", chosen)
        for table in _UNRECORDED:
            self._raw.execute(f"DELETE FROM {table} WHERE contact_id {_IN}", (chosen,))
        index.optimise()

    def _theirs_alone(self, table: str, names: str, column: str, chosen: str) -> Sequence[int]:
        """Rows that name these people and nobody else, and removed ones that nobody else was named by."""
        present = self._raw.execute(
            f"SELECT DISTINCT n.{column} FROM {names} n WHERE n.contact_id {_IN} AND NOT EXISTS "
            f"(SELECT 1 FROM {names} o WHERE o.{column}=n.{column} AND o.contact_id NOT {_IN})",
            (chosen, chosen),
        )
        found = list(chain.from_iterable(present))
        image = f"table_name='{names}' AND before IS NOT NULL"
        number, person = field_of(names, column), field_of(names, "contact_id")
        removed = self._raw.execute(
            f"SELECT {number} FROM changes WHERE {image} AND {person} {_IN} "
            f"AND {number} NOT IN (SELECT id FROM {table})",
            (chosen,),
        )
        once = compact(sorted(set(chain.from_iterable(removed))))
        shared = self._raw.execute(
            f"SELECT {number} FROM changes WHERE {image} AND {number} {_IN} AND {person} NOT {_IN} "
            f"AND {person} IN (SELECT id FROM contacts)",
            (once, chosen),
        )
        others = set(chain.from_iterable(shared))
        rows = self._raw.execute("SELECT value FROM json_each(?)", (once,))
        return [*found, *(row for row in chain.from_iterable(rows) if row not in others)]

    def _erase(self, table: str, column: str, values: str) -> None:
        """Rows and, where the table is recorded, their images."""
        self._raw.execute(f"DELETE FROM {table} WHERE {column} {_IN}", (values,))
        if table == "tellings":
            return
        value = "row_id" if column == "id" else field_of(table, column)
        self._raw.execute(
            f"DELETE FROM changes WHERE table_name='{table}' AND before IS NOT NULL AND {value} {_IN}",
            (values,),
        )

    def _untell(self, entries: str) -> None:
        """Lets what was told in erased entries stand by itself, now and wherever it may come back."""
        for table in _TOLD_IN:
            self._raw.execute(f"UPDATE {table} SET told_in=NULL WHERE told_in {_IN}", (entries,))
            self._raw.execute(
                f"UPDATE changes SET before=json_set(before,'{place_of(table, 'told_in')}',NULL) "
                f"WHERE table_name='{table}' AND before IS NOT NULL "
                f"AND {field_of(table, 'told_in')} {_IN}",
                (entries,),
            )
