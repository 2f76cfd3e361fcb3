from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.due_reason import DueOrigin
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.suggestions import Quiet
from relate_desktop.services.book import OpenBook
from tests.clock import FixedClock, a_clock
from tests.open_book import a_book, a_person
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.due import a_promise, a_reminder
from tests.unit.storage.events import a_schedule, an_event

TUESDAY = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("UTC"))
TODAY = TUESDAY.date()


def a_tuesday() -> FixedClock:
    return a_clock(TUESDAY)


def talked(book: OpenBook, contact: ContactId, *ago: int, direction: Direction = Direction.BOTH) -> None:
    """Calls so many days ago, or messages of mine."""
    kind = InteractionKind.CALL if direction is Direction.BOTH else InteractionKind.MESSAGE
    for days in ago:
        book.timeline.log([contact], kind, direction, Happened(TODAY - timedelta(days=days)))


def people(book: OpenBook, *names: str) -> list[ContactId]:
    return [book.contacts.add(a_person(name)) for name in names]


def kept_to(book: OpenBook, days: int, *contacts: ContactId) -> None:
    for contact in contacts:
        book.rhythms.set(contact, Cadence(days))


def shown(book: OpenBook, *, seen: bool = False) -> list[ContactId]:
    return [one.contact for one in book.agenda.today(seen).agenda.suggestions.shown]


def test_an_empty_book_has_an_empty_day(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        page = book.agenda.today(seen=True)
        assert page.agenda.empty
        assert (page.people, page.reasons, page.done_today) == ({}, {}, ())


def test_what_is_due_comes_with_its_people_and_where_it_came_from(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        ada, bob = people(book, "Ada", "Bob")
        talk = book.timeline.log([ada], InteractionKind.CALL, Direction.BOTH, Happened(date(2026, 11, 20)))
        book.reminders.add(replace(a_reminder(ada, due="2026-11-24T14:00"), told_in=talk))
        book.promises.add(a_promise(bob, due="2026-11-23"))
        book.reminders.add(a_reminder(bob, text="tomorrow", due="2026-11-25"))
        page = book.agenda.today(seen=False)
        assert [row.text for row in page.agenda.due.rows] == ["the contract", "Send the cover"]
        assert [page.reasons[row].origin for row in page.agenda.due.rows] == [
            DueOrigin.I_PROMISED,
            DueOrigin.CONVERSATION,
        ]
        assert {one.called for one in page.people.values()} == {"Ada", "Bob"}


def test_what_was_done_today_is_told_and_what_was_done_before_is_not(tmp_path: Path) -> None:
    clock = a_clock(TUESDAY - timedelta(days=1))
    with a_book(tmp_path, clock) as book:
        for text in ("yesterday", "today"):
            book.reminders.done(book.reminders.add(a_reminder(text=text, due="2026-11-23")))
            clock.pass_time(timedelta(days=1))
        clock.moment = TUESDAY
        book.promises.keep(book.promises.add(a_promise()))
        assert [item.text for item in book.agenda.today(seen=False).done_today] == ["today", "the contract"]


def test_three_are_suggested_and_the_others_wait(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        everybody = people(book, *(f"P{number}" for number in range(6)))
        for number, contact in enumerate(everybody):
            talked(book, contact, 30 + 10 * number)
        kept_to(book, 20, *everybody)
        page = book.agenda.today(seen=False)
        assert [one.contact for one in page.agenda.suggestions.shown] == everybody[:-4:-1]
        assert page.agenda.suggestions.waiting == 3


def test_who_was_looked_at_keeps_the_place_today_and_rests_from_it_tomorrow(tmp_path: Path) -> None:
    clock = a_tuesday()
    with a_book(tmp_path, clock) as book:
        everybody = people(book, *(f"P{number}" for number in range(5)))
        for contact in everybody:
            talked(book, contact, 60)
        kept_to(book, 20, *everybody)
        first = shown(book, seen=True)
        assert len(first) == 3
        assert shown(book, seen=True) == first
        clock.pass_time(timedelta(days=1))
        second = shown(book, seen=True)
        assert set(second) == set(everybody) - set(first)
        page = book.agenda.today(seen=False)
        assert {one.contact for one in page.agenda.suggestions.left_alone} == set(first)
        assert {one.quiet for one in page.agenda.suggestions.left_alone} == {Quiet.LATELY}


def test_only_looking_notes_anything(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        (ada,) = people(book, "Ada")
        talked(book, ada, 60)
        kept_to(book, 20, ada)
        before = len(book.history.entries())
        for _look in range(3):
            assert shown(book) == [ada]
            assert shown(book, seen=True) == [ada]
        assert len(book.history.entries()) == before
        with book.database.read() as reader:
            assert [one.contact for one in reader.circumstances.nudges(TODAY, TODAY)] == [ada]


def test_any_conversation_resets(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        (ada,) = people(book, "Ada")
        talked(book, ada, 60)
        kept_to(book, 20, ada)
        assert shown(book) == [ada]
        talked(book, ada, 0)
        assert shown(book) == []


def test_a_rest_is_told_with_its_end_unless_nobody_wants_rests(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        (ada,) = people(book, "Ada")
        talked(book, ada, 9, 4, direction=Direction.MINE)
        (alone,) = book.agenda.today(seen=False).agenda.suggestions.left_alone
        assert (alone.contact, alone.quiet, alone.unanswered) == (ada, Quiet.REST, 2)
        assert alone.until == TODAY + timedelta(days=10)
        book.preferences.change(rest_after_unanswered=False)
        assert book.agenda.today(seen=False).agenda.suggestions.left_alone == ()


def test_nobody_in_the_trash_is_suggested_or_wished(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        ada = book.contacts.add(a_person("Ada", "BDAY:--1124"))
        talked(book, ada, 60)
        kept_to(book, 20, ada)
        book.contacts.trash([ada])
        page = book.agenda.today(seen=False)
        assert page.agenda.suggestions.shown == ()
        assert page.agenda.coming_up == ()
        book.history.undo()
        page = book.agenda.today(seen=False)
        assert [one.contact for one in page.agenda.suggestions.shown] == [ada]
        assert [day.on for day in page.agenda.coming_up] == [TODAY]


def test_birthdays_come_with_ages_without_years_and_late(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        book.contacts.add(a_person("Ada", "BDAY:19851126"))
        book.contacts.add(a_person("Bob", "BDAY:--1127"))
        cem = book.contacts.add(a_person("Cem", "BDAY:19901121"))
        dora = book.contacts.add(a_person("Dora", "BDAY:19901120"))
        talked(book, dora, 2)
        page = book.agenda.today(seen=False).agenda
        assert [(day.on.day, day.years) for day in page.coming_up] == [(26, 41), (27, None)]
        assert [(day.moment.contact, day.years) for day in page.late_wishes] == [(cem, 36)]


def test_what_stepped_back_is_told_once(tmp_path: Path) -> None:
    clock = a_tuesday()
    with a_book(tmp_path, clock) as book:
        book.reminders.add(a_reminder(due="2026-11-20"))
        assert len(book.agenda.today(seen=True).agenda.due.stepped_back) == 0, "it stepped back yesterday"
        book.reminders.add(a_reminder(text="next", due="2026-11-22"))
        clock.pass_time(timedelta(days=1))
        for _look in range(2):
            assert [row.text for row in book.agenda.today(seen=True).agenda.due.stepped_back] == ["next"]
        clock.pass_time(timedelta(days=1))
        assert book.agenda.today(seen=True).agenda.due.stepped_back == ()


def test_whom_a_calendar_has_one_meet_soon_is_not_suggested(tmp_path: Path) -> None:
    with a_book(tmp_path, a_tuesday()) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@ada.example"))
        talked(book, ada, 90)
        kept_to(book, 14, ada)
        assert shown(book) == [ada]
        a_calendar(book, an_event("Coffee", a_schedule("2026-11-27T09:30"), addresses=["ada@ada.example"]))
        assert shown(book) == []
        (alone,) = book.agenda.today(seen=False).agenda.suggestions.left_alone
        assert (alone.quiet, alone.until) == (Quiet.MEETING, date(2026, 11, 27))
        assert book.rhythms.of(ada).next == date(2026, 11, 27)
