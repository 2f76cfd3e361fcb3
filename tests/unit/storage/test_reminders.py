from dataclasses import replace
from datetime import date, timedelta

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import a_person, added, doing
from tests.unit.storage.due import a_due, a_reminder, reminded


def texts(book: Database) -> list[str]:
    with book.read() as reader:
        return [item.text for item in reader.reminders.open()]


def test_a_reminder_is_kept_with_its_people_in_order(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (kept,) = reminded(book, a_reminder(bob, ada, bob), sentence="remind me of the cover")
    with book.read() as reader:
        found = reader.reminders.get(kept)
        assert found.people == (bob, ada)
        assert (found.text, found.due, found.id) == ("Send the cover", a_due("2026-03-14"), kept)
        assert [item.id for item in reader.reminders.of(ada)] == [kept]
        assert reader.reminders.sentences([kept]) == {kept: "remind me of the cover"}


def test_there_may_be_nobody_in_it(book: Database) -> None:
    reminded(book, a_reminder(text="Buy paper"))
    assert texts(book) == ["Buy paper"]


def test_what_is_unknown_is_not_got(book: Database) -> None:
    with book.read() as reader:
        assert reader.reminders.find(ReminderId(9)) is None
        with pytest.raises(NotFoundError):
            reader.reminders.get(ReminderId(9))


def test_saving_writes_what_differs_and_nothing_else(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (number,) = reminded(book, a_reminder(ada))
    with book.read() as reader:
        kept = reader.reminders.get(number)
    with book.write(doing(OperationKind.REMINDER_EDIT)) as writer:
        assert not writer.reminders.save(kept)
    with book.read() as reader:
        assert len(reader.history.entries()) == 3
    with book.write(doing(OperationKind.REMINDER_EDIT)) as writer:
        assert writer.reminders.save(replace(kept, text="Print it", people=(bob,)))
    with book.read() as reader:
        assert reader.reminders.get(number).people == (bob,)
        assert reader.reminders.of(ada) == []
    book.undo(doing())
    with book.read() as reader:
        assert reader.reminders.get(number) == kept


def test_only_what_may_be_told_of_by_a_day_is_due_by_it(book: Database) -> None:
    ahead = replace(a_reminder(text="ahead", due="2026-12-24"), ahead=timedelta(days=3))
    reminded(
        book,
        a_reminder(text="old", due="2026-01-01"),
        a_reminder(text="that day", due="2026-03-14T23:59"),
        a_reminder(text="later", due="2026-03-15"),
        a_reminder(text="some time", due=None),
        ahead,
    )
    with book.read() as reader:
        found = [item.text for item in reader.reminders.due_by(date(2026, 3, 14))]
    assert found == ["old", "that day", "ahead"]


def test_what_was_put_forward_is_due_before_its_day(book: Database, clock: FixedClock) -> None:
    reminded(book, replace(a_reminder(due="2026-12-24"), snoozed_until=clock()))
    with book.read() as reader:
        assert len(reader.reminders.due_by(date(2026, 3, 14))) == 1


def test_reminders_of_people_in_the_trash_are_silent_and_return_with_them(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    reminded(book, a_reminder(ada, text="alone"), a_reminder(ada, bob, text="together"))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    assert texts(book) == ["together"]
    with book.read() as reader:
        assert [item.text for item in reader.reminders.of(ada)] == ["alone", "together"]
    with book.write(doing(OperationKind.PUT_BACK)) as writer:
        writer.contacts.put_back([ada])
    assert texts(book) == ["alone", "together"]


def test_what_was_done_comes_latest_first_with_the_instances_of_what_repeats(
    book: Database, clock: FixedClock
) -> None:
    single, series = reminded(book, a_reminder(text="once"), a_reminder(text="often", repeats="FREQ=DAILY"))
    with book.read() as reader:
        once, often = reader.reminders.get(single), reader.reminders.get(series)
    with book.write(doing(OperationKind.DONE)) as writer:
        writer.reminders.save(replace(once, done_at=clock()))
    clock.pass_time(timedelta(minutes=5))
    with book.write(doing(OperationKind.DONE)) as writer:
        writer.reminders.note_doing(series, date(2026, 3, 14))
        writer.reminders.save(replace(often, due=a_due("2026-03-15")))
    with book.read() as reader:
        found = reader.reminders.done_since(None, 10)
        assert [(item.text, item.done_at, item.due) for item in found] == [
            ("often", clock(), a_due("2026-03-14")),
            ("once", clock() - timedelta(minutes=5), a_due("2026-03-14")),
        ]
        assert [item.text for item in reader.reminders.done_since(clock(), 10)] == ["often"]
        assert [item.text for item in reader.reminders.open()] == ["often"]


def test_removing_takes_people_and_doings_along_and_undo_brings_them_back(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (series,) = reminded(book, a_reminder(ada, repeats="FREQ=DAILY"))
    with book.write(doing(OperationKind.DONE)) as writer:
        writer.reminders.note_doing(series, date(2026, 3, 14))
    with book.write(doing(OperationKind.REMINDER_REMOVE)) as writer:
        assert writer.reminders.remove([series, ReminderId(99)]) == 1
    with book.read() as reader:
        assert reader.reminders.find(series) is None
        assert reader.reminders.done_since(None, 10) == []
        assert reader.health().problems == ()
    book.undo(doing())
    with book.read() as reader:
        assert reader.reminders.get(series).people == (ada,)
        assert len(reader.reminders.done_since(None, 10)) == 1


def test_those_of_several_people_are_found_at_once(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    reminded(
        book, a_reminder(ada, text="one"), a_reminder(bob, text="two", due=None), a_reminder(text="three")
    )
    with book.read() as reader:
        assert [item.text for item in reader.reminders.of_people([ada, bob, ContactId(77)])] == ["one"]


def test_what_has_no_id_cannot_be_saved(book: Database) -> None:
    with book.write(doing(OperationKind.REMINDER_EDIT)) as writer, pytest.raises(ValueError, match="id"):
        writer.reminders.save(a_reminder())
