"""What waits: how much for today, what it is, and what came while nobody was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from relate_desktop.domain.due_list import DueGroup, DueRow, due_rows
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.wall_time import moved
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

MOST_PEOPLE = 400
"""People whose rows are read for one sheet."""


@dataclass(frozen=True, slots=True)
class Came:
    """What has come and is not done: lately, and longer ago; with whom it is about."""

    lately: tuple[DueRow, ...]
    older: tuple[DueRow, ...]
    people: Mapping[ContactId, ContactSummary]
    present: Present
    origins: Mapping[int, tuple[str, date]] = field(default_factory=dict)
    """Kind and day of the entries that rows came from."""


class WaitingService:
    """Every method may be called on any thread but the window's."""

    def __init__(self, database: Database, present: PresentSource) -> None:
        self._database, self._present = database, present

    def today(self) -> tuple[DueRow, ...]:
        """What is for today, in the order of Today."""
        present = self._present()
        with self._database.read() as book:
            return tuple(row for row in _rows(book, present) if row.group is DueGroup.TODAY)

    def came(self) -> Came:
        """What has come by now, the latest first; what stepped back apart from it."""
        present = self._present()
        with self._database.read() as book:
            rows = [row for row in _rows(book, present) if row.tell_at is not None]
            come = [row for row in rows if row.tell_at is not None and row.tell_at <= present.now]
            come.sort(key=lambda row: (row.tell_at, row.text), reverse=True)
            lately = tuple(row for row in come if row.group is DueGroup.TODAY)
            older = tuple(row for row in come if row.group is DueGroup.ROOM)
            both = (*lately, *older)
            return Came(lately, older, _people(book, both), present, _origins(book, both))


def _rows(book: BookReader, present: Present) -> tuple[DueRow, ...]:
    """Everything that may be told of up to tomorrow."""
    soon = moved(present.today, 1)
    return due_rows(book.reminders.due_by(soon), book.promises.due_by(soon), present)


def _people(book: BookReader, rows: Sequence[DueRow]) -> Mapping[ContactId, ContactSummary]:
    wanted = list(dict.fromkeys(who for row in rows for who in row.people))[:MOST_PEOPLE]
    return {one.id: one for one in book.contacts.summaries(wanted)}


def _origins(book: BookReader, rows: Sequence[DueRow]) -> Mapping[int, tuple[str, date]]:
    items = [row.reminder or row.promise for row in rows]
    return book.agenda.entry_days({item.told_in for item in items if item is not None and item.told_in})
