from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_book, a_draft, a_person, a_property, added, doing, imported


def beginning(book: Database, text: str, limit: int = 10) -> list[int]:
    with book.read() as reader:
        return reader.names.beginning(text, limit)


def with_letters(book: Database, text: str, limit: int = 10) -> list[int]:
    with book.read() as reader:
        return reader.names.with_letters(text, limit)


def test_people_are_found_by_the_beginning_of_what_they_are_called(book: Database) -> None:
    anna, zoe, annabel = added(book, a_person("Anna Berg"), a_person("Zoë Weiß"), a_person("Annabel"))
    assert beginning(book, "anna") == [anna, annabel]
    assert beginning(book, "anna b") == [anna]
    assert beginning(book, "zoe w") == [zoe]
    assert beginning(book, "berg") == []
    assert beginning(book, "anna", limit=1) == [anna]


def test_what_they_are_called_goes_before_their_full_name(book: Database) -> None:
    (misaki,) = added(book, a_person("Misaki Tanaka", a_property("X-RELATE-CALL", "Tana-san")))
    assert beginning(book, "tana") == [misaki]
    assert beginning(book, "misaki") == []


def test_people_are_found_by_letters_in_their_order(book: Database) -> None:
    anna, johanna = added(book, a_person("Anna Lindqvist"), a_person("Johanna Vale"))
    assert with_letters(book, "alq") == [anna]
    assert with_letters(book, "a l q") == [anna]
    assert with_letters(book, "anna") == [anna, johanna]
    assert with_letters(book, "qla") == []
    assert with_letters(book, " ") == []
    assert with_letters(book, "nn", limit=1) == [anna]


def test_letters_with_a_meaning_in_patterns_stand_for_themselves(book: Database) -> None:
    (odd,) = added(book, a_person("A.]^b-(z"))
    added(book, a_person("Ab z"))
    assert with_letters(book, ".]^-(") == [odd]


def test_an_id_is_no_part_of_a_name(book: Database) -> None:
    added(book, a_person("Anna"))
    assert with_letters(book, "a1") == []


def test_names_follow_every_write_and_every_undo(book: Database) -> None:
    anna, bob = added(book, a_person("Anna"), a_person("Bob"))
    assert beginning(book, "anna") == [anna]
    (annabel,) = added(book, a_person("Annabel"))
    assert beginning(book, "anna") == [anna, annabel]
    with book.write(doing()) as writer:
        writer.contacts.save(Contact(a_person("Anna Two"), bob))
    assert beginning(book, "anna") == [anna, bob, annabel]
    book.undo(doing())
    assert beginning(book, "anna") == [anna, annabel]
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([anna])
    assert beginning(book, "anna") == [annabel]


def test_after_a_large_import_everybody_is_there(book: Database) -> None:
    (anna,) = added(book, a_person("Anna"))
    assert beginning(book, "anna") == [anna]
    imported(book, *(a_draft(a_person(f"Annabel {number:04}"), record=number) for number in range(2_100)))
    assert len(beginning(book, "anna", 5_000)) == 2_101


def test_another_process_is_noticed(book: Database) -> None:
    assert beginning(book, "ada") == []
    other = a_book(book.folder.parent)
    (ada,) = added(other, a_person("Ada"))
    other.close()
    assert beginning(book, "ada") == [ada]


def test_an_early_reader_keeps_to_its_own_moment(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.read() as early:
        assert early.names.beginning("ada", 9) == [ada]
        (adam,) = added(book, a_person("Adam"))
        assert beginning(book, "ada") == [ada, adam]
        assert early.names.beginning("ada", 9) == [ada]


def test_only_the_living_are_kept(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.read() as reader:
        assert reader.names.living([ContactId(99), bob, ada]) == [bob]


def test_names_made_anew_are_read_anew(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    assert beginning(book, "ada") == [ada]
    with book._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE summaries SET called='Zoe'")
    book.repair()
    assert beginning(book, "ada") == [ada]
