"""How watched calendars looked when the program last looked at them; kept outside the record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.storage.engine import raw
from relate_desktop.storage.moments import to_column
from relate_desktop.storage.rows import storable


@dataclass(frozen=True, slots=True)
class CalendarLook:
    """``seen`` is what tells whether a file or a folder is another than before without reading it."""

    seen: str
    missing: bool


class CalendarLooksRepository:
    """Looks on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def get(self, path: str) -> CalendarLook | None:
        """How the file or folder looked last; None before the first look."""
        row = self._raw.execute(
            "SELECT seen, missing FROM calendar_looks WHERE path=?", (storable(path),)
        ).fetchone()
        return CalendarLook(row[0], bool(row[1])) if row else None


class CalendarLooksWriter(CalendarLooksRepository):
    """Looks on a transaction that keeps no record."""

    def put(self, path: str, seen: str, *, read_at: datetime | None, missing: bool = False) -> None:
        """Notes how it looks now; ``read_at`` None keeps when it was read last."""
        at = None if read_at is None else to_column(read_at)
        self._raw.execute(
            "INSERT INTO calendar_looks (path, seen, missing, read_at) VALUES (?,?,?,?) ON CONFLICT (path) "
            "DO UPDATE SET seen=excluded.seen, missing=excluded.missing, "
            "read_at=coalesce(excluded.read_at, read_at)",
            (storable(path), seen, int(missing), at),
        )
