"""What stands on the days of a stretch, out of a real book."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.days import Stretch
from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import OpenBook
from relate_desktop.services.days import MOST_MOMENTS
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import at
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import an_event

TUESDAY = date(2026, 11, 24)
WEEK = Stretch(TUESDAY, TUESDAY + timedelta(days=6))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path, a_clock(at("2026-11-24 09:00", "UTC"))) as opened:
        yield opened


def named(book: OpenBook, stretch: Stretch = WEEK) -> dict[date, list[str]]:
    """What each day says."""
    said: dict[date, list[str]] = {}
    for day in book.days.between(stretch).days:
        for item in day.items:
            if isinstance(item, MomentDay):
                words = "birthday"
            else:
                words = item.event.title if isinstance(item, Occurrence) else item.text
            said.setdefault(day.on, []).append(words)
    return said


def test_events_reminders_promises_and_birthdays_stand_on_their_days(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "BDAY:--1126"))
    a_calendar(book, an_event())
    book.reminders.add(Reminder("Write", (ada,), DueTime(TUESDAY, time(8)), book.clock()))
    book.promises.add(Promise(OwedBy.MINE, "send it", (ada,), TUESDAY, DueTime(date(2026, 11, 27))))
    assert named(book) == {
        TUESDAY: ["Write", "Crane catalogue"],
        date(2026, 11, 26): ["birthday"],
        date(2026, 11, 27): ["send it"],
    }
    page = book.days.between(WEEK)
    assert {row.called for row in page.people.values()} == {"Ada"}


def test_what_is_not_to_be_shown_is_left_out(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "BDAY:--1126"))
    calendar = a_calendar(book, an_event())
    book.reminders.add(Reminder("Write", (ada,), DueTime(TUESDAY), book.clock()))
    book.preferences.change(calendar_moments=False, calendar_reminders=False)
    assert named(book) == {TUESDAY: ["Crane catalogue"]}
    book.calendars.show(calendar, shown=False)
    assert named(book) == {}


def test_what_is_done_and_who_is_removed_stand_nowhere(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "BDAY:--1126"))
    done = book.reminders.add(Reminder("Write", (ada,), DueTime(TUESDAY), book.clock()))
    book.reminders.done(done)
    book.contacts.trash([ada])
    assert named(book) == {}


def test_of_very_many_birthdays_some_are_named_and_the_others_counted(book: OpenBook) -> None:
    for number in range(MOST_MOMENTS + 3):
        book.contacts.add(a_person(f"Person {number}", "BDAY:--1126"))
    (day,) = book.days.between(WEEK).days
    assert len(day.items) == MOST_MOMENTS
    assert day.more_moments == 3
    assert not any(isinstance(item, DueRow) for item in day.items)
