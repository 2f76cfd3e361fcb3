"""Pairs of people who may be one and wait for somebody to decide."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.pair import DuplicatePair
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.moments import from_column
from relate_desktop.storage.schema import kept_apart, pairs

_MILLION = 1_000_000


class PairsRepository:
    """Pairs on one read transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def all(self, contact: ContactId | None = None) -> list[DuplicatePair]:
        """The pairs, surest first: all, or those of one person; nobody in the trash is in them."""
        condition = "" if contact is None else " AND ?1 IN (p.one_id, p.other_id)"
        rows = self._raw.execute(
            "SELECT p.id, p.one_id, p.other_id, p.reasons, p.certainty, p.created_at FROM pairs p "
            "JOIN contacts a ON a.id=p.one_id JOIN contacts b ON b.id=p.other_id "
            f"WHERE a.trashed_at IS NULL AND b.trashed_at IS NULL{condition} ORDER BY p.certainty DESC, p.id",
            () if contact is None else (contact,),
        )
        return [
            DuplicatePair(
                id=row[0],
                one=ContactId(row[1]),
                other=ContactId(row[2]),
                reasons=tuple(MatchReason(reason) for reason in json.loads(row[3])),
                certainty=row[4] / _MILLION,
                found_at=from_column(row[5]),
            )
            for row in rows
        ]

    def count(self) -> int:
        """How many pairs wait."""
        row = self._raw.execute(
            "SELECT count(*) FROM pairs p JOIN contacts a ON a.id=p.one_id "
            "JOIN contacts b ON b.id=p.other_id WHERE a.trashed_at IS NULL AND b.trashed_at IS NULL"
        ).fetchone()
        return int(row[0])

    def kept_apart(self) -> set[tuple[ContactId, ContactId]]:
        """Pairs of whom the user said that they are two people, the smaller id first."""
        rows = self._raw.execute("SELECT one_id, other_id FROM kept_apart")
        return {(ContactId(row[0]), ContactId(row[1])) for row in rows}


class PairsWriter(PairsRepository):
    """Pairs on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(
        self, one: ContactId, other: ContactId, reasons: Sequence[MatchReason], certainty: float
    ) -> int | None:
        """Remembers a pair in either order; None when it is known already, or known to be two people."""
        first, second = sorted((one, other))
        known = self._raw.execute(
            "SELECT 1 FROM pairs WHERE one_id=?1 AND other_id=?2 UNION ALL "
            "SELECT 1 FROM kept_apart WHERE one_id=?1 AND other_id=?2",
            (first, second),
        ).fetchone()
        if known is not None or first == second:
            return None
        self._journal.touch((ContactId(first), ContactId(second)))
        return self._journal.insert(
            pairs, first, second, compact(list(reasons)), round(certainty * _MILLION), self._journal.at
        )

    def keep_apart(self, one: ContactId, other: ContactId) -> bool:
        """Remembers that these are two people, so that nobody asks again; False when it is known."""
        first, second = sorted((one, other))
        waiting = self._raw.execute(
            "SELECT id FROM pairs WHERE one_id=? AND other_id=?", (first, second)
        ).fetchall()
        self._journal.delete(pairs, [row[0] for row in waiting])
        if (ContactId(first), ContactId(second)) in self.kept_apart():
            return False
        self._journal.touch((ContactId(first), ContactId(second)))
        self._journal.insert(kept_apart, first, second)
        return True
