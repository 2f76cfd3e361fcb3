from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import digest_of
from tests.unit.storage.events import a_calendar, an_event


def test_lost_days_are_found_and_built_anew(book: Database) -> None:
    calendar = a_calendar(book, an_event(addresses=["ada@ada.example"]), an_event(uid="b"))
    with book._writer.begin() as connection:
        raw(connection).execute("DELETE FROM event_spans WHERE uid='b'")
        raw(connection).execute("INSERT INTO event_people VALUES ('bob@bob.example', 99)")
    with book.read() as reader:
        assert reader.health().problems == (("events_differ", {"count": 2}),)
    book.repair()
    digest_of(book)
    with book.read() as reader:
        assert reader.calendars.get(calendar).events == 2
        assert len(reader.met_events.uids_with(["ada@ada.example"])) == 1
