from datetime import date

import pytest

from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.suggestions import Nudge
from relate_desktop.storage.database import Database
from tests.unit.storage.books import doing


def test_what_is_noted_is_read_and_replaced(book: Database) -> None:
    with book.aside() as aside:
        assert aside.circumstances.get("day") == ""
        aside.circumstances.put("day", "one")
        aside.circumstances.put("day", "two")
    with book.read() as reader:
        assert reader.circumstances.get("day") == "two"


def test_who_was_suggested_is_noted_once_a_day_and_forgotten_in_time(book: Database) -> None:
    days = [date(2026, 3, 1), date(2026, 3, 13), date(2026, 3, 14)]
    with book.aside() as aside:
        for day in days:
            aside.circumstances.add_nudges(day, [ContactId(2), ContactId(1), ContactId(2)])
        aside.circumstances.drop_nudges(days[1])
    with book.read() as reader:
        assert reader.circumstances.nudges(days[0], days[1]) == [
            Nudge(ContactId(who), days[1]) for who in (1, 2)
        ]


def test_it_is_no_change_of_the_users(book: Database) -> None:
    heard: list[Changes] = []
    book.listen(heard.append)
    with book.aside() as aside:
        aside.circumstances.put("day", "one")
    book.poll()
    assert heard == []
    with book.read() as reader:
        assert reader.history.entries() == []


def test_only_what_is_seen_is_told(book: Database) -> None:
    heard: list[Changes] = []
    book.listen(heard.append)
    with book.aside() as aside:
        aside.calendar_looks.put("/studio.ics", "", read_at=None, missing=True)
        aside.tell("calendar_looks")
        assert heard == []
    (news,) = heard
    assert (news.changeset, news.operation, set(news.tables)) == (None, None, {"calendar_looks"})


def test_what_fails_leaves_nothing(book: Database) -> None:
    def fail() -> None:
        with book.aside() as aside:
            aside.circumstances.put("day", "one")
            raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        fail()
    with book.read() as reader:
        assert reader.circumstances.get("day") == ""


def test_it_waits_for_nobody_on_the_windows_thread_and_never_for_itself(book: Database) -> None:
    with book.write(doing()), pytest.raises(RuntimeError, match="wait for itself"), book.aside():
        raise AssertionError
    book.forbid_writes_here()
    with pytest.raises(RuntimeError, match="must not wait"), book.aside():
        raise AssertionError
