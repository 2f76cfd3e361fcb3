"""Builders: reminders, promises and rhythms kept in a book."""

from datetime import UTC, date, datetime, time

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId, PromiseId, ReminderId
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.storage.database import Database
from tests.present import a_rule
from tests.unit.storage.books import doing

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_due(text: str | None, zone: str = "") -> DueTime | None:
    """A day, with an hour behind a T; None for when there is room."""
    if text is None:
        return None
    day, _t, hour = text.partition("T")
    return DueTime(date.fromisoformat(day), time.fromisoformat(hour) if hour else None, zone)


def a_reminder(
    *people: ContactId, text: str = "Send the cover", due: str | None = "2026-03-14", repeats: str = ""
) -> Reminder:
    """A reminder that nobody keeps yet."""
    when = a_due(due)
    rule = a_rule(repeats) if repeats else None
    return Reminder(text, people, when, MADE, repeats=rule, began_on=when.on if rule and when else None)


def a_promise(*people: ContactId, text: str = "the contract", due: str | None = None) -> Promise:
    """A promise of mine that nobody keeps yet."""
    return Promise(OwedBy.MINE, text, people, date(2026, 3, 1), a_due(due))


def reminded(book: Database, *reminders: Reminder, sentence: str = "") -> list[ReminderId]:
    """The ids of reminders added one changeset each."""
    found: list[ReminderId] = []
    for reminder in reminders:
        with book.write(doing(OperationKind.REMIND)) as writer:
            found.append(writer.reminders.add(reminder, sentence))
    return found


def promised(book: Database, *promises: Promise) -> list[PromiseId]:
    """The ids of promises added one changeset each."""
    found: list[PromiseId] = []
    for promise in promises:
        with book.write(doing(OperationKind.PROMISE)) as writer:
            found.append(writer.promises.add(promise))
    return found
