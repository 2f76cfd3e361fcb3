"""Whom one meets today."""

from datetime import timedelta
from pathlib import Path

from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.payback import PaybackKind
from relate_desktop.domain.promise import OwedBy, Promise
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import TODAY, at

NINE = at("2026-11-24 09:00", "UTC")


def test_a_meeting_comes_with_what_to_know_before(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        olena = book.contacts.add(a_person("Olena"))
        book.promises.add(Promise(OwedBy.MINE, "the name of the bookbinder", (olena,), TODAY))
        entry = book.timeline.log(
            (olena,),
            InteractionKind.MEETING,
            Direction.BOTH,
            Happened(TODAY, NINE + timedelta(hours=7), "UTC"),
            "Coffee",
            minutes=60,
        )
        (meeting,) = book.meetings.today()
        assert meeting.entry == entry
        assert [person.called for person in meeting.people] == ["Olena"]
        assert meeting.useful is not None
        assert meeting.useful.kind is PaybackKind.I_OWE


def test_nobody_asks_how_it_went_once_it_was_told(tmp_path: Path) -> None:
    clock = a_clock(NINE)
    with a_book(tmp_path, clock) as book:
        olena = book.contacts.add(a_person("Olena"))
        at_ten = Happened(TODAY, NINE + timedelta(hours=1), "UTC")
        book.timeline.log((olena,), InteractionKind.MEETING, Direction.BOTH, at_ten)
        clock.pass_time(timedelta(hours=3))
        (meeting,) = book.meetings.today()
        assert meeting.asks(book.present())
        book.timeline.note((olena,), "She passed her exam", Happened(TODAY))
        (meeting,) = book.meetings.today()
        assert not meeting.asks(book.present())


def test_who_is_removed_is_not_met(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        olena = book.contacts.add(a_person("Olena"))
        at_four = Happened(TODAY, NINE + timedelta(hours=7), "UTC")
        book.timeline.log((olena,), InteractionKind.MEETING, Direction.BOTH, at_four)
        book.contacts.trash([olena])
        assert book.meetings.today() == ()
