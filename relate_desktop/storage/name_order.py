"""Everybody in order of names, kept between keystrokes until something is written.

What is kept belongs to the number of the last change in the reader's own snapshot, so it is
never older or newer than the rest of what that reader sees.
"""

from array import array
from typing import Any

from relate_desktop.storage.numbers import numbers

IN_ORDER = "SELECT contact_id AS number FROM summaries WHERE trashed=0 ORDER BY sort_key, contact_id LIMIT -1"


class NameOrder:
    """The order of one open book, shared by its readers on any thread.

    Within a write nothing may be kept, since rows change before their change has a number.
    """

    def __init__(self, *, keep: bool = True) -> None:
        self._keep = keep
        self._kept: tuple[int, array[int]] = (-1, array("q"))

    def of(self, connection: Any) -> "array[int]":
        """Everybody outside the trash, as this connection's snapshot has them; not to be changed."""
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name='changesets'").fetchone()
        last = int(row[0]) if row else 0
        kept_at, kept = self._kept
        if kept_at == last:
            return kept
        found = array("q", numbers(connection, IN_ORDER))
        if self._keep:
            self._kept = (last, found)
        return found

    def drop(self) -> None:
        """Forgets what is kept: derived rows were made anew without a change."""
        self._kept = (-1, array("q"))
