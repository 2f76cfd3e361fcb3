"""Reminders: made, changed, done, put off and listed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.due_list import DueGroup, DueRow, due_rows
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Reminder, done, due_of, first_due, snoozed, when_there_is_room
from relate_desktop.services.present import PresentSource
from relate_desktop.services.time_facts import facts_about
from relate_desktop.storage.book import BookWriter
from relate_desktop.storage.database import Database

MOST_DONE = 200


class ReminderView(StrEnum):
    """The segments of the Reminders page."""

    TO_DO = "to_do"
    REPEATING = "repeating"
    DONE = "done"


class RemindersService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin, present: PresentSource) -> None:
        self._database = database
        self._origin = origin
        self._present = present

    # --------------------------------------------------------------- reading

    def get(self, reminder: ReminderId) -> Reminder:
        """One reminder. Raises NotFoundError(REMINDER_UNKNOWN)."""
        with self._database.read() as book:
            return book.reminders.get(reminder)

    def open(self) -> tuple[Reminder, ...]:
        """Every open one, but those about people in the trash."""
        with self._database.read() as book:
            return tuple(book.reminders.open())

    def of(self, contact: ContactId) -> tuple[Reminder, ...]:
        """The open ones about a person, by when they are due; those without a day last."""
        present = self._present()
        with self._database.read() as book:
            rows = due_rows(book.reminders.of(contact), (), present)
        return tuple(row.reminder for row in rows if row.reminder is not None)

    def done_lately(self, limit: int = MOST_DONE) -> tuple[Reminder, ...]:
        """What was done, the latest first; of one that repeats the instance that was done."""
        with self._database.read() as book:
            return tuple(book.reminders.done_since(None, limit))

    def list(self, view: ReminderView = ReminderView.TO_DO) -> tuple[DueRow, ...]:
        """The rows of one segment in the order in which they are shown."""
        present = self._present()
        with self._database.read() as book:
            if view is ReminderView.DONE:
                done = book.reminders.done_since(None, MOST_DONE)
                return _done_rows(done, book.promises.kept_since(None, MOST_DONE))
            reminders = book.reminders.open()
            promises = book.promises.open() if view is ReminderView.TO_DO else []
        if view is ReminderView.REPEATING:
            reminders = [item for item in reminders if item.repeating]
        return due_rows(reminders, promises, present)

    def origins(self, rows: Iterable[DueRow]) -> Mapping[int, tuple[str, date]]:
        """Kind and day of the entries that rows came from, by the number of the entry."""
        items = [row.reminder or row.promise for row in rows]
        entries = {item.told_in for item in items if item is not None and item.told_in is not None}
        with self._database.read() as book:
            return book.agenda.entry_days(entries)

    # --------------------------------------------------------------- writing

    def add(self, reminder: Reminder, sentence: str = "") -> ReminderId:
        """Keeps a new one; ``sentence`` is the line it came from. One that repeats begins on its first day.

        Raises UsageError(REMINDER_EMPTY) without words, UsageError(REPEATS_NEVER) for a rule
        that has no day at all.
        """
        wanted = self._begun(reminder)
        with self._database.write(Operation(OperationKind.REMIND, self._origin)) as book:
            book.note(**facts_about(book, wanted.people, wanted.text))
            return book.reminders.add(wanted, sentence)

    def save(self, reminder: Reminder) -> bool:
        """Keeps a changed one; False when nothing differs. Raises as ``add``, and REMINDER_UNKNOWN."""
        wanted = self._begun(reminder)
        with self._database.write(Operation(OperationKind.REMINDER_EDIT, self._origin)) as book:
            book.note(**facts_about(book, wanted.people, wanted.text))
            return book.reminders.save(wanted)

    def remove(self, reminders: Sequence[ReminderId]) -> None:
        """Takes reminders away."""
        with self._database.write(Operation(OperationKind.REMINDER_REMOVE, self._origin)) as book:
            known = [found for one in reminders if (found := book.reminders.find(one)) is not None]
            if len(known) == 1:
                book.note(**facts_about(book, known[0].people, known[0].text))
            else:
                book.note(count=len(known))
            book.reminders.remove(reminders)

    def done(self, reminder: ReminderId) -> Reminder:
        """Marks one done and answers it as it is then: over, or moved on to its next day.

        Done already, it stays as it is. Raises NotFoundError(REMINDER_UNKNOWN).
        """
        present = self._present()
        with self._database.write(Operation(OperationKind.DONE, self._origin)) as book:
            before, after = mark_done(book, reminder, present)
            book.note(**facts_about(book, before.people, before.text, reminder=reminder))
        return after

    def snooze(self, reminder: ReminderId, until: datetime | None) -> Reminder:
        """Tells of it again at a moment and not before; None is *when there is room*.

        Raises NotFoundError(REMINDER_UNKNOWN), UsageError(DUE_OVER) for one that is done.
        """
        present = self._present()
        with self._database.write(Operation(OperationKind.SNOOZE, self._origin)) as book:
            before = book.reminders.get(reminder)
            if not before.open:
                raise UsageError(ErrorKind.DUE_OVER, text=before.text)
            after = when_there_is_room(before, present) if until is None else snoozed(before, until)
            wall = "" if until is None else f"{until.astimezone(present.here):%Y-%m-%dT%H:%M}"
            book.note(**facts_about(book, before.people, before.text, reminder=reminder, until=wall))
            book.reminders.save(after)
        return after

    def _begun(self, reminder: Reminder) -> Reminder:
        """The reminder as it is kept: with words, and on a day that its rule has."""
        if not reminder.text.strip():
            raise UsageError(ErrorKind.REMINDER_EMPTY)
        if reminder.repeats is None or reminder.due is None or reminder.began_on is not None:
            return reminder
        due = first_due(reminder.due, reminder.repeats, self._present().leap_day)
        if due is None:
            raise UsageError(ErrorKind.REPEATS_NEVER)
        return replace(reminder, due=due, began_on=due.on)


def mark_done(book: BookWriter, reminder: ReminderId, present: Present) -> tuple[Reminder, Reminder]:
    """Marks one done inside a write; answers it as it was and as it is then.

    Raises NotFoundError(REMINDER_UNKNOWN).
    """
    before = book.reminders.get(reminder)
    after = done(before, present) if before.open else before
    if after.open:
        due = due_of(before, present)
        on = present.today if due is None else due.on
        book.reminders.note_doing(reminder, on)
    book.reminders.save(after)
    return before, after


def _done_rows(reminders: Iterable[Reminder], promises: Iterable[Promise]) -> tuple[DueRow, ...]:
    """What was done and kept, the latest first."""
    rows = [
        (
            item.done_at,
            DueRow(DueGroup.TODAY, item.people, item.text, item.done_at, timed=True, reminder=item),
        )
        for item in reminders
        if item.done_at is not None
    ]
    rows += [
        (item.kept_at, DueRow(DueGroup.TODAY, item.people, item.text, item.kept_at, timed=True, promise=item))
        for item in promises
        if item.kept_at is not None
    ]
    rows.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(row for _at, row in rows[:MOST_DONE])
