from datetime import date

import pytest

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.person_rhythm import Chosen
from relate_desktop.storage.database import Database
from tests.present import a_moment
from tests.unit.storage.books import a_person, a_property, added, doing
from tests.unit.storage.days import a_call, a_note, kept
from tests.unit.storage.test_closeness import chosen

TODAY = date(2026, 3, 14)


def test_those_left_longest_in_usual_gaps_come_first(book: Database) -> None:
    ada, bob, cem = added(book, a_person("Ada"), a_person("Bob"), a_person("Cem"))
    kept(book, a_call(ada, on="2026-01-14"), a_call(bob, on="2026-02-14"), a_call(cem, on="2026-03-13"))
    chosen(book, ada, Chosen(Cadence(30)))
    chosen(book, bob, Chosen(Cadence(7)))
    chosen(book, cem, Chosen(Cadence(7)))
    with book.read() as reader:
        assert reader.agenda.late(TODAY, 10) == [bob, ada]
        assert reader.agenda.late(TODAY, 1) == [bob]
        assert reader.agenda.late(TODAY, 1, 1) == [ada]
        assert reader.agenda.late_count(TODAY) == 2


def test_those_who_rest_are_found(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(book, *(a_call(ada, on=f"2026-03-1{day}", kind=InteractionKind.MAIL) for day in (0, 1)))
    with book.read() as reader:
        assert reader.agenda.resting(TODAY, 5) == [ada]
        assert reader.agenda.resting(date(2026, 3, 25), 5) == []


def test_all_that_rules_need_of_somebody_is_gathered(book: Database) -> None:
    ada, bob = added(book, a_person("Ada", a_property("CATEGORIES", "Clients")), a_person("Bob"))
    kept(book, a_call(ada, on="2026-03-01"), a_call(ada, on="2026-03-20"))
    chosen(book, ada, Chosen(Cadence(30), agreed=True))
    with book.write(doing(OperationKind.NOT_NOW)) as writer:
        writer.rhythms.set_aside(ada, TODAY)
        writer.rhythms.choose_for_circle("Clients", Cadence(20))
        writer.contacts.trash([bob])
    with book.read() as reader:
        (found,) = reader.agenda.acquaintances([ada, bob, ContactId(9)], TODAY)
        assert [talk.on for talk in found.talks] == [date(2026, 3, 1)]
        assert (found.contact, found.known_since, found.meeting_on) == (ada, TODAY, date(2026, 3, 20))
        assert (found.cadence, found.circles) == (Cadence(30), {"Clients": Cadence(20)})
        assert found.agreed
        assert found.set_aside_on == (TODAY,)
        assert reader.agenda.acquaintance(bob, TODAY).talks == ()
        with pytest.raises(NotFoundError):
            reader.agenda.acquaintance(ContactId(9), TODAY)
        assert reader.agenda.last_days([ada, bob]) == {ada: date(2026, 3, 1)}


def born(book: Database, **days: str) -> list[ContactId]:
    return added(book, *(a_person(name, a_property("BDAY", day)) for name, day in days.items()))


def test_those_whose_day_is_near_are_found_those_in_touch_first(book: Database) -> None:
    ada, bob, _cem, _dora = born(book, A="--0315", B="--0320", C="--0401", D="19840229")
    kept(book, a_call(bob, on="2026-03-01"))
    with book.read() as reader:
        assert reader.agenda.coming(TODAY, 10, 10) == [bob, ada]
        assert reader.agenda.coming(TODAY, 10, 1) == [bob]
        assert reader.agenda.coming(TODAY, 0, 9) == []


def test_the_leap_day_is_near_on_both_its_days(book: Database) -> None:
    (dora,) = born(book, D="19840229")
    with book.read() as reader:
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29)):
            assert reader.agenda.coming(day, 0, 5) == [dora]
        assert reader.agenda.coming(date(2026, 3, 2), 0, 5) == []


def test_the_turn_of_the_year_is_a_day_like_others(book: Database) -> None:
    ada, bob = born(book, A="--0101", B="--1231")
    with book.read() as reader:
        assert reader.agenda.coming(date(2026, 12, 30), 9, 5) == [bob, ada]
        assert reader.agenda.passed(date(2027, 1, 2), 7, 5) == [ada, bob]


def test_those_whose_day_has_passed_are_found_unless_one_talked_since(book: Database) -> None:
    ada, bob, _cem = born(book, A="--0312", B="--0313", C="--0314")
    with book.read() as reader:
        assert reader.agenda.passed(TODAY, 7, 5) == [bob, ada]
        assert reader.agenda.passed(TODAY, 1, 5) == [bob]
    kept(book, a_call(bob, on="2026-03-13"), a_call(ada, on="2026-03-11"))
    with book.read() as reader:
        assert reader.agenda.passed(TODAY, 7, 5) == [ada]


def test_days_one_wants_to_be_told_of_long_before_are_found(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing(OperationKind.MOMENT)) as writer:
        writer.moments.add(a_moment("--06-01", ada, ahead=30))
        writer.moments.add(a_moment("--06-01", bob, ahead=3))
    with book.read() as reader:
        assert reader.agenda.told_ahead(10) == [ada]


def test_entries_say_what_they_were_and_when(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    call, note = kept(book, a_call(ada, on="2026-03-01"), a_note(ada, on="2026-03-02"))
    with book.read() as reader:
        assert reader.agenda.entry_days([call, note, 99]) == {
            call: ("call", date(2026, 3, 1)),
            note: ("note", date(2026, 3, 2)),
        }


def test_of_a_day_with_many_birthdays_those_one_is_in_touch_with_are_named(book: Database) -> None:
    people = added(book, *(a_person(f"P{number}", a_property("BDAY", "--03-20")) for number in range(5)))
    ada, bob = added(
        book, a_person("Ada", a_property("BDAY", "--03-20")), a_person("Bob", a_property("BDAY", "--03-21"))
    )
    kept(book, a_call(ada, on="2026-03-01"))
    with book.read() as reader:
        named, more = reader.agenda.moments_on([date(2026, 3, 20), date(2026, 3, 21)], TODAY, 2)
    assert named == [ada, people[0], bob]
    assert more == {date(2026, 3, 20): 4}
