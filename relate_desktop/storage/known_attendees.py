"""The user's word on whom an address, a name, a title or an event of a calendar means."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meeting_people import KnownAttendee, KnownBy
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.rows import storable
from relate_desktop.storage.schema import known_attendees

_CHUNK = 2_000


class KnownAttendeesRepository:
    """Words on one transaction. What was said of somebody in the trash is not told."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def of(self, keys: Iterable[str]) -> list[KnownAttendee]:
        """What was said of any of these keys, the earliest first."""
        wanted = list(dict.fromkeys(map(storable, keys)))
        found: list[KnownAttendee] = []
        for start in range(0, len(wanted), _CHUNK):
            rows = self._raw.execute(
                "SELECT k.known_by, k.key, k.contact_id FROM known_attendees k LEFT JOIN contacts c "
                "ON c.id=k.contact_id WHERE k.key IN (SELECT value FROM json_each(?)) "
                "AND c.trashed_at IS NULL ORDER BY k.id",
                (compact(wanted[start : start + _CHUNK]),),
            )
            found += [KnownAttendee(KnownBy(row[0]), row[1], _contact(row[2])) for row in rows]
        return found

    def every(self) -> list[KnownAttendee]:
        """Everything that was said, of whomever."""
        rows = self._raw.execute("SELECT known_by, key, contact_id FROM known_attendees ORDER BY id")
        return [KnownAttendee(KnownBy(row[0]), row[1], _contact(row[2])) for row in rows]


class KnownAttendeesWriter(KnownAttendeesRepository):
    """Words on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def say(self, word: KnownAttendee) -> bool:
        """Remembers the word in place of an earlier one; False when it was known.

        An event may be several people's, an address, a name and a title are one's.
        """
        key = storable(word.key)
        rows = self._rows(word.by, key)
        if any(contact == word.contact for _row, contact in rows):
            return False
        if word.by is not KnownBy.EVENT:
            self._delete(rows)
        self._journal.insert(known_attendees, word.by.value, key, word.contact, self._journal.at)
        self._touch(word.contact)
        return True

    def unsay(self, word: KnownAttendee) -> bool:
        """Forgets exactly this word; False when it was not said."""
        rows = [row for row in self._rows(word.by, storable(word.key)) if row[1] == word.contact]
        self._delete(rows)
        return bool(rows)

    def _rows(self, by: KnownBy, key: str) -> list[tuple[int, int | None]]:
        return [
            (row[0], row[1])
            for row in self._raw.execute(
                "SELECT id, contact_id FROM known_attendees WHERE known_by=? AND key=? ORDER BY id",
                (by.value, key),
            )
        ]

    def _delete(self, rows: Iterable[tuple[int, int | None]]) -> None:
        gone = list(rows)
        self._journal.delete(known_attendees, [row[0] for row in gone])
        for _row, contact in gone:
            self._touch(contact)

    def _touch(self, contact: int | None) -> None:
        if contact is not None:
            self._journal.touch([ContactId(contact)])


def _contact(number: int | None) -> ContactId | None:
    return None if number is None else ContactId(number)
