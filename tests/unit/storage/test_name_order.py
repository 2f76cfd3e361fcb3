from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.name_order import NameOrder
from tests.unit.storage.books import a_book, a_person, added, doing


def test_the_order_is_kept_until_something_is_written(book: Database) -> None:
    bob, ada = added(book, a_person("Bob"), a_person("Ada"))
    order = NameOrder()
    with book._readers.begin() as connection:
        first = order.of(raw(connection))
        assert list(first) == [ada, bob]
        assert order.of(raw(connection)) is first
    (abe,) = added(book, a_person("Abe"))
    with book._readers.begin() as connection:
        assert list(order.of(raw(connection))) == [abe, ada, bob]
    book.undo(doing())
    with book._readers.begin() as connection:
        assert list(order.of(raw(connection))) == [ada, bob]


def test_each_reader_gets_the_order_of_its_own_moment(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.read() as early:
        assert list(early.contacts.ids()) == [ada]
        (bob,) = added(book, a_person("Bob"))
        with book.read() as late:
            assert list(late.contacts.ids()) == [ada, bob]
        assert list(early.contacts.ids()) == [ada]


def test_a_writer_sees_what_it_has_just_put_away(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing(OperationKind.TRASH)) as writer:
        assert list(writer.contacts.ids()) == [ada, bob]
        writer.contacts.forget([ada])
        assert list(writer.contacts.ids()) == [bob]


def test_a_renamed_person_moves(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.read() as reader:
        reader.contacts.ids()
    with book.write(doing()) as writer:
        writer.contacts.save(Contact(a_person("Zoe"), ada))
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [bob, ada]


def test_another_process_moves_it_too(book: Database) -> None:
    other = a_book(book.folder.parent)
    (bob,) = added(book, a_person("Bob"))
    with book.read() as reader:
        reader.contacts.ids()
    (ada,) = added(other, a_person("Ada"))
    other.close()
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [ada, bob]


def test_rows_made_anew_are_ordered_anew(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.read() as reader:
        reader.contacts.ids()
    with book._writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM summaries")
    book.repair()
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [ada]
