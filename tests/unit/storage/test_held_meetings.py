"""What was done about past meetings is noted beside the record and survives undo."""

from relate_desktop.domain.held_meetings import Held
from relate_desktop.domain.ids import CalendarId, ContactId, EntryId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added, doing
from tests.unit.storage.days import a_call, kept
from tests.unit.storage.events import a_calendar, an_event


def test_a_note_is_found_by_occurrence_and_by_entry_until_it_is_taken_back(book: Database) -> None:
    first = Held("e/1", EntryId(4), "abc", (ContactId(1), ContactId(2)), CalendarId(1))
    own = Held("e/2", EntryId(5), "", (), CalendarId(2))
    with book.aside() as aside:
        aside.held_meetings.put([first, own])
    with book.read() as reader:
        assert reader.held_meetings.of(["e/1", "e/2", "e/3"]) == {"e/1": first, "e/2": own}
        assert reader.held_meetings.of_entries([4, 6]) == {EntryId(4): first}
        assert sorted(one.key for one in reader.held_meetings.all()) == ["e/1", "e/2"]
    with book.aside() as aside:
        aside.held_meetings.put([Held("e/1", None, "abc", (), CalendarId(1))])
    with book.read() as reader:
        assert reader.held_meetings.of_entries([4]) == {}
        assert [one.key for one in reader.held_meetings.all()] == ["e/2"]


def test_it_outlives_undo_together_with_what_was_written(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada))
    with book.aside() as aside:
        aside.held_meetings.put([Held("e/1", entry, "abc", (ada,), CalendarId(1))])
    book.undo(doing())
    with book.read() as reader:
        assert reader.timeline.items([entry]) == {}
        assert reader.held_meetings.of(["e/1"])["e/1"].entry == entry


def test_what_was_written_down_from_a_calendar_names_it_and_what_the_user_wrote_does_not(
    book: Database,
) -> None:
    (ada,) = added(book, a_person("Ada"))
    calendar = a_calendar(book, an_event(), name="Studio")
    held, own, gone = kept(book, a_call(ada), a_call(ada), a_call(ada))
    with book.aside() as aside:
        aside.held_meetings.put(
            [
                Held("e/1", held, "abc", (ada,), calendar),
                Held("e/2", own, "", (), calendar),
                Held("e/3", gone, "abc", (ada,), CalendarId(99)),
            ]
        )
    with book.read() as reader:
        assert reader.held_meetings.calendars_of([held, own, gone]) == {held: "Studio"}
        sources = {entry.id: entry.source for entry in reader.timeline.page([held, own, gone])}
    assert sources == {held: "Studio", own: None, gone: None}
