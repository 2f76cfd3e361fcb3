from pathlib import Path

from relate_desktop.domain.calendar_file import ComponentKey
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import EventId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import digest_of, doing
from tests.unit.storage.events import a_calendar, a_schedule, an_event


def test_everything_of_a_calendar_can_be_taken_back(book: Database) -> None:
    empty = digest_of(book)
    calendar = a_calendar(book, an_event(addresses=["ada@ada.example"]), an_event(uid="b"))
    full = digest_of(book)
    with book.write(doing(OperationKind.CALENDAR_REMOVE)) as writer:
        writer.calendars.remove(calendar)
    assert digest_of(book) != full
    book.undo(doing())
    assert digest_of(book) == full
    with book.read() as reader:
        assert len(reader.met_events.uids_with(["ada@ada.example"])) == 1
    book.undo(doing())
    assert digest_of(book) == empty
    book.redo(doing())
    assert digest_of(book) == full


def test_what_the_file_brought_since_goes_with_a_calendar_that_is_taken_back(book: Database) -> None:
    empty = digest_of(book)
    calendar = a_calendar(book, an_event())
    with book.read() as reader:
        (file,) = reader.calendars.files(calendar)
        imported = reader.history.entries()[0].changeset
    with book.write(doing(OperationKind.CALENDAR_READ)) as writer:
        writer.calendars.add_components(calendar, file.id, [an_event(uid="later")])
        later = writer.calendars.present(calendar)[ComponentKey("VEVENT", "later")][0].id
        assert writer.calendars.hide(EventId(later))
    book.take_back(doing(), imported)
    assert digest_of(book) == empty


def test_a_component_that_says_something_else_is_rewritten_and_undo_brings_it_back(book: Database) -> None:
    calendar = a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
    before = digest_of(book)
    with book.read() as reader:
        ((key, (kept,)),) = reader.calendars.present(calendar).items()
    moved = an_event("Lunch", a_schedule("2027-03-01T12:00"), addresses=["bob@bob.example"])
    with book.write(doing(OperationKind.CALENDAR_READ)) as writer:
        writer.calendars.replace_components(kept.file, {kept.id: moved})
    with book.read() as reader:
        assert reader.calendars.present(calendar)[key][0].essence == moved.essence
        assert not reader.met_events.uids_with(["ada@ada.example"])
        assert len(reader.met_events.uids_with(["bob@bob.example"])) == 1
    digest_of(book)
    book.undo(doing())
    assert digest_of(book) == before
    with book.read() as reader:
        assert len(reader.met_events.uids_with(["ada@ada.example"])) == 1


def test_a_removed_component_takes_its_days_and_people_along(book: Database) -> None:
    calendar = a_calendar(book, an_event(uid="a", addresses=["ada@ada.example"]), an_event(uid="b"))
    with book.read() as reader:
        gone = [
            one.id
            for key, kept in reader.calendars.present(calendar).items()
            if key.uid == "a"
            for one in kept
        ]
    with book.write(doing(OperationKind.CALENDAR_READ)) as writer:
        writer.calendars.remove_components(gone)
    with book.read() as reader:
        assert reader.calendars.get(calendar).events == 1
        assert not reader.met_events.uids_with(["ada@ada.example"])
    digest_of(book)


def test_only_what_differs_is_written(book: Database) -> None:
    calendar = a_calendar(book, an_event())
    with book.write(doing(OperationKind.CALENDAR_EDIT)) as writer:
        assert not writer.calendars.save(calendar, name="Studio", hue=3, shown=True)
        (file,) = writer.calendars.files(calendar)
        writer.calendars.save_file(file.id, file.path, file.sha256)
        assert not writer.changed
        assert writer.calendars.save(calendar, name="Team", hue=5, shown=False, path="/elsewhere.ics")
        writer.calendars.save_file(file.id, "/elsewhere.ics", "bb")
        writer.calendars.answer(calendar, {"Corporate Time": "Europe/Berlin"})
    with book.read() as reader:
        kept = reader.calendars.get(calendar)
        assert (kept.name, kept.hue, kept.shown, kept.path) == ("Team", 5, False, "/elsewhere.ics")
        assert reader.calendars.answers(calendar) == {"Corporate Time": "Europe/Berlin"}
        assert [(one.path, one.sha256) for one in reader.calendars.files(calendar)] == [
            ("/elsewhere.ics", "bb")
        ]


def test_a_path_that_is_no_text_is_kept_as_far_as_it_can(book: Database) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        calendar = writer.calendars.add("x", 0, str(Path("/home/\udcff.ics")))
    with book.read() as reader:
        assert reader.calendars.get(calendar).path == "/home/\ufffd.ics"
