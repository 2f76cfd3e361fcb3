"""Builders: conversations, notes and moments, and books with them."""

from datetime import UTC, date, datetime

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.entry_rows import Kept
from tests.unit.storage.books import doing


def a_day(text: str) -> Happened:
    """A whole day, or with an hour behind a T a moment in UTC."""
    if "T" not in text:
        return Happened(date.fromisoformat(text))
    return Happened.moment(datetime.fromisoformat(text).replace(tzinfo=UTC), "", UTC)


def a_call(
    *people: ContactId,
    on: str = "2026-03-01",
    text: str = "hello",
    kind: InteractionKind = InteractionKind.CALL,
    direction: Direction = Direction.MINE,
) -> Interaction:
    """A conversation."""
    return Interaction(kind, direction, a_day(on), people, text)


def a_note(
    *people: ContactId, on: str = "2026-03-02", text: str = "likes tea", pinned: bool = False
) -> TimelineNote:
    """A note on the timeline."""
    return TimelineNote(text, a_day(on), people, pinned)


def kept(book: Database, *items: Kept) -> list[EntryId]:
    """The ids of entries added one changeset each."""
    found: list[EntryId] = []
    for item in items:
        with book.write(doing(OperationKind.LOG)) as writer:
            found.append(writer.timeline.add(item))
    return found


def a_moment(book: Database, contact: ContactId, day: str, label: str = "Moved") -> int:
    """The number of a moment of somebody's life."""
    with book.write(doing(OperationKind.MOMENT)) as writer:
        return writer.journal.insert(schema.moments, contact, "other", label, day, 0, 0)


def a_promise(book: Database, *people: ContactId, told_in: int | None = None, text: str = "draft") -> int:
    """The number of an open promise of mine."""
    with book.write(doing(OperationKind.PROMISE)) as writer:
        row = ("mine", text, "2026-03-01", None, None, "", None, told_in, None, writer.journal.at)
        number = writer.journal.insert(schema.promises, *row)
        for ordinal, contact in enumerate(people):
            writer.journal.insert(schema.promise_people, number, contact, ordinal)
        writer.journal.touch(people)
    return number


def a_reminder(book: Database, *people: ContactId, told_in: int | None = None, text: str = "call") -> int:
    """The number of an open reminder without a day."""
    with book.write(doing(OperationKind.REMIND)) as writer:
        due = (text, None, None, "", None, None, "", 0, None, None, told_in, None, writer.journal.at)
        number = writer.journal.insert(schema.reminders, *due)
        for ordinal, contact in enumerate(people):
            writer.journal.insert(schema.reminder_people, number, contact, ordinal)
        writer.journal.touch(people)
    return number
