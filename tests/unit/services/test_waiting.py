from pathlib import Path

from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.unit.storage.due import a_reminder


def test_what_is_for_today_is_counted_and_what_comes_later_is_not(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock()) as book:
        today = book.present().today
        for text, days in (("now", 0), ("before", -1), ("next month", 30), ("long ago", -10)):
            day = today.fromordinal(today.toordinal() + days)
            book.reminders.add(a_reminder(text=text, due=day.isoformat()))
        assert {row.text for row in book.waiting.today()} == {"now", "before"}


def test_what_came_is_parted_by_how_long_it_has_waited(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock()) as book:
        today = book.present().today
        ada = book.contacts.add(a_person("Ada"))
        for text, days in (("yesterday", -1), ("three weeks ago", -21), ("tomorrow", 1)):
            day = today.fromordinal(today.toordinal() + days)
            book.reminders.add(a_reminder(ada, text=text, due=day.isoformat()))
        came = book.waiting.came()
        assert [row.text for row in came.lately] == ["yesterday"]
        assert [row.text for row in came.older] == ["three weeks ago"]
        assert came.people[ada].called == "Ada"


def test_what_is_done_has_not_come(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock()) as book:
        number = book.reminders.add(a_reminder(due=book.present().today.isoformat()))
        book.reminders.done(number)
        assert book.waiting.came().lately == ()


def test_an_hour_still_to_come_is_for_today_and_has_not_come(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        book.reminders.add(a_reminder(text="late", due=f"{book.present().today.isoformat()}T23:30"))
        assert [row.text for row in book.waiting.today()] == ["late"]
        assert book.waiting.came().lately == ()
