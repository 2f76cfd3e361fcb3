"""What a change added and taking it back must leave, because of what was written since.

Somebody with entries of their own since stays, with everything the change said of them; somebody
of whom a line was written since stays with it and with their name. An entry, promise or reminder to
which something was added since stays with its people.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from relate_desktop.storage import schema
from relate_desktop.storage.journal import compact
from relate_desktop.storage.ranges import Ranges

_PARTS = {
    "promises": (("promise_people", "promise_id"),),
    "reminders": (("reminder_people", "reminder_id"), ("doings", "reminder_id")),
    "entries": (("participants", "entry_id"),),
}
"""Rows that are part of another: without it they are nothing."""

_TOLD = (("promises", "told_in"), ("reminders", "told_in"))
"""Rows that only refer to an entry, and keep it."""

_OF_PEOPLE = ("participants", "promise_people", "reminder_people", "moments", "rhythms")
_PROPERTIES_OF = "SELECT id FROM properties WHERE contact_id IN (SELECT value FROM json_each(?))"
_NAMES_OF = f"{_PROPERTIES_OF} AND upper(name) IN ('FN','N','NICKNAME','X-RELATE-CALL')"
"""By what somebody is still known of whom little stays."""
_FEW = 100
"""Stretches that are named in a statement."""


class Staying:
    """``new`` are the rows a change added, ``doomed`` those of them that nobody wrote since."""

    def __init__(self, connection: Any, new: Mapping[str, Ranges], doomed: Mapping[str, Ranges]) -> None:
        self._raw = connection
        self._new = new
        self._doomed = doomed
        self.rows: dict[str, set[int]] = {table.name: set() for table in schema.JOURNALLED}
        """The ids of the rows that stay, by table."""

    def find(self) -> None:
        """Fills ``rows``, children before what they belong to."""
        for parent, parts in _PARTS.items():
            told = _TOLD if parent == "entries" else ()
            stay = self._written_since(parent)
            for child, column in (*parts, *told):
                stay.update(self._held(parent, child, column))
            for child, column in parts if stay else ():
                query = f"SELECT id FROM {child} WHERE {column} IN (SELECT value FROM json_each(?))"
                self._keep(child, query, stay)
            self.rows[parent] |= stay
        self._find_people()

    def _find_people(self) -> None:
        stay: set[int] = set()
        for child in _OF_PEOPLE:
            stay.update(self._held("contacts", child, "contact_id"))
        named = self._held("contacts", "properties", "contact_id") - stay
        for people, lines in ((stay, _PROPERTIES_OF), (named, _NAMES_OF)):
            if people:
                self.rows["contacts"] |= people
                self._keep("properties", lines, people)
                self._keep(
                    "property_lines", f"SELECT id FROM property_lines WHERE property_id IN ({lines})", people
                )
                query = "SELECT id FROM contact_cards WHERE contact_id IN (SELECT value FROM json_each(?))"
                self._keep("contact_cards", query, people)

    def _written_since(self, table: str) -> set[int]:
        """New rows that are not doomed and are still there: somebody changed them."""
        found: set[int] = set()
        doomed = self._doomed[table]
        for first, last in self._new[table]:
            if doomed.covers(first, last):
                continue
            rows = self._raw.execute(f"SELECT id FROM {table} WHERE id BETWEEN ? AND ?", (first, last))
            found.update(number for number in chain.from_iterable(rows) if number not in doomed)
        return found

    def _held(self, parent: str, child: str, column: str) -> set[int]:
        """Doomed parents of rows that stay."""
        doomed, kept = self._doomed[child], self.rows[child]
        few = list(doomed)[:_FEW]
        outside = "".join(f" AND id NOT BETWEEN {first} AND {last}" for first, last in few)
        found: set[int] = set()
        for first, last in self._doomed[parent]:
            rows = self._raw.execute(
                f"SELECT {column}, id FROM {child} WHERE {column} BETWEEN ? AND ?{outside}", (first, last)
            )
            found.update(row[0] for row in rows if row[1] not in doomed)
        if kept:
            query = f"SELECT DISTINCT {column} FROM {child} WHERE id IN (SELECT value FROM json_each(?))"
            rows = self._raw.execute(query, (compact(sorted(kept)),))
            found.update(number for number in chain.from_iterable(rows) if number in self._doomed[parent])
        return found

    def _keep(self, table: str, query: str, parents: Iterable[int]) -> None:
        rows = self._raw.execute(query, (compact(sorted(parents)),))
        self.rows[table].update(chain.from_iterable(rows))
