"""Whom one meets today."""

from datetime import timedelta
from pathlib import Path

from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.payback import PaybackKind
from relate_desktop.domain.promise import OwedBy, Promise
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import TODAY, at
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.storage.events import a_schedule, an_event

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


def test_a_meeting_of_a_calendar_stands_on_today_with_its_people(tmp_path: Path) -> None:
    clock = a_clock(NINE)
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example", "NOTE:Likes tea"))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]), name="Shared")
        a_calendar(book, an_event("With nobody here", uid="2@x", addresses=["x@y.example"]))
        (meeting,) = book.meetings.today()
        assert (meeting.title, meeting.calendar, meeting.minutes) == ("Coffee", "Studio", 45)
        assert [person.id for person in meeting.people] == [ada]
        assert meeting.useful is not None
        assert meeting.useful.text == "Likes tea"
        assert book.meetings.coming(ada) == ()  # it began already
        clock.pass_time(-timedelta(hours=1))
        (coming,) = book.meetings.coming(ada)
        assert coming.key == meeting.key


def test_a_declined_or_hidden_one_and_one_of_a_calendar_not_shown_is_not_met(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        calendar = a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        assert len(book.meetings.today()) == 1
        book.calendars.show(calendar, shown=False)
        assert book.meetings.today() == ()
        book.calendars.show(calendar, shown=True)
        (event,) = ids_of(book, calendar)
        book.calendars.hide_series(event)
        assert book.meetings.today() == ()


def test_what_was_written_down_ahead_is_not_told_twice(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE - timedelta(hours=2))) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        when = Happened(TODAY, at("2026-11-24 09:30"), "Europe/Berlin")
        entry = book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, when)
        (meeting,) = book.meetings.today()
        assert meeting.entry == entry


def test_what_was_written_down_ahead_hides_no_other_meeting_with_them(tmp_path: Path) -> None:
    """A meeting of three from 14:00 to 16:00 was once missing for a coffee with one of them at 16:00."""
    with a_book(tmp_path, a_clock(NINE)) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        book.contacts.add(a_person("Bob", "EMAIL:bob@bob.example"))
        both = ("ada@ada.example", "bob@bob.example")
        long = a_schedule("2026-11-24T14:00", seconds=7200)
        a_calendar(
            book,
            an_event("All of us", long, uid="all", addresses=both),
            an_event("Coffee", a_schedule("2026-11-24T16:15"), uid="coffee", addresses=both[:1]),
        )
        when = Happened(TODAY, at("2026-11-24 16:00"), "Europe/Berlin")
        entry = book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, when)
        first, second = book.meetings.today()
        assert (first.title, [one.called for one in first.people]) == ("All of us", ["Ada", "Bob"])
        assert second.entry == entry


def test_the_bare_conversation_of_a_meeting_is_no_word_on_how_it_went(tmp_path: Path) -> None:
    clock = a_clock(NINE)
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        clock.pass_time(timedelta(hours=3))
        assert book.held_meetings.follow().written == 1
        (meeting,) = book.meetings.today()
        assert meeting.asks(book.present())
        book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, Happened(TODAY), "She passed")
        (meeting,) = book.meetings.today()
        assert not meeting.asks(book.present())


def test_meetings_between_two_moments_come_without_what_to_know(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example", "NOTE:Likes tea"))
        a_calendar(book, an_event("Coffee", addresses=["ada@ada.example"]))
        (meeting,) = book.meetings.between(NINE - timedelta(hours=3), NINE)
        assert meeting.useful is None
        assert book.meetings.between(NINE, NINE + timedelta(days=1)) == ()
