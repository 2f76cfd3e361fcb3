from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.due_list import DueGroup
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ReminderId
from relate_desktop.domain.text import FIRST_STRONG_ISOLATE, POP_ISOLATE
from relate_desktop.services.reminders import ReminderView
from relate_desktop.words.operations import summary
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import a_promise, a_rule
from tests.unit.storage.due import a_due, a_reminder

PLAIN = dict.fromkeys(map(ord, FIRST_STRONG_ISOLATE + POP_ISOLATE))


def test_a_reminder_is_kept_listed_done_and_brought_back_by_undo(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person("Ada"))
        number = book.reminders.add(a_reminder(ada))
        assert [row.group for row in book.reminders.list()] == [DueGroup.TODAY]
        assert book.reminders.done(number).done_at == clock()
        assert book.reminders.open() == ()
        assert [item.text for item in book.reminders.done_lately()] == ["Send the cover"]
        assert [row.text for row in book.reminders.list(ReminderView.DONE)] == ["Send the cover"]
        before = len(book.history.entries())
        book.reminders.done(number)
        assert len(book.history.entries()) == before, "done twice is done once"
        book.history.undo()
        assert [item.id for item in book.reminders.of(ada)] == [number]


def test_what_is_done_cannot_be_put_off(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        number = book.reminders.add(a_reminder(text="Print it"))
        done = book.reminders.done(number)
        before = len(book.history.entries())
        for until in (book.present().now + timedelta(hours=1), None):
            with pytest.raises(UsageError) as caught:
                book.reminders.snooze(number, until)
            assert caught.value.kind is ErrorKind.DUE_OVER
        assert book.reminders.get(number) == done
        assert len(book.history.entries()) == before


def test_history_says_what_was_done(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        number = book.reminders.add(a_reminder(text="Print it"))
        book.reminders.snooze(number, book.present().now + timedelta(hours=1))
        book.reminders.save(replace(book.reminders.get(number), text="Print all"))
        book.reminders.done(number)
        book.reminders.remove([number])
        said = [summary(entry.kind, entry.facts) for entry in reversed(book.history.entries())]
    assert [line.translate(PLAIN) for line in said] == [
        "Added the reminder Print it.",
        "Snoozed until Saturday 14 March, 10:26: Print it.",
        "Edited the reminder Print all.",
        "Done: Print all.",
        "Removed the reminder Print all.",
    ]


def test_what_repeats_moves_on_and_remembers_what_was_done(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        number = book.reminders.add(a_reminder(due="2026-03-10", repeats="FREQ=DAILY"))
        after = book.reminders.done(number)
        assert after.due == a_due("2026-03-15"), "what was missed is done with it"
        assert [item.due for item in book.reminders.done_lately()] == [a_due("2026-03-14")]
        assert [row.reminder for row in book.reminders.list(ReminderView.REPEATING)] == [after]
        book.history.undo()
        assert book.reminders.get(number).due == a_due("2026-03-10")
        assert book.reminders.done_lately() == ()


def test_what_repeats_begins_on_the_first_day_of_its_rule(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        wanted = replace(a_reminder(due="2026-03-14"), repeats=a_rule("FREQ=MONTHLY;BYDAY=-1FR"))
        found = book.reminders.get(book.reminders.add(wanted))
        assert (found.due, found.began_on) == (a_due("2026-03-27"), date(2026, 3, 27))


def test_a_rule_without_a_day_is_refused(tmp_path: Path) -> None:
    never = a_rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;UNTIL=20270101")
    with a_book(tmp_path) as book, pytest.raises(UsageError) as caught:
        book.reminders.add(replace(a_reminder(), repeats=never))
    assert caught.value.kind is ErrorKind.REPEATS_NEVER


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_reminder_without_words_is_refused(tmp_path: Path, text: str) -> None:
    with a_book(tmp_path) as book, pytest.raises(UsageError) as caught:
        book.reminders.add(a_reminder(text=text))
    assert caught.value.kind is ErrorKind.REMINDER_EMPTY


def test_snoozing_moves_it_and_room_takes_its_day(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        number = book.reminders.add(a_reminder())
        later = clock() + timedelta(days=2)
        assert book.reminders.snooze(number, later).snoozed_until == later
        assert [row.tell_at for row in book.reminders.list()] == [later]
        book.reminders.snooze(number, None)
        assert [row.group for row in book.reminders.list()] == [DueGroup.ROOM]


def test_promises_stand_among_what_is_to_do(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.reminders.add(a_reminder())
        book.promises.add(replace(a_promise("2026-03-13"), people=()))
        assert [row.text for row in book.reminders.list()] == ["the contract", "Send the cover"]
        assert book.reminders.list(ReminderView.REPEATING) == ()


def test_several_are_removed_at_once(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        numbers = [book.reminders.add(a_reminder(text=text)) for text in "abc"]
        book.reminders.remove(numbers[:2])
        assert [item.text for item in book.reminders.open()] == ["c"]
        entry = book.history.entries(limit=1)[0]
        assert summary(entry.kind, entry.facts) == "Removed 2 reminders."


def test_what_there_is_not_cannot_be_done_or_snoozed(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        with pytest.raises(NotFoundError):
            book.reminders.done(ReminderId(9))
        with pytest.raises(NotFoundError):
            book.reminders.snooze(ReminderId(9), None)
        assert book.history.entries() == []
