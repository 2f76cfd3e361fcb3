"""What everybody is called, in order, kept between keystrokes and brought up to date by what changed.

Answers within a few milliseconds what the search index cannot: who is called something that begins
so, and in whose name these letters stand in this order. Kept for the number of the last change in
the reader's own snapshot, as ``NameOrder`` is.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ranking import spoken
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact

_FEW = 2_000
"""Up to so many changed people are read one by one; after more, everybody is."""
_EVERYBODY = "SELECT called, contact_id FROM summaries WHERE trashed=0"
_LAST = "SELECT seq FROM sqlite_sequence WHERE name='changesets'"
_AFTER = "\U0010ffff"


@dataclass(frozen=True)
class _Kept:
    """One line for each person, in order: the name as it is compared, a tab, the id."""

    changeset: int
    lines: list[str]

    @cached_property
    def text(self) -> str:
        """All lines as one text, each behind a line end."""
        return "".join(f"\n{line}" for line in self.lines)


class CalledNames:
    """The names of one open book, shared by its readers on any thread."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None

    def of(self, connection: Any) -> _Kept:
        """The names as this connection's snapshot has them."""
        row = connection.execute(_LAST).fetchone()
        last = int(row[0]) if row else 0
        kept = self._kept
        if kept is not None and kept.changeset == last:
            return kept
        if kept is None or kept.changeset > last:
            lines = _everybody(connection)
        else:
            lines = _renewed(connection, kept)
        fresh = self._kept = _Kept(last, lines)
        return fresh

    def drop(self) -> None:
        """Forgets what is kept: derived rows were made anew without a change."""
        self._kept = None


class NamesRepository:
    """Who is called what, on one transaction. People in the trash are left out."""

    def __init__(self, connection: Connection, names: CalledNames) -> None:
        self._raw: Any = raw(connection)
        self._names = names

    def beginning(self, text: str, limit: int) -> list[int]:
        """The first people whose called name begins so; ``text`` is ``spoken``."""
        lines = self._names.of(self._raw).lines
        start = bisect_left(lines, text)
        end = bisect_left(lines, text + _AFTER, start)
        return [_contact(line) for line in islice(lines, start, min(end, start + limit))]

    def with_letters(self, text: str, limit: int) -> list[int]:
        """The first people whose called name has these letters in their order; ``text`` is ``spoken``."""
        letters = text.replace(" ", "")
        if not letters:
            return []
        pattern = "".join(f"[^{re.escape(letter)}\t\n]*{re.escape(letter)}" for letter in letters)
        found = re.finditer(f"\n{pattern}[^\t\n]*\t([0-9]+)", self._names.of(self._raw).text)
        return [int(match[1]) for match in islice(found, limit)]

    def living(self, contacts: list[int]) -> list[int]:
        """Those of the people who are in the book and not in the trash, in the order given."""
        rows = self._raw.execute(
            "SELECT contact_id FROM summaries WHERE +trashed=0 "
            "AND contact_id IN (SELECT value FROM json_each(?))",
            (compact(contacts),),
        ).fetchall()
        there = {row[0] for row in rows}
        return [contact for contact in contacts if contact in there]


def _everybody(connection: Any) -> list[str]:
    return sorted(_line(*row) for row in connection.execute(_EVERYBODY).fetchall())


def _renewed(connection: Any, kept: _Kept) -> list[str]:
    """The lines after the changes since they were kept."""
    ranges = connection.execute(
        "SELECT first_contact, last_contact FROM touched WHERE changeset_id > ?", (kept.changeset,)
    ).fetchall()
    if sum(last - first + 1 for first, last in ranges) > _FEW:
        return _everybody(connection)
    changed = {contact for first, last in ranges for contact in range(first, last + 1)}
    if not changed:
        return kept.lines
    rows = connection.execute(
        f"{_EVERYBODY} AND contact_id IN (SELECT value FROM json_each(?))", (compact(sorted(changed)),)
    ).fetchall()
    ends = {f"{contact}" for contact in changed}
    lines = [line for line in kept.lines if line.rpartition("\t")[2] not in ends]
    return sorted([*lines, *(_line(*row) for row in rows)])


def _line(called: str, contact: int) -> str:
    return f"{spoken(called)}\t{contact}"


def _contact(line: str) -> int:
    return int(line.rpartition("\t")[2])
