from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.people import PeopleFilter
from relate_desktop.domain.query_text import parse
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_property, added, doing

EMAIL = a_property("EMAIL", "a@example.org")


def test_and_or_and_not_of_what_people_have(book: Database) -> None:
    ada, bob, zoe = added(
        book,
        a_person("Ada", EMAIL),
        a_person("Bob", EMAIL, a_property("BDAY", "1990-02-03")),
        a_person("Zoe"),
    )
    for text, found in (
        ("has:email", [ada, bob]),
        ("-has:email", [zoe]),
        ("has:email -has:birthday", [ada]),
        ("birthday:february or -has:email", [bob, zoe]),
        ("has:email -has:email", []),
        ("last:never zoe", [zoe]),
        ("birthday:next366d", [bob]),
    ):
        with book.read() as reader:
            assert list(reader.search.holding(parse(text))) == found, text


def test_a_filter_of_the_trash_reads_the_lines_of_those_in_it(book: Database) -> None:
    ada, bob, _ = added(book, a_person("Ada", EMAIL), a_person("Bob"), a_person("Zoe", EMAIL))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada, bob])
    with book.read() as reader:
        assert list(reader.search.holding(parse("has:email"), PeopleFilter(trashed=True))) == [ada]
        assert list(reader.search.holding(parse("-has:email"), PeopleFilter(trashed=True))) == [bob]


def test_marks_follow_an_edit_and_its_undo(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", EMAIL))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.without(contact.properties[-1]))
    with book.read() as reader:
        assert reader.search.find("has:email").total == 0
    book.undo(doing())
    with book.read() as reader:
        assert reader.search.find("has:email").total == 1


def test_the_first_of_many_come_in_the_order_of_all(book: Database) -> None:
    added(
        book,
        *(
            a_person(f"P{n % 7} {'Ada' if n % 3 else 'X'}", EMAIL, a_property("NOTE", "ada"))
            for n in range(80)
        ),
    )
    for text in ("has:email", "has:email ada", "-zoe", "has:email or zoe"):
        with book.read() as reader:
            found = reader.search.find(text, 20)
            everybody = list(reader.search.ids(text))
        assert (found.total, [hit.contact for hit in found.hits]) == (80, everybody[:20]), text


def test_a_field_is_read_where_the_index_leaves_its_line_out(book: Database) -> None:
    ada, bob, cy = added(
        book,
        a_person("Ada", a_property("ORG", "media:group")),
        a_person("Bob", a_property("NOTE", f"{'x ' * 100_000}kite")),
        a_person("Cy", a_property("ORG", "北京 Kites"), a_property("NOTE", "group")),
    )
    for text, found in (("org:group", [ada]), ("note:kite", [bob]), ("org:北京", [cy]), ("org:!!", [])):
        with book.read() as reader:
            assert list(reader.search.holding(parse(text))) == found, text


def test_fields_are_found_however_their_letters_are_spelled(book: Database) -> None:
    koeln = a_property("ADR", ";;;Köln;;;")
    ada, nina, dora = added(
        book, a_person("Ada Müller", koeln), a_person("Нина"), a_person("Dora", a_property("ORG", "Öäüöä AG"))
    )
    for text, found in (
        ("name:mueller", [ada]),
        ("name:nina", [nina]),
        ("city:koeln", [ada]),
        ("city:Köln", [ada]),
        ("org:oeaeueoeae", [dora]),
        ("org:oeaua", []),
    ):
        with book.read() as reader:
            assert list(reader.search.holding(parse(text))) == found, text
