"""Promises kept in the book: open ones, those of a person, those kept lately."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, PromiseId
from relate_desktop.domain.promise import Promise
from relate_desktop.storage import schema
from relate_desktop.storage.due_rows import PROMISE_FIELDS, promise_columns, promise_of
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN, Links
from relate_desktop.storage.moments import to_column
from relate_desktop.storage.rows import storable

PEOPLE = Links(schema.promise_people, "promise_id")

_COLUMNS = f"r.id, {','.join(f'r.{name}' for name in PROMISE_FIELDS)}"
_OPEN = f"r.kept_at IS NULL AND {PEOPLE.alive('r.id')}"


class PromisesRepository:
    """Promises on one transaction. Those with nobody but people in the trash keep silent."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def find(self, promise: PromiseId) -> Promise | None:
        """The promise, or None."""
        return next(iter(self._read("r.id=?", (promise,))), None)

    def get(self, promise: PromiseId) -> Promise:
        """The promise; raises NotFoundError(PROMISE_UNKNOWN)."""
        found = self.find(promise)
        if found is None:
            raise NotFoundError(ErrorKind.PROMISE_UNKNOWN, promise=promise)
        return found

    def open(self) -> list[Promise]:
        """Every open one."""
        return self._read(_OPEN, ())

    def due_by(self, last: date) -> list[Promise]:
        """The open ones that are due up to a day."""
        return self._read(f"{_OPEN} AND r.due_on<=?", (last.isoformat(),))

    def of(self, contact: ContactId) -> list[Promise]:
        """The open ones with one person, in the trash or not."""
        theirs = "r.id IN (SELECT promise_id FROM promise_people WHERE contact_id=?)"
        return self._read(f"r.kept_at IS NULL AND {theirs}", (contact,))

    def kept_since(self, moment: datetime | None, limit: int) -> list[Promise]:
        """What was kept, latest first."""
        since = 0 if moment is None else to_column(moment)
        condition = f"r.kept_at>=? AND {PEOPLE.alive('r.id')} ORDER BY r.kept_at DESC, r.id DESC LIMIT ?"
        return self._read(condition, (since, limit))

    def _read(self, condition: str, parameters: Sequence[object]) -> list[Promise]:
        ordered = "" if "ORDER BY" in condition else " ORDER BY r.id"
        rows = self._raw.execute(
            f"SELECT {_COLUMNS} FROM promises r WHERE {condition}{ordered}", parameters
        ).fetchall()
        people = PEOPLE.of(self._raw, (row[0] for row in rows))
        return [promise_of(row[0], row[1:], people.get(row[0], ())) for row in rows]


class PromisesWriter(PromisesRepository):
    """Promises on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(self, promise: Promise, sentence: str = "") -> PromiseId:
        """Keeps a new one; ``sentence`` is the line as it was typed, where it came from one."""
        number = self._journal.insert(
            schema.promises, *promise_columns(promise), storable(sentence) or None, self._journal.at
        )
        PEOPLE.add(self._journal, number, promise.people)
        return PromiseId(number)

    def save(self, promise: Promise) -> bool:
        """Writes what differs; whether anything did. Raises NotFoundError(PROMISE_UNKNOWN)."""
        if promise.id is None:
            raise ValueError("a promise without id is added, not saved")
        before = self.get(promise.id)
        values = {
            name: new
            for name, old, new in zip(
                PROMISE_FIELDS, promise_columns(before), promise_columns(promise), strict=True
            )
            if old != new
        }
        if values:
            self._journal.update(schema.promises, promise.id, values)
        if before.people == promise.people and not values:
            return False
        return PEOPLE.change(self._journal, promise.id, promise.people) or bool(values)

    def remove(self, promises: Iterable[PromiseId]) -> int:
        """Takes them away; returns how many there were."""
        chosen = compact(list(promises))
        known = [row[0] for row in self._raw.execute(f"SELECT id FROM promises WHERE id {IN}", (chosen,))]
        PEOPLE.remove(self._journal, known)
        self._journal.delete(schema.promises, known)
        return len(known)
