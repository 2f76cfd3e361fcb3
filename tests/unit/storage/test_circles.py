from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.circle import CIRCLE_HUES, circles_of, with_circle, without_circle
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_draft, a_person, a_property, added, digest_of, doing, imported


def somebody(name: str, circles: str) -> tuple[Property, ...]:
    return a_person(name, a_property("CATEGORIES", circles))


def listed(book: Database) -> list[tuple[str, int]]:
    with book.read() as reader:
        return [(circle.name, circle.count) for circle in reader.circles.all()]


def hues(book: Database) -> dict[str, int]:
    with book.read() as reader:
        return {circle.name: circle.hue for circle in reader.circles.all()}


def circles(book: Database, contact: ContactId) -> tuple[str, ...]:
    with book.read() as reader:
        return circles_of(reader.contacts.get(contact))


def test_circles_are_counted_whatever_their_case(book: Database) -> None:
    added(book, somebody("Ada", "Friends,Work"), a_person("Bob"), somebody("Carl", "friends"))
    assert listed(book) == [("Friends", 2), ("Work", 1)]


def test_a_new_circle_stays_with_nobody_in_it_and_takes_the_colour_least_used(book: Database) -> None:
    added(book, somebody("Ada", "Friends"))
    with book.write(doing(OperationKind.CIRCLE_ADD)) as writer:
        assert writer.circles.add(" Book  club ")
        assert not writer.circles.add("BOOK CLUB")
    assert listed(book) == [("Book club", 0), ("Friends", 1)]
    assert len(set(hues(book).values())) == 2
    book.undo(doing())
    assert listed(book) == [("Friends", 1)]


def test_colours_come_in_order_and_stay_whoever_comes_goes_or_returns(
    book: Database,
) -> None:
    ada, bob, carl = added(book, somebody("Ada", "A"), somebody("Bob", "B,C"), somebody("Carl", "D"))
    given = dict(zip("ABCD", CIRCLE_HUES, strict=False))
    assert hues(book) == given
    with book.write(doing()) as writer:  # a new circle on the very first person
        writer.contacts.edit_many([ada], lambda contact: with_circle(contact, "New"))
    assert hues(book) == {**given, "New": CIRCLE_HUES[4]}
    with book.write(doing()) as writer:
        writer.contacts.trash([bob])
    assert hues(book) == {"A": given["A"], "D": given["D"], "New": CIRCLE_HUES[4]}
    added(book, somebody("Dora", "c,E"))
    with book.write(doing()) as writer:
        writer.contacts.put_back([bob])
        writer.contacts.edit_many([carl], lambda contact: with_circle(without_circle(contact, "D"), "b"))
    del given["D"]
    assert hues(book) == {**given, "New": CIRCLE_HUES[4], "E": CIRCLE_HUES[5]}


def test_a_colour_somebody_chose_is_the_last_to_be_given_to_another(book: Database) -> None:
    with book.write(doing(OperationKind.CIRCLE_ADD)) as writer:
        writer.circles.add("Mine", hue=CIRCLE_HUES[0])
    added(book, somebody("Ada", "A"))
    assert hues(book) == {"A": CIRCLE_HUES[1], "Mine": CIRCLE_HUES[0]}


def test_a_renamed_circle_keeps_people_colour_place_and_rhythm(book: Database) -> None:
    ada, bob = added(book, somebody("Ada", "Work,Clients,Zoo"), somebody("Bob", "clients"))
    (carl,) = imported(book, a_draft(somebody("Carl", "CLIENTS")))
    with book.write(doing()) as writer:
        writer.rhythms.choose_for_circle("Clients", Cadence(30))
        writer.circles.arrange(["Zoo", "Clients"])
    with book.write(doing()) as writer:
        writer.contacts.trash([bob])
    before, colours = digest_of(book), hues(book)
    with book.write(doing(OperationKind.CIRCLE_RENAME)) as writer:
        assert writer.circles.rename("clients", "Customers") == 3
    assert listed(book) == [("Zoo", 1), ("Customers", 2), ("Work", 1)]
    assert circles(book, ada) == ("Work", "Customers", "Zoo")
    assert circles(book, bob) == circles(book, carl) == ("Customers",)
    assert hues(book) == {"Customers": colours.pop("CLIENTS"), **colours}
    with book.read() as reader:
        assert reader.rhythms.circles() == {"Customers": Cadence(30)}
        assert reader.rhythms.circles_of([ada]) == {ada: {"Customers": Cadence(30)}}
    book.undo(doing())
    assert digest_of(book) == before


def test_a_name_may_change_in_its_case_alone(book: Database) -> None:
    (ada,) = added(book, somebody("Ada", "clients"))
    with book.write(doing()) as writer:
        writer.rhythms.choose_for_circle("clients", Cadence(30))
        assert writer.circles.rename("clients", "Clients") == 1
    assert listed(book) == [("Clients", 1)]
    assert circles(book, ada) == ("Clients",)
    with book.read() as reader:
        assert reader.rhythms.circles() == {"Clients": Cadence(30)}


def test_joined_circles_are_one_with_the_looks_and_rhythm_of_the_one_kept(book: Database) -> None:
    ada, bob = added(book, somebody("Ada", "Kunden,Clients"), somebody("Bob", "Kunden"))
    with book.write(doing()) as writer:
        writer.rhythms.choose_for_circle("Clients", Cadence(30))
        writer.rhythms.choose_for_circle("Kunden", Cadence(7))
        writer.circles.colour("Clients", 9)
    before = digest_of(book)
    with book.write(doing(OperationKind.CIRCLE_JOIN)) as writer:
        assert writer.circles.join("Clients", ["kunden", "nothing"]) == 2
    assert listed(book) == [("Clients", 2)]
    assert hues(book) == {"Clients": 9}
    assert circles(book, ada) == circles(book, bob) == ("Clients",)
    with book.read() as reader:
        assert reader.rhythms.circles() == {"Clients": Cadence(30)}
    book.undo(doing())
    assert digest_of(book) == before


def test_the_one_kept_takes_a_rhythm_where_it_has_none(book: Database) -> None:
    added(book, somebody("Ada", "Kunden,Clients"))
    with book.write(doing()) as writer:
        writer.rhythms.choose_for_circle("Kunden", Cadence(7))
        writer.circles.join("Clients", ["Kunden"])
    with book.read() as reader:
        assert reader.rhythms.circles() == {"Clients": Cadence(7)}


def test_of_a_removed_circle_the_people_stay_and_the_others_keep_their_colours(book: Database) -> None:
    ada, bob = added(book, somebody("Ada", "A,B,C"), somebody("Bob", "A"))
    with book.write(doing()) as writer:
        writer.rhythms.choose_for_circle("A", Cadence(30))
    before, colours = digest_of(book), hues(book)
    with book.write(doing(OperationKind.CIRCLE_REMOVE)) as writer:
        assert writer.circles.remove("a") == 2
        assert writer.circles.remove("unheard of") == 0
    assert listed(book) == [("B", 1), ("C", 1)]
    assert hues(book) == {name: colours[name] for name in ("B", "C")}
    assert circles(book, bob) == ()
    with book.read() as reader:
        assert reader.rhythms.circles() == {}
        assert reader.contacts.count() == 2
    book.undo(doing())
    assert digest_of(book) == before
    assert circles(book, ada) == ("A", "B", "C")


def test_looks_alone_keep_no_circle_and_are_remembered(book: Database) -> None:
    (ada,) = added(book, somebody("Ada", "A"))
    with book.write(doing()) as writer:
        assert writer.circles.colour("a", 9)
        assert not writer.circles.colour("A", 9)
        assert not writer.circles.colour("unheard of", 9)
    with book.write(doing()) as writer:
        writer.contacts.trash([ada])
    assert listed(book) == []
    added(book, somebody("Bob", "a"))
    assert hues(book) == {"A": 9}


def test_places_hold_and_who_has_none_follows_by_name(book: Database) -> None:
    added(book, somebody("Ada", "A,B,C,D"))
    with book.write(doing()) as writer:
        assert writer.circles.arrange(["d", "B"])
        assert not writer.circles.arrange(["D"])
    assert [name for name, _count in listed(book)] == ["D", "B", "A", "C"]
    added(book, somebody("Bob", "AA"))
    assert [name for name, _count in listed(book)] == ["D", "B", "A", "C", "AA"]


def test_how_many_of_some_people_are_in_each_circle(book: Database) -> None:
    people = added(book, somebody("Ada", "A,B"), somebody("Bob", "a"), a_person("Carl"))
    with book.read() as reader:
        assert reader.circles.shared(people) == {"a": 2, "b": 1}
        assert reader.circles.shared([people[2]]) == {}


def test_two_rows_of_looks_are_one_circle(book: Database) -> None:
    added(book, somebody("Ada", "A"))
    with book.write(doing()) as writer:
        writer.circles.colour("A", 9)
    with book.write(doing()) as writer:
        writer.circles.remove("A")
    with book.read() as reader:
        removal = reader.history.entries(limit=1)[0].changeset
    added(book, somebody("Bob", "a"))
    with book.write(doing()) as writer:
        writer.circles.colour("a", 3)
    book.take_back(doing(), removal)
    assert listed(book) == [("a", 2)]
    assert hues(book) == {"a": 3}
    with book.write(doing()) as writer:
        writer.circles.remove("A")
    assert listed(book) == []
