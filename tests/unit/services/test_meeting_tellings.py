"""Meetings of calendars are told of once, with the one thing to know, and can be put off."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.tellings import Answer, TellingsService, Tidings
from relate_desktop.words.pop_ups import notice_of
from tests.bare import bare
from tests.clock import FixedClock, a_clock
from tests.open_book import a_person
from tests.present import BERLIN, at
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.storage.events import a_schedule, an_event

MISAKI = "misaki@tanaka.example"


@pytest.fixture
def clock() -> FixedClock:
    return a_clock(at("2026-11-24 10:14"))


@pytest.fixture
def book(tmp_path: Path, clock: FixedClock) -> Iterator[OpenBook]:
    with open_book(tmp_path / "book", clock=clock, create=True, here=lambda: BERLIN) as opened:
        person = a_person("Misaki-san", f"EMAIL:{MISAKI}", "NOTE:Likes the warmer paper")
        opened.contacts.add(person)
        schedule = a_schedule("2026-11-24T10:30")
        a_calendar(opened, an_event("Crane", schedule, addresses=[MISAKI]))
        yield opened


@pytest.fixture
def tellings(book: OpenBook) -> TellingsService:
    return TellingsService(book.database, book.present, book.preferences, book.meetings.between)


def look(tellings: TellingsService, clock: FixedClock, minutes: float) -> tuple[Tidings, ...]:
    before = clock()
    clock.pass_time(timedelta(minutes=minutes))
    return tellings.look(max(before, clock() - timedelta(seconds=15))).tidings


def plainly(text: str) -> str:
    return bare(text)


def test_it_comes_a_quarter_of_an_hour_ahead_once_with_what_to_know(
    tellings: TellingsService, clock: FixedClock
) -> None:
    start: datetime | None = tellings.look(clock()).next_at
    assert start == at("2026-11-24 10:15")
    (found,) = look(tellings, clock, 1)
    notice = notice_of(found, hidden=False)
    assert plainly(notice.title) == "Misaki-san at 10:30"
    assert notice.body == "Likes the warmer paper"
    assert [button.label for button in notice.buttons] == ["Open", "Snooze 5 minutes"]
    tellings.shown(found.pop_up.key)
    assert look(tellings, clock, 1) == ()
    hidden = notice_of(found, hidden=True)
    assert "Misaki" not in hidden.title + hidden.body
    assert "paper" not in hidden.title + hidden.body


def test_a_click_opens_the_person(tellings: TellingsService, clock: FixedClock) -> None:
    (found,) = look(tellings, clock, 1)
    assert tellings.answer(found.pop_up.key, Answer.OPEN) == Place.person(ContactId(1))


def test_it_can_be_put_off_by_five_minutes_again_and_again(
    tellings: TellingsService, clock: FixedClock
) -> None:
    (found,) = look(tellings, clock, 1)
    for _time in range(2):
        tellings.shown(found.pop_up.key)
        assert tellings.answer(found.pop_up.key, Answer.SNOOZE) is None
        assert look(tellings, clock, 4) == ()
        (found,) = look(tellings, clock, 1)
    assert plainly(notice_of(found, hidden=False).title) == "Misaki-san at 10:30"


def test_over_it_is_withdrawn(tellings: TellingsService, clock: FixedClock) -> None:
    (found,) = look(tellings, clock, 1)
    tellings.shown(found.pop_up.key)
    clock.pass_time(timedelta(hours=1))
    assert tellings.look(clock()).over == (found.pop_up.key,)


def test_one_that_was_called_off_or_hidden_is_not_told_of(
    book: OpenBook, tellings: TellingsService, clock: FixedClock
) -> None:
    (calendar,) = book.calendars.all()
    (event,) = ids_of(book, calendar.id)
    book.calendars.hide_series(event)
    assert look(tellings, clock, 1) == ()


def test_the_user_may_not_want_them(book: OpenBook, tellings: TellingsService, clock: FixedClock) -> None:
    book.preferences.change(meeting_popups=False)
    assert look(tellings, clock, 1) == ()


def test_a_meeting_after_midnight_is_in_sight_the_evening_before(
    book: OpenBook, tellings: TellingsService, clock: FixedClock
) -> None:
    schedule = a_schedule("2026-11-25T09:00")
    a_calendar(book, an_event("Early", schedule, uid="2@x", addresses=[MISAKI]), name="Other")
    clock.moment = at("2026-11-24 21:00")
    assert tellings.look(clock()).next_at == at("2026-11-25 08:45")
