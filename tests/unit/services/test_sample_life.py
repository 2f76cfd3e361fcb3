"""What happened lately with the sample people."""

from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.suggestions import Quiet
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
from relate_desktop.services.reminders import ReminderView
from relate_desktop.services.timeline import EVERYTHING
from tests.clock import FixedClock, a_clock
from tests.open_book import a_book, a_person
from tests.present import at

TUESDAY = at("2026-11-24 09:00", "UTC")


def add(book: OpenBook) -> None:
    InlineRunner().submit(Lane.WRITE, book.sample.add, JobKind.SAMPLE).result()


@pytest.fixture
def tuesday() -> FixedClock:
    return a_clock(TUESDAY)


def texts(rows: tuple[DueRow, ...]) -> set[str]:
    return {row.text for row in rows}


def test_today_is_alive_with_them(tmp_path: Path, tuesday: FixedClock) -> None:
    with a_book(tmp_path, tuesday) as book:
        add(book)
        page = book.agenda.today(seen=False)
        called = {contact: person.called for contact, person in page.people.items()}
        assert texts(page.agenda.due.rows) == {
            "Send Layla the revised cover",
            "Ask Chidi how the exhibition opening went",
            "Second, gentle note to Anna about invoice 0312",
        }
        assert {called[one.contact] for one in page.agenda.suggestions.shown} == {"Aarav", "Seo-yeon"}
        resting = [one for one in page.agenda.suggestions.left_alone if one.quiet is Quiet.REST]
        assert [called[one.contact] for one in resting] == ["João Moreira"]
        assert [day.moment.label for day in page.agenda.coming_up] == [
            "exam",
            "opens his studio",
            "moves house",
        ]
        assert [item.text for item in page.done_today] == ["Thank Kavitha for the introduction"]


def test_it_is_told_from_whatever_day_it_is(tmp_path: Path, tuesday: FixedClock) -> None:
    tuesday.pass_time(timedelta(days=400))
    with a_book(tmp_path, tuesday) as book:
        add(book)
        assert len(book.agenda.today(seen=False).agenda.due.rows) == 3


def test_all_of_it_leaves_with_them_and_what_is_ones_own_stays(tmp_path: Path, tuesday: FixedClock) -> None:
    with a_book(tmp_path, tuesday) as book:
        own = book.contacts.add(a_person("Somebody real"))
        add(book)
        assert len(book.timeline.ids(EVERYTHING)) > 20
        book.sample.remove()
        assert list(book.contacts.ids()) == [own]
        assert not book.timeline.ids(EVERYTHING)
        assert not book.promises.open()
        assert not any(book.reminders.list(view) for view in ReminderView)
        assert not book.health().problems
        assert not book.agenda.today(seen=False).agenda.coming_up


def test_one_undo_takes_all_of_it_back(tmp_path: Path, tuesday: FixedClock) -> None:
    with a_book(tmp_path, tuesday) as book:
        add(book)
        book.history.undo()
        assert book.contacts.count() == 0
        assert not book.timeline.ids(EVERYTHING)


def test_nothing_is_invented_of_somebody_who_was_here_already(tmp_path: Path, tuesday: FixedClock) -> None:
    with a_book(tmp_path, tuesday) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist", "EMAIL:anna@real.example"))
        add(book)
        assert not book.reminders.of(ContactId(anna))
