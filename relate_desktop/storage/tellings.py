"""What was told: claimed before it is shown, acknowledged after it, answered at last.

Whoever dies between claim and acknowledgement leaves a claim behind, and the next one shows
that very pop-up again under its key. Kept outside the record: none of it is a change of the user's.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.pop_ups import PopUp
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.moments import to_column

KEPT_FOR = timedelta(days=1000)
"""How long it is remembered that something was told, where there is more than ``ALWAYS_KEPT``."""

ALWAYS_KEPT = 5_000
"""So many of the latest are remembered whatever the clock says: it may be ten years ahead by mistake."""


class TellingsRepository:
    """Tellings on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def told(self, keys: Collection[str]) -> frozenset[str]:
        """Which of these were claimed or shown already."""
        rows = self._raw.execute(f"SELECT key FROM tellings WHERE key {IN}", (compact(list(keys)),))
        return frozenset(row[0] for row in rows)

    def unfinished(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that were claimed and perhaps not shown, by the key of their pop-up."""
        return self._by_pop_up("shown_at IS NULL AND answered_at IS NULL")

    def showing(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that were shown and not answered, by the key of their pop-up."""
        return self._by_pop_up("shown_at IS NOT NULL AND answered_at IS NULL")

    def _by_pop_up(self, condition: str) -> Mapping[str, tuple[str, ...]]:
        rows = self._raw.execute(
            f"SELECT pop_up, key FROM tellings WHERE {condition} ORDER BY claimed_at, key"
        )
        found: dict[str, tuple[str, ...]] = {}
        for pop_up, key in rows:
            found[pop_up] = (*found.get(pop_up, ()), key)
        return found


class TellingsWriter(TellingsRepository):
    """Tellings on a transaction that keeps no record."""

    def claim(self, pop_up: PopUp, at: datetime) -> None:
        """Notes that this is about to be told; what a pop-up of its key has shown before is over."""
        now = to_column(at)
        self._raw.execute(
            "UPDATE tellings SET answered_at=? "
            "WHERE pop_up=? AND shown_at IS NOT NULL AND answered_at IS NULL",
            (now, pop_up.key),
        )
        self._raw.executemany(
            "INSERT OR IGNORE INTO tellings (key, pop_up, reminder_id, claimed_at) VALUES (?,?,?,?)",
            [
                (one.key, pop_up.key, None if one.due is None else one.due.reminder.id, now)
                for one in pop_up.tellings
            ],
        )
        self._raw.execute(
            "DELETE FROM tellings WHERE claimed_at<? AND key NOT IN "
            "(SELECT key FROM tellings ORDER BY claimed_at DESC LIMIT ?)",
            (to_column(at - KEPT_FOR), ALWAYS_KEPT),
        )

    def show(self, pop_up: str, at: datetime) -> None:
        """Notes that a pop-up was shown."""
        self._raw.execute(
            "UPDATE tellings SET shown_at=? WHERE pop_up=? AND shown_at IS NULL", (to_column(at), pop_up)
        )

    def answer(self, pop_up: str, at: datetime) -> tuple[str, ...]:
        """Notes that a pop-up is over; the keys for which this is the first answer."""
        rows = self._raw.execute(
            "SELECT key FROM tellings WHERE pop_up=? AND answered_at IS NULL ORDER BY claimed_at, key",
            (pop_up,),
        ).fetchall()
        self._raw.execute(
            "UPDATE tellings SET answered_at=? WHERE pop_up=? AND answered_at IS NULL",
            (to_column(at), pop_up),
        )
        return tuple(row[0] for row in rows)
