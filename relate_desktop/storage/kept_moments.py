"""Moments kept beside the cards: read with those of the cards, added, removed."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, MomentId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.rows import storable

_COLUMNS = "id, contact_id, kind, label, date, yearly, days_before"


class MomentsRepository:
    """Moments on one transaction, without those that stand on a card."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def get(self, moment: MomentId) -> Moment:
        """The moment; raises NotFoundError(MOMENT_UNKNOWN)."""
        found = self._read("id=?", (moment,))
        if not found:
            raise NotFoundError(ErrorKind.MOMENT_UNKNOWN, moment=moment)
        return found[0]

    def of(self, contacts: Iterable[ContactId]) -> list[Moment]:
        """Those of these people."""
        return self._read(f"contact_id {IN} ORDER BY id", (compact(list(contacts)),))

    def _read(self, condition: str, parameters: tuple[object, ...]) -> list[Moment]:
        rows = self._raw.execute(f"SELECT {_COLUMNS} FROM moments WHERE {condition}", parameters)
        return [_moment(row) for row in rows.fetchall()]


class MomentsWriter(MomentsRepository):
    """Moments on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(self, moment: Moment) -> MomentId:
        """Keeps a new one."""
        if moment.contact is None:
            raise ValueError("a moment is somebody's")
        self._journal.touch((moment.contact,))
        return MomentId(
            self._journal.insert(
                schema.moments,
                moment.contact,
                moment.kind.value,
                storable(moment.label),
                moment.date.iso(),
                int(moment.yearly),
                moment.days_before,
            )
        )

    def save(self, moment: Moment) -> bool:
        """Writes what differs; whether anything did. Raises NotFoundError(MOMENT_UNKNOWN)."""
        if moment.id is None or moment.contact is None:
            raise ValueError("a moment without id is added, not saved")
        if moment == (before := self.get(moment.id)):
            return False
        self._journal.touch(sorted({moment.contact, before.contact or moment.contact}))
        values = {
            "contact_id": moment.contact,
            "kind": moment.kind.value,
            "label": storable(moment.label),
            "date": moment.date.iso(),
            "yearly": int(moment.yearly),
            "days_before": moment.days_before,
        }
        self._journal.update(schema.moments, moment.id, values)
        return True

    def remove(self, moments: Iterable[MomentId]) -> int:
        """Takes them away; returns how many there were."""
        known = self._read(f"id {IN}", (compact(list(moments)),))
        self._journal.touch(sorted({item.contact for item in known if item.contact is not None}))
        self._journal.delete(schema.moments, [item.id for item in known if item.id is not None])
        return len(known)


def _moment(row: Sequence[Any]) -> Moment:
    number, contact, kind, label, text, yearly, days_before = row
    day = PartialDate.parse(text)
    if day is None:
        raise ValueError(text)  # written by ``iso`` and nothing else
    return Moment(DateKind(kind), day, ContactId(contact), label, bool(yearly), days_before, MomentId(number))
