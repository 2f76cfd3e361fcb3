"""Meetings that were written down ahead."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import EntryId
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moments import to_column


class MeetingsRepository:
    """On one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def planned(self, start: datetime, end: datetime, limit: int) -> list[EntryId]:
        """Meetings and calls with an hour from ``start`` to before ``end``, written down before it."""
        rows = self._raw.execute(
            "SELECT id FROM entries WHERE sort_at>=? AND sort_at<? AND at IS NOT NULL AND created_at<at "
            "AND kind IN ('meeting','call') AND EXISTS (SELECT 1 FROM participants p JOIN contacts c "
            "ON c.id=p.contact_id WHERE p.entry_id=entries.id AND c.trashed_at IS NULL) "
            "ORDER BY sort_at, id LIMIT ?",
            (to_column(start), to_column(end), limit),
        )
        return [EntryId(row[0]) for row in rows]
