"""Work on a book in a process of its own, so that it can be killed, starved and lied to.

``python -m tests.faults.child ACTION FOLDER [NUMBER]``; exits 0, or 3 after printing the kind of
a storage error, as the command line would.
"""

import os
import sys
from pathlib import Path

from sqlalchemy import Connection

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.circle import with_circle
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.person_rhythm import Chosen
from relate_desktop.domain.property import Property
from relate_desktop.services.book import open_book
from relate_desktop.storage.database import Database
from relate_desktop.storage.migrations import STEPS
from relate_desktop.storage.migrations.step import Step
from tests.clock import a_clock
from tests.unit.services.calendar_files import Steps, vcalendar, vevent
from tests.unit.storage.books import a_draft, a_picture
from tests.unit.storage.days import a_call, a_note
from tests.unit.storage.events import a_calendar, a_schedule, an_event

BATCH = 100
CALENDAR = "RELATE_TEST_CALENDAR"
"""The variable that names the file of the calendar."""


def main(action: str, folder: str, number: str = "1000") -> int:
    """Does one thing to the book in ``folder``."""
    try:
        ACTIONS[action](Path(folder), int(number))
    except UserError as error:
        print(error.kind.value)
        return 3
    print("done")
    return 0


def add(folder: Path, number: int) -> None:
    """One change after another, each of one person."""
    book = Database.open(folder, clock=a_clock(), create=True)
    for count in range(number):
        with book.write(Operation(OperationKind.ADD, Origin.COMMAND_LINE)) as writer:
            writer.contacts.add((Property("FN", f"Person {count}"), Property("TEL", f"0151 {count:07}")))
    book.close()


def bring_in(folder: Path, number: int) -> None:
    """One import of many people, some with pictures, and the log emptied after it."""
    book = Database.open(folder, clock=a_clock(), create=True)
    with book.write(Operation(OperationKind.IMPORT, Origin.COMMAND_LINE)) as writer:
        writer.batches.add()
        for start in range(0, number, BATCH):
            writer.contacts.add_many([_draft(count) for count in range(start, start + BATCH)])
    book.checkpoint()
    book.close()


def talk(folder: Path, number: int) -> None:
    """One conversation after another with the first people, every third rewritten, every fifth removed."""
    book = Database.open(folder, clock=a_clock())
    with book.read() as reader:
        people = [ContactId(contact) for contact in reader.contacts.ids()[:4]]
    for count in range(number):
        call = a_call(*people[: count % 4 + 1], text=f"zzcanary {count}")
        with book.write(Operation(OperationKind.LOG, Origin.COMMAND_LINE)) as writer:
            entry = writer.timeline.add(call)
        if count % 3 == 2:
            with book.write(Operation(OperationKind.ENTRY_EDIT, Origin.COMMAND_LINE)) as writer:
                writer.timeline.save(entry, a_note(*people, text=f"zzcanary instead {count}"))
        if count % 5 == 4:
            with book.write(Operation(OperationKind.ENTRY_REMOVE, Origin.COMMAND_LINE)) as writer:
                writer.timeline.remove([entry])
    book.close()


def edit_together(folder: Path, number: int) -> None:
    """Edits many people in one change, and renames the circle they came into."""
    book = Database.open(folder, clock=a_clock())
    with book.write(Operation(OperationKind.BULK, Origin.COMMAND_LINE)) as writer:
        people = [ContactId(contact) for contact in writer.contacts.ids()[:number]]
        writer.contacts.edit_many(people, lambda one: with_circle(with_single(one, "NOTE", "met"), "Choir"))
        writer.rhythms.choose_many(people, lambda _chosen: Chosen(Cadence(30)))
    with book.write(Operation(OperationKind.CIRCLE_RENAME, Origin.COMMAND_LINE)) as writer:
        writer.circles.rename("Choir", "Chorus")
    book.close()


def erase(folder: Path, number: int) -> None:
    """Forgets the first people."""
    book = Database.open(folder, clock=a_clock())
    with book.write(Operation(OperationKind.FORGET, Origin.COMMAND_LINE)) as writer:
        writer.contacts.forget([ContactId(contact) for contact in writer.contacts.ids()[:number]])
    book.close()


def undo(folder: Path, number: int) -> None:
    """Takes the last changes back."""
    book = Database.open(folder, clock=a_clock())
    for _ in range(number):
        book.undo(Operation(OperationKind.UNDO, Origin.COMMAND_LINE))
    book.close()


def migrate(folder: Path, number: int) -> None:
    """Opens the book as a program ``number`` versions younger would."""
    steps = (*STEPS, *(Step(STEPS[-1].version + count, _new_column) for count in range(1, number + 1)))
    Database.open(folder, clock=a_clock(), steps=steps).close()


def read(folder: Path, number: int) -> None:
    """Reads everybody, several times; a read that fails is tried again as a person would."""
    book = Database.open(folder, clock=a_clock())
    for _ in range(number):
        try:
            _read_all(book)
        except UserError:
            _read_all(book)
    book.close()


def bring_calendar(folder: Path, number: int) -> None:
    """One import of the calendar that ``CALENDAR`` names, of so many events."""
    path = _calendar(range(number))
    with open_book(folder, clock=a_clock()) as book:
        book.calendars.add([path], Steps())
        book.database.checkpoint()


def follow_calendar(folder: Path, number: int) -> None:
    """The same file, of which half is gone, half is another and as much is new, read by itself."""
    _calendar(range(number // 2, number + number // 2), "LOCATION:Lisbon")
    with open_book(folder, clock=a_clock()) as book:
        book.calendars.follow(lambda: False)
        book.database.checkpoint()


def invite(folder: Path, number: int) -> None:
    """A person and a calendar with so many meetings with them, all of them past."""
    with open_book(folder, clock=a_clock()) as book:
        book.contacts.add((Property("FN", "Ada"), Property("EMAIL", "ada@ada.example")))
        days = (f"2026-{1 + count // 28:02}-{1 + count % 28:02}T08:00" for count in range(number))
        events = [
            an_event(f"Meeting {count}", a_schedule(day), uid=f"{count}@x", addresses=["ada@ada.example"])
            for count, day in enumerate(days)
        ]
        a_calendar(book.database, *events)
        book.database.checkpoint()


def meet(folder: Path, _number: int) -> None:
    """What has taken place is written down."""
    with open_book(folder, clock=a_clock()) as book:
        book.held_meetings.follow()
        book.database.checkpoint()


def _calendar(events: range, *lines: str) -> Path:
    path = Path(os.environ[CALENDAR])
    path.write_bytes(vcalendar(*(vevent(f"event {number}", *lines) for number in events)))
    return path


def _read_all(book: Database) -> None:
    with book.read() as reader:
        ids = reader.contacts.ids()
        if sum(1 for _ in reader.contacts.iterate(ids)) != len(ids):
            raise AssertionError("people are missing")


def _new_column(connection: Connection) -> None:
    count = connection.exec_driver_sql("SELECT count(*) FROM pragma_table_info('batches')").scalar()
    connection.exec_driver_sql(f"ALTER TABLE batches ADD COLUMN extra{count} TEXT")
    connection.exec_driver_sql(f"CREATE TABLE extra{count} (id INTEGER PRIMARY KEY)")


def _draft(count: int) -> ContactDraft:
    properties = [
        Property("FN", f"Person {count}"),
        Property("TEL", f"0151 {count:07}"),
        Property("NOTE", f"note {count} " * 20),
    ]
    picture = a_picture(b"picture %d " % count * 300)
    if count % 10 == 0:
        properties.append(Property("PHOTO", f"media:{picture.hash}"))
    return a_draft(properties, media=[picture] if count % 10 == 0 else [], record=count + 1)


ACTIONS = {
    "add": add,
    "import": bring_in,
    "talk": talk,
    "edit": edit_together,
    "erase": erase,
    "undo": undo,
    "migrate": migrate,
    "read": read,
    "calendar": bring_calendar,
    "follow": follow_calendar,
    "invite": invite,
    "meet": meet,
}

if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
