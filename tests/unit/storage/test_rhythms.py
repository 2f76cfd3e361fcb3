from datetime import date

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN, Chosen
from relate_desktop.domain.wishes import Wishes
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_property, added, doing


def test_a_choice_is_kept_changed_and_taken_away(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    for chosen in (Chosen(Cadence(42)), Chosen(Cadence(42, None, 14), Wishes(least_gap=7)), NOTHING_CHOSEN):
        with book.write(doing(OperationKind.RHYTHM)) as writer:
            assert writer.rhythms.choose(ada, chosen)
            assert not writer.rhythms.choose(ada, chosen)
        with book.read() as reader:
            assert reader.rhythms.of(ada) == chosen
    book.undo(doing())
    with book.read() as reader:
        assert reader.rhythms.of(ada).wishes.least_gap == 7


def test_a_circle_has_one_rhythm_whatever_its_case(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("CATEGORIES", "Clients,Family")))
    with book.write(doing(OperationKind.CIRCLE_RHYTHM)) as writer:
        assert writer.rhythms.choose_for_circle("Clients", Cadence(30))
        assert not writer.rhythms.choose_for_circle(" clients ", Cadence(30))
        assert writer.rhythms.choose_for_circle("CLIENTS", Cadence(20, 25))
    with book.read() as reader:
        assert reader.rhythms.circles() == {"Clients": Cadence(20, 25)}
        assert reader.rhythms.circles_of([ada]) == {ada: {"Clients": Cadence(20, 25)}}
    with book.write(doing(OperationKind.CIRCLE_RHYTHM)) as writer:
        assert writer.rhythms.choose_for_circle("clients", None)
        assert not writer.rhythms.choose_for_circle("clients", None)
    with book.read() as reader:
        assert reader.rhythms.circles() == {}


def test_not_now_is_remembered_once_a_day(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing(OperationKind.NOT_NOW)) as writer:
        assert writer.rhythms.set_aside(ada, date(2026, 3, 14))
        assert not writer.rhythms.set_aside(ada, date(2026, 3, 14))
        assert writer.rhythms.set_aside(ada, date(2026, 3, 1))
    with book.read() as reader:
        assert reader.rhythms.set_asides([ada]) == {ada: (date(2026, 3, 1), date(2026, 3, 14))}
