"""Reminders kept: the open ones, those of a person, what was done lately."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.reminder import Reminder
from relate_desktop.storage import schema
from relate_desktop.storage.due_rows import REMINDER_FIELDS, reminder_columns, reminder_of
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN, Links
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

PEOPLE = Links(schema.reminder_people, "reminder_id")

_COLUMNS = f"r.id, r.created_at, {','.join(f'r.{name}' for name in REMINDER_FIELDS)}"
_OPEN = f"r.done_at IS NULL AND {PEOPLE.alive('r.id')}"


class RemindersRepository:
    """Reminders on one transaction. Those about nobody but people in the trash keep silent."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def find(self, reminder: ReminderId) -> Reminder | None:
        """The reminder, whoever it is about; None when there is none."""
        return next(iter(self._read("r.id=?", (reminder,))), None)

    def get(self, reminder: ReminderId) -> Reminder:
        """The reminder; raises NotFoundError(REMINDER_UNKNOWN)."""
        found = self.find(reminder)
        if found is None:
            raise NotFoundError(ErrorKind.REMINDER_UNKNOWN, reminder=reminder)
        return found

    def open(self) -> list[Reminder]:
        """Every open one."""
        return self._read(_OPEN, ())

    def due_by(self, last: date) -> list[Reminder]:
        """The open ones due up to a day, and those told ahead or put off, whatever their day is."""
        told = "r.due_on<=? OR (r.due_on IS NOT NULL AND (r.ahead>0 OR r.snoozed_until IS NOT NULL))"
        return self._read(f"{_OPEN} AND ({told})", (last.isoformat(),))

    def of(self, contact: ContactId) -> list[Reminder]:
        """The open ones about one person, in the trash or not."""
        mine = "r.id IN (SELECT reminder_id FROM reminder_people WHERE contact_id=?)"
        return self._read(f"r.done_at IS NULL AND {mine}", (contact,))

    def of_people(self, contacts: Iterable[int]) -> list[Reminder]:
        """The open ones about any of these people that have a day."""
        theirs = f"r.id IN (SELECT reminder_id FROM reminder_people WHERE contact_id {IN})"
        condition = f"r.done_at IS NULL AND r.due_on IS NOT NULL AND {theirs}"
        return self._read(condition, (compact(list(contacts)),))

    def done_since(self, moment: datetime | None, limit: int) -> list[Reminder]:
        """What was done, latest first; of one that repeats the instance that was done."""
        since = 0 if moment is None else to_column(moment)
        single = self._read(
            f"r.done_at>=? AND {PEOPLE.alive('r.id')} ORDER BY r.done_at DESC, r.id DESC LIMIT ?",
            (since, limit),
        )
        found = [*single, *self._instances(since, limit)]
        found.sort(key=lambda item: (item.done_at, item.id), reverse=True)
        return found[:limit]

    def sentences(self, reminders: Iterable[ReminderId]) -> Mapping[ReminderId, str]:
        """The lines as they were typed from which these came, where there were any."""
        rows = self._raw.execute(
            f"SELECT id, sentence FROM reminders WHERE sentence IS NOT NULL AND id {IN}",
            (compact(list(reminders)),),
        )
        return {ReminderId(row[0]): row[1] for row in rows}

    def _instances(self, since: int, limit: int) -> list[Reminder]:
        rows = self._raw.execute(
            "SELECT d.reminder_id, d.on_day, d.done_at FROM doings d WHERE d.done_at>=? AND "
            f"{PEOPLE.alive('d.reminder_id')} ORDER BY d.done_at DESC, d.id DESC LIMIT ?",
            (since, limit),
        ).fetchall()
        known = {item.id: item for item in self._read(f"r.id {IN}", (compact([row[0] for row in rows]),))}
        return [_instance(known[number], on, at) for number, on, at in rows if number in known]

    def _read(self, condition: str, parameters: Sequence[object]) -> list[Reminder]:
        ordered = "" if "ORDER BY" in condition else " ORDER BY r.id"
        rows = self._raw.execute(
            f"SELECT {_COLUMNS} FROM reminders r WHERE {condition}{ordered}", parameters
        ).fetchall()
        people = PEOPLE.of(self._raw, (row[0] for row in rows))
        return [reminder_of(row[0], row[1], row[2:], people.get(row[0], ())) for row in rows]


class RemindersWriter(RemindersRepository):
    """Reminders on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(self, reminder: Reminder, sentence: str = "") -> ReminderId:
        """Keeps a new one; ``sentence`` is the line as it was typed, where it came from one."""
        number = self._journal.insert(
            schema.reminders, *reminder_columns(reminder), storable(sentence) or None, self._journal.at
        )
        PEOPLE.add(self._journal, number, reminder.people)
        return ReminderId(number)

    def save(self, reminder: Reminder) -> bool:
        """Writes what differs; whether anything did. Raises NotFoundError(REMINDER_UNKNOWN)."""
        if reminder.id is None:
            raise ValueError("a reminder without id is added, not saved")
        before = self.get(reminder.id)
        values = {
            name: new
            for name, old, new in zip(
                REMINDER_FIELDS, reminder_columns(before), reminder_columns(reminder), strict=True
            )
            if old != new
        }
        if values:
            self._journal.update(schema.reminders, reminder.id, values)
        if before.people == reminder.people and not values:
            return False
        return PEOPLE.change(self._journal, reminder.id, reminder.people) or bool(values)

    def note_doing(self, reminder: ReminderId, on: date) -> None:
        """Remembers that an instance of a repeating one was done."""
        self._journal.insert(schema.doings, reminder, on.isoformat(), self._journal.at)

    def remove(self, reminders: Iterable[ReminderId]) -> int:
        """Takes them away; returns how many there were."""
        chosen = compact(list(reminders))
        known = [row[0] for row in self._raw.execute(f"SELECT id FROM reminders WHERE id {IN}", (chosen,))]
        PEOPLE.remove(self._journal, known)
        doings = self._raw.execute(f"SELECT id FROM doings WHERE reminder_id {IN}", (chosen,)).fetchall()
        self._journal.delete(schema.doings, [row[0] for row in doings])
        self._journal.delete(schema.reminders, known)
        return len(known)


def _instance(reminder: Reminder, on: str, done_at: int) -> Reminder:
    """A repeating reminder as the instance of it that was done."""
    due = None if reminder.due is None else replace(reminder.due, on=date.fromisoformat(on))
    return replace(reminder, due=due, done_at=from_column(done_at), snoozed_until=None)
