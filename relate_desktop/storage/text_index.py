"""The index of what was written about people: entries, reminders and promises.

It keeps folded words only; the row id says of what: the row's own id times four, and its kind.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from relate_desktop.domain.search_words import folded_text
from relate_desktop.storage.journal import compact

_AT_ONCE = 2_000


class TextKind(IntEnum):
    """Of which table an indexed text is; the place in a row id's last two bits."""

    ENTRY = 0
    REMINDER = 1
    PROMISE = 2

    @property
    def table(self) -> str:
        """The table that holds the text."""
        return ("entries", "reminders", "promises")[self]


KINDS = {kind.table: kind for kind in TextKind}


def text_id(kind: TextKind, row_id: int) -> int:
    """The index's own id of a row."""
    return row_id * len(_PLACES) + kind


def row_of(text: int) -> tuple[TextKind, int]:
    """Of which row an index id is."""
    return TextKind(text % len(_PLACES)), text // len(_PLACES)


_PLACES = range(4)


class TextIndex:
    """The index on one write transaction."""

    def __init__(self, connection: Any) -> None:
        self._raw = connection

    def remove(self, kind: TextKind, row_ids: Iterable[int]) -> None:
        """Takes rows out; those that are not in it are passed over."""
        chosen = compact([text_id(kind, row_id) for row_id in row_ids])
        self._raw.execute(
            "DELETE FROM text_search WHERE rowid IN (SELECT value FROM json_each(?) WHERE value IN "
            "(SELECT id FROM text_search_docsize))",
            (chosen,),
        )

    def remove_range(self, kind: TextKind, first: int, last: int) -> None:
        """Takes a whole stretch of rows out, as far as they are in it."""
        self._raw.execute(
            "DELETE FROM text_search WHERE rowid IN (SELECT id FROM text_search_docsize "
            f"WHERE id BETWEEN ? AND ? AND id%{len(_PLACES)}=?)",
            (text_id(kind, first), text_id(kind, last), kind),
        )

    def add(self, kind: TextKind, row_ids: Iterable[int]) -> None:
        """Takes in rows that are not in it, as far as there are such rows with a text."""
        self._add(
            kind,
            f"SELECT id, text FROM {kind.table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (compact(list(row_ids)),),
        )

    def add_range(self, kind: TextKind, first: int, last: int) -> None:
        """Takes in a whole stretch of rows that are not in it."""
        query = f"SELECT id, text FROM {kind.table} WHERE id BETWEEN ? AND ? ORDER BY id"
        self._add(kind, query, (first, last))

    def rebuild(self) -> None:
        """Makes the whole index anew."""
        self._raw.execute("INSERT INTO text_search (text_search) VALUES ('delete-all')")
        for kind in TextKind:
            self._add(kind, f"SELECT id, text FROM {kind.table} ORDER BY id", ())

    def optimise(self) -> None:
        """Rewrites the index so that nothing is left in the file of what was taken out."""
        self._raw.execute("INSERT INTO text_search (text_search) VALUES ('optimize')")

    def _add(self, kind: TextKind, query: str, parameters: tuple[object, ...]) -> None:
        rows = self._raw.execute(query, parameters)
        while part := rows.fetchmany(_AT_ONCE):
            self._raw.executemany(
                "INSERT INTO text_search (rowid, text) VALUES (?,?)",
                [(text_id(kind, row[0]), folded_text(row[1])) for row in part],
            )


def differing(connection: Any) -> int:
    """How many rows the index lacks or has too many."""
    true = " UNION ALL ".join(f"SELECT id*{len(_PLACES)}+{kind.value} FROM {kind.table}" for kind in TextKind)
    kept = "SELECT id FROM text_search_docsize"
    lacking = connection.execute(f"SELECT count(*) FROM ({true} EXCEPT {kept})").fetchone()[0]
    more = connection.execute(f"SELECT count(*) FROM ({kept} EXCEPT SELECT * FROM ({true}))").fetchone()[0]
    return int(lacking) + int(more)
