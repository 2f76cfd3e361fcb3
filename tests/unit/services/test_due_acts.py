from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import OpenBook
from relate_desktop.services.due_acts import DueActs
from relate_desktop.services.reminders import ReminderView
from tests.clock import START
from tests.open_book import a_book
from tests.present import a_rule

TODAY = START.date()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def acts(book: OpenBook) -> DueActs:
    return DueActs(book.reminders, book.promises, book.present)


def reminder(**values: object) -> Reminder:
    """A reminder due today at two."""
    plain = Reminder("Send the cover", (), DueTime(TODAY, time(14)), START)
    return replace(plain, **values)  # type: ignore[arg-type]


def promise() -> Promise:
    """A promise of mine, due today."""
    return Promise(OwedBy.MINE, "the contract", (), TODAY, DueTime(TODAY))


def only(book: OpenBook, view: ReminderView = ReminderView.TO_DO) -> DueRow:
    """The one row there is."""
    (row,) = book.reminders.list(view)
    return row


@pytest.mark.parametrize("item", [reminder(), promise()], ids=["reminder", "promise"])
def test_what_is_done_is_gone_and_can_be_opened_again(
    book: OpenBook, acts: DueActs, item: Reminder | Promise
) -> None:
    acts.keep(item)
    row = only(book)
    acts.done(row)
    assert book.reminders.list() == ()
    acts.reopen(row)
    assert only(book).text == item.text


def test_what_comes_back_has_never_been_over(book: OpenBook, acts: DueActs) -> None:
    acts.keep(reminder(repeats=a_rule("FREQ=DAILY")))
    row = only(book)
    acts.done(row)
    after = only(book)
    acts.reopen(row)
    assert only(book) == after


def test_a_promise_put_off_is_due_then(book: OpenBook, acts: DueActs) -> None:
    acts.keep(promise())
    present = book.present()
    tomorrow = date(TODAY.year, TODAY.month, TODAY.day + 1)
    acts.snooze(only(book), present.hours.start_of(tomorrow, present.here))
    assert promised(book).due == DueTime(tomorrow)
    acts.snooze(only(book), None)
    assert promised(book).due is None


def test_a_reminder_put_off_is_told_then(book: OpenBook, acts: DueActs) -> None:
    acts.keep(reminder())
    until = book.present().now.replace(hour=20)
    acts.snooze(only(book), until)
    assert only(book).tell_at == until


@pytest.mark.parametrize(("group", "day"), [(DueGroup.TODAY, TODAY), (DueGroup.LATER, date(2026, 3, 16))])
def test_a_row_moved_to_a_group_keeps_its_hour(
    book: OpenBook, acts: DueActs, group: DueGroup, day: date
) -> None:
    acts.keep(reminder(due=DueTime(date(2026, 5, 1), time(14))))
    acts.move(only(book), group)
    moved = only(book).reminder
    assert moved is not None
    assert moved.due == DueTime(day, time(14))


def test_what_has_no_day_cannot_come_back(book: OpenBook, acts: DueActs) -> None:
    acts.keep(reminder(repeats=a_rule("FREQ=DAILY")))
    acts.move(only(book), DueGroup.ROOM)
    moved = only(book).reminder
    assert moved is not None
    assert (moved.due, moved.repeats) == (None, None)


def test_a_promise_moves_like_a_reminder(book: OpenBook, acts: DueActs) -> None:
    acts.keep(promise())
    acts.move(only(book), DueGroup.ROOM)
    assert promised(book).due is None


def test_reminders_and_promises_are_removed_together(book: OpenBook, acts: DueActs) -> None:
    acts.keep(reminder())
    acts.keep(promise())
    acts.remove(book.reminders.list())
    assert book.reminders.list() == ()


def test_what_was_changed_is_kept(book: OpenBook, acts: DueActs) -> None:
    number = acts.keep(reminder())
    kept = only(book).reminder
    assert kept is not None
    assert acts.keep(replace(kept, text="Send the cover twice")) == number
    assert only(book).text == "Send the cover twice"
    owed = acts.keep(promise())
    assert acts.keep(replace(promised(book), text="both contracts")) == owed


def promised(book: OpenBook) -> Promise:
    """The one promise there is."""
    (found,) = book.promises.open()
    return found
