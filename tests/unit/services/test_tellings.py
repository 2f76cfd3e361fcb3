"""What is told when, and what the answers do to the book."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.change import Origin
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.place import Place
from relate_desktop.domain.pop_ups import PopUpKind
from relate_desktop.domain.promise import Promise
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.tellings import CATCH_UP, Answer, TellingsService, Tidings
from relate_desktop.storage.engine import raw
from tests.clock import FixedClock, a_clock
from tests.open_book import a_person
from tests.present import BERLIN, a_promise, a_reminder, at


@contextmanager
def a_day(folder: Path, wall: str = "2026-11-24 09:00") -> Iterator[tuple[OpenBook, FixedClock]]:
    """A book with Layla, at a wall time in Berlin."""
    clock = a_clock(at(wall))
    with open_book(folder / "book", clock=clock, create=True, here=lambda: BERLIN) as book:
        book.contacts.add(a_person("Layla Rahimi"))
        yield book, clock


def tellings_of(book: OpenBook) -> TellingsService:
    return TellingsService(book.database, book.present, book.preferences)


def keep(book: OpenBook, due: str = "2026-11-24", hour: str | None = "14:00", **more: str) -> ReminderId:
    """A reminder about Layla."""
    reminder = replace(a_reminder(due, hour, more.get("repeats"), text=more.get("text", "Send the cover")))
    return book.reminders.add(replace(reminder, id=None, began_on=None))


def keys(found: tuple[Tidings, ...]) -> list[str]:
    return [one.pop_up.key for one in found]


def just_before(clock: FixedClock) -> datetime:
    return clock() - timedelta(seconds=15)


class TestTelling:
    def test_it_is_claimed_once(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            keep(book)
            tellings = tellings_of(book)
            (found,) = tellings.look(just_before(clock)).tidings
            assert found.pop_up.key == "1/2026-11-24T1400"
            assert list(found.called.values()) == ["Layla Rahimi"]
            tellings.shown(found.pop_up.key)
            assert tellings.look(just_before(clock)).tidings == ()
            assert tellings.showing() == ("1/2026-11-24T1400",)

    def test_a_claim_that_was_never_acknowledged_is_told_again_under_its_key(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            keep(book)
            tellings_of(book).look(just_before(clock))
            assert keys(tellings_of(book).look(just_before(clock)).tidings) == ["1/2026-11-24T1400"]

    def test_a_claim_that_was_never_acknowledged_waits_while_it_is_quiet(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 21:59") as (book, clock):
            keep(book, hour="21:59")
            tellings_of(book).look(just_before(clock))
            clock.moment = at("2026-11-24 23:00")
            found = tellings_of(book).look(just_before(clock))
            assert (found.tidings, found.over, found.next_at) == ((), (), at("2026-11-25 08:30"))
            clock.moment = at("2026-11-25 08:30")
            assert keys(tellings_of(book).look(just_before(clock)).tidings) == ["1/2026-11-24T2159"]

    def test_a_claim_of_several_stays_one_pop_up(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 15:00") as (book, clock):
            for hour in ("10:00", "14:00"):
                keep(book, hour=hour)
            (found,) = tellings_of(book).look(at("2026-11-24 09:00")).tidings
            assert found.pop_up.kind is PopUpKind.CATCH_UP
            keep(book, hour="14:59")
            again = tellings_of(book).look(just_before(clock)).tidings
            assert [len(one.pop_up.tellings) for one in again] == [2, 1]

    def test_a_claim_of_several_that_another_of_its_kind_follows_loses_nothing(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 15:00") as (book, clock):
            for hour in ("10:00", "14:00"):
                keep(book, hour=hour)
            tellings_of(book).look(at("2026-11-24 09:00"))
            for hour in ("16:00", "17:00"):
                keep(book, hour=hour)
            clock.moment = at("2026-11-24 18:00")
            (found,) = tellings_of(book).look(at("2026-11-24 15:00")).tidings
            assert len(found.pop_up.tellings) == 4

    def test_a_claim_of_what_is_done_meanwhile_is_over(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            reminder = keep(book)
            tellings = tellings_of(book)
            tellings.look(just_before(clock))
            book.reminders.done(reminder)
            found = tellings.look(just_before(clock))
            assert (found.tidings, found.over) == ((), ("1/2026-11-24T1400",))
            assert tellings.look(just_before(clock)).over == ()

    def test_the_next_moment_is_known(self, tmp_path: Path) -> None:
        with a_day(tmp_path) as (book, clock):
            assert tellings_of(book).look(just_before(clock)).next_at is None
            keep(book)
            assert tellings_of(book).look(just_before(clock)).next_at == at("2026-11-24 14:00")

    def test_a_birthday_is_told_on_its_day(self, tmp_path: Path) -> None:
        with a_day(tmp_path) as (book, clock):
            book.contacts.add(a_person("Hoa", "BDAY:1991-11-24"))
            (found,) = tellings_of(book).look(just_before(clock)).tidings
            day = found.pop_up.tellings[0].day
            assert day is not None
            assert day.years == 35

    def test_a_birthday_comes_once_on_a_day_that_is_lived_twice(self, tmp_path: Path) -> None:
        zones: list[str] = ["Pacific/Auckland"]
        clock = a_clock(at("2026-11-24 10:00", "Pacific/Auckland"))
        with open_book(tmp_path / "book", clock=clock, create=True, here=lambda: ZoneInfo(zones[0])) as book:
            book.contacts.add(a_person("Hoa", "BDAY:1991-11-24"))
            tellings = tellings_of(book)
            assert len(tellings.look(just_before(clock)).tidings) == 1
            zones[0] = "America/Los_Angeles"
            clock.moment = at("2026-11-24 10:00", "America/Los_Angeles")
            (again,) = tellings.look(just_before(clock)).tidings
            assert again.pop_up.kind is PopUpKind.SINGLE, "the claim that nobody acknowledged"
            tellings.shown(again.pop_up.key)
            assert tellings.look(just_before(clock)).tidings == ()

    def test_people_in_the_trash_keep_silent(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            keep(book)
            book.contacts.trash([ContactId(1)])
            assert tellings_of(book).look(just_before(clock)).tidings == ()

    def test_a_promise_is_told_when_it_is_due(self, tmp_path: Path) -> None:
        with a_day(tmp_path) as (book, clock):
            book.promises.add(a_promise("2026-11-24"))
            assert keys(tellings_of(book).look(just_before(clock)).tidings) == ["promise/1/2026-11-24"]

    def test_the_morning_is_one_summary_only_if_the_user_wants_it(self, tmp_path: Path) -> None:
        with a_day(tmp_path) as (book, clock):
            for text in ("One", "Two"):
                keep(book, hour=None, text=text)
            book.preferences.change(morning_summary=False)
            found = tellings_of(book).look(just_before(clock)).tidings
            assert [one.pop_up.kind for one in found] == [PopUpKind.SINGLE, PopUpKind.SINGLE]

    def test_a_book_that_takes_no_writing_keeps_nobody_from_being_told_once(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            keep(book)
            with book.database._writer.connect() as connection:
                raw(connection).execute("PRAGMA query_only=1")
            tellings = tellings_of(book)
            (found,) = tellings.look(just_before(clock)).tidings
            tellings.shown(found.pop_up.key)
            again = tellings.look(just_before(clock))
            assert (again.tidings, again.next_at) == ((), None)

    def test_what_it_came_from_is_known(self, tmp_path: Path) -> None:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            keep(book)
            (found,) = tellings_of(book).look(just_before(clock)).tidings
            assert found.reason is not None


class TestAnswers:
    @pytest.fixture
    def shown(self, tmp_path: Path) -> Iterator[tuple[OpenBook, FixedClock, TellingsService]]:
        with a_day(tmp_path, "2026-11-24 14:00") as (book, clock):
            keep(book)
            tellings = tellings_of(book)
            (found,) = tellings.look(just_before(clock)).tidings
            tellings.shown(found.pop_up.key)
            yield book, clock, tellings

    KEY = "1/2026-11-24T1400"

    def test_done_marks_it_done_as_an_ordinary_change(
        self, shown: tuple[OpenBook, FixedClock, TellingsService]
    ) -> None:
        book, _clock, tellings = shown
        assert tellings.answer(self.KEY, Answer.DONE) is None
        assert book.reminders.open() == ()
        assert book.history.entries(limit=1)[0].origin is Origin.POP_UP
        book.history.undo()
        assert len(book.reminders.open()) == 1

    def test_snooze_puts_it_off_as_the_user_prefers(
        self, shown: tuple[OpenBook, FixedClock, TellingsService]
    ) -> None:
        book, clock, tellings = shown
        tellings.answer(self.KEY, Answer.SNOOZE)
        assert book.reminders.open()[0].snoozed_until == at("2026-11-24 15:00")
        assert tellings.look(just_before(clock)).tidings == ()
        clock.pass_time(timedelta(hours=1))
        assert keys(tellings.look(just_before(clock)).tidings) == ["1/2026-11-24T1400~20261124T140000"]

    def test_open_leads_to_the_person(self, shown: tuple[OpenBook, FixedClock, TellingsService]) -> None:
        _book, _clock, tellings = shown
        assert tellings.answer(self.KEY, Answer.OPEN) == Place.person(ContactId(1))
        assert tellings.showing() == ()

    def test_a_second_press_does_nothing_more(
        self, shown: tuple[OpenBook, FixedClock, TellingsService]
    ) -> None:
        book, _clock, tellings = shown
        tellings.answer(self.KEY, Answer.DONE)
        tellings.answer(self.KEY, Answer.DONE)
        tellings.answer(self.KEY, Answer.SNOOZE)
        assert len(book.history.entries()) == 3

    def test_an_old_pop_up_of_something_repeating_does_not_answer_the_new_instance(
        self, tmp_path: Path
    ) -> None:
        with a_day(tmp_path / "other", "2026-11-24 14:00") as (book, clock):
            keep(book, repeats="FREQ=DAILY")
            tellings = tellings_of(book)
            tellings.look(just_before(clock))
            clock.pass_time(timedelta(days=1))
            tellings.answer("1/2026-11-24T1400", Answer.DONE)
            assert book.reminders.open()[0].due is not None
            assert keys(tellings.look(just_before(clock)).tidings) == ["1/2026-11-25T1400"]

    def test_what_was_removed_is_left_alone(
        self, shown: tuple[OpenBook, FixedClock, TellingsService]
    ) -> None:
        book, _clock, tellings = shown
        book.reminders.remove([ReminderId(1)])
        assert tellings.answer(self.KEY, Answer.DONE) is None

    def test_a_kept_promise_is_kept(self, tmp_path: Path) -> None:
        with a_day(tmp_path / "other") as (book, clock):
            promise: Promise = a_promise("2026-11-24")
            book.promises.add(promise)
            tellings = tellings_of(book)
            tellings.look(just_before(clock))
            tellings.answer("promise/1/2026-11-24", Answer.DONE)
            assert book.promises.open() == ()

    def test_several_lead_to_today_or_to_the_sheet(
        self, shown: tuple[OpenBook, FixedClock, TellingsService]
    ) -> None:
        _book, _clock, tellings = shown
        assert tellings.answer("catch-up", Answer.OPEN) == CATCH_UP
        assert tellings.answer("summary/2026-11-24", Answer.OPEN) == Place("today")
