from pathlib import Path

from relate_desktop.domain.change import OperationKind
from relate_desktop.storage.calendar_looks import CalendarLook, CalendarLooksRepository
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import digest_of, doing

PATH = str(Path("/home/me/studio.ics"))


def look(book: Database, path: str = PATH) -> CalendarLook | None:
    with book._readers.connect() as connection:
        return CalendarLooksRepository(connection).get(path)


def test_how_a_file_looked_is_noted_outside_the_record(book: Database, clock: FixedClock) -> None:
    before = digest_of(book)
    assert look(book) is None
    with book.aside() as aside:
        aside.calendar_looks.put(PATH, "1:2", read_at=clock())
    assert look(book) == CalendarLook("1:2", missing=False)
    with book.aside() as aside:
        aside.calendar_looks.put(PATH, "", read_at=None, missing=True)
    assert look(book) == CalendarLook("", missing=True)
    assert digest_of(book) == before


def test_a_calendar_tells_when_it_was_read_last_even_while_its_file_is_missing(
    book: Database, clock: FixedClock
) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        calendar = writer.calendars.add("Studio", 0, PATH)
    with book.aside() as aside:
        aside.calendar_looks.put(PATH, "1:2", read_at=clock())
        aside.calendar_looks.put(PATH, "", read_at=None, missing=True)
    with book.read() as reader:
        kept = reader.calendars.get(calendar)
    assert (kept.read_at, kept.missing) == (clock(), True)
