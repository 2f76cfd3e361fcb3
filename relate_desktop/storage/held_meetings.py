"""Which past meetings of calendars were written down, noted outside the record."""

from collections.abc import Iterable, Sequence
from json import loads
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.held_meetings import Held
from relate_desktop.domain.ids import CalendarId, ContactId, EntryId
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact

_COLUMNS = "key, entry_id, written, calendar_id"
_CHUNK = 5_000


class HeldMeetingsRepository:
    """Notes on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def of(self, keys: Iterable[str]) -> dict[str, Held]:
        """What was done about these occurrences."""
        return {one.key: one for one in self._found("key", list(keys))}

    def of_entries(self, entries: Iterable[int]) -> dict[EntryId, Held]:
        """For which occurrence each of these entries stands, where it does."""
        return {one.entry: one for one in self._found("entry_id", list(entries)) if one.entry is not None}

    def calendars_of(self, entries: Iterable[int]) -> dict[EntryId, str]:
        """The name of the calendar each of these entries was written down from, where it was."""
        rows = self._raw.execute(
            "SELECT h.entry_id, c.name FROM held_meetings h JOIN calendars c ON c.id=h.calendar_id "
            "WHERE h.entry_id IN (SELECT value FROM json_each(?)) AND json_extract(h.written,'$[0]')<>''",
            (compact(list(entries)),),
        )
        return {EntryId(entry): name for entry, name in rows}

    def all(self) -> list[Held]:
        """Everything that was done and not taken back."""
        rows = self._raw.execute(f"SELECT {_COLUMNS} FROM held_meetings WHERE entry_id IS NOT NULL")
        return [_held(row) for row in rows]

    def _found(self, column: str, values: Sequence[object]) -> Iterable[Held]:
        for start in range(0, len(values), _CHUNK):
            yield from map(
                _held,
                self._raw.execute(
                    f"SELECT {_COLUMNS} FROM held_meetings "
                    f"WHERE {column} IN (SELECT value FROM json_each(?))",
                    (compact(values[start : start + _CHUNK]),),
                ),
            )


class HeldMeetingsWriter(HeldMeetingsRepository):
    """Notes on a transaction that may write."""

    def put(self, notes: Iterable[Held]) -> None:
        """Notes what was done about occurrences, in place of what was noted before."""
        self._raw.executemany(
            "INSERT INTO held_meetings (key, entry_id, written, calendar_id) VALUES (?,?,?,?) "
            "ON CONFLICT (key) DO UPDATE SET entry_id=excluded.entry_id, written=excluded.written, "
            "calendar_id=excluded.calendar_id",
            [(one.key, one.entry, compact([one.says, *one.people]), one.calendar) for one in notes],
        )


def _held(row: Sequence[Any]) -> Held:
    says, *people = loads(row[2])
    return Held(
        key=row[0],
        entry=None if row[1] is None else EntryId(row[1]),
        says=says,
        people=tuple(map(ContactId, people)),
        calendar=CalendarId(row[3]),
    )
