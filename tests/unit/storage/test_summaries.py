from datetime import timedelta

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.storage.database import Database
from relate_desktop.storage.summaries import contact_ids, filter_sql
from tests.clock import FixedClock
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported


def test_people_are_listed_by_name_whatever_accents_they_have(book: Database) -> None:
    zoe, ada, emil = added(book, a_person("Zoë"), a_person("ada"), a_person("Émile"))
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [ada, emil, zoe]


def test_newest_first_and_last_changed_first(book: Database, clock: FixedClock) -> None:
    (ada,) = added(book, a_person("Ada"))
    clock.pass_time(timedelta(hours=1))
    (bob,) = added(book, a_person("Bob"))
    clock.pass_time(timedelta(hours=1))
    with book.write(doing()) as writer:
        writer.contacts.save(writer.contacts.get(ada).added(a_property("NOTE", "x")))
    with book.read() as reader:
        assert list(reader.contacts.ids(PeopleFilter(), PeopleSort.ADDED)) == [bob, ada]
        assert list(reader.contacts.ids(PeopleFilter(), PeopleSort.RECENT)) == [ada, bob]
        assert reader.contacts.summaries([ada])[0].changed_at == clock.moment


def test_circles_filter_people_whatever_their_case(book: Database) -> None:
    ada, _, carl = added(
        book,
        a_person("Ada", a_property("CATEGORIES", "Friends,Work")),
        a_person("Bob"),
        a_person("Carl", a_property("CATEGORIES", "friends")),
    )
    with book.read() as reader:
        assert list(reader.contacts.ids(PeopleFilter(circle="FRIENDS"))) == [ada, carl]
        assert reader.contacts.count(PeopleFilter(circle="Work")) == 1


def test_those_one_import_created_are_listed(book: Database) -> None:
    added(book, a_person("Ada"))
    people = imported(book, a_draft(a_person("Bob")), a_draft(a_person("Carl")))
    with book.read() as reader:
        changeset = reader.history.entries()[0].changeset
        assert list(reader.contacts.ids(PeopleFilter(batch_changeset=changeset))) == people


def test_the_trash_is_a_list_of_its_own(book: Database) -> None:
    ada, bob = added(book, a_person("Ada", a_property("CATEGORIES", "Work")), a_person("Bob"))
    with book.write(doing(OperationKind.TRASH)) as writer:
        assert writer.contacts.trash([ada]) == 1
        assert writer.contacts.trash([ada]) == 0
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [bob]
        assert list(reader.contacts.ids(PeopleFilter(trashed=True))) == [ada]
        assert reader.circles.all() == []
        assert reader.contacts.count() == 1


def test_rows_come_in_the_order_asked_for_without_the_gone(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob", a_property("ORG", "Analytical Engines")))
    with book.read() as reader:
        rows = reader.contacts.summaries([bob, 999, ada, *([bob] * 600)])
    assert [row.id for row in rows[:2]] == [bob, ada]
    assert len(rows) == 602
    assert rows[0].organization == "Analytical Engines"


def test_a_filter_is_bound_never_pasted() -> None:
    condition, parameters = filter_sql(PeopleFilter(circle="x' OR 1=1 --"))
    assert "OR 1=1" not in condition
    assert parameters == [0, "x' or 1=1 --"]


def test_ids_come_out_of_rows() -> None:
    assert contact_ids([(3,), (1,)]) == [3, 1]
