from relate_desktop.storage.database import Database
from relate_desktop.storage.digest import book_digest, row_counts
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_person, added, digest_of, doing


def test_the_same_rows_have_the_same_digest_and_others_another(book: Database) -> None:
    empty = digest_of(book)
    added(book, a_person("Ada"))
    full = digest_of(book)
    assert full != empty
    book.undo(doing())
    assert digest_of(book) == empty
    book.redo(doing())
    assert digest_of(book) == full


def test_history_alone_changes_nothing(book: Database) -> None:
    with book._readers.connect() as connection:
        before = book_digest(raw(connection))
    added(book, a_person("Ada"))
    book.undo(doing())
    with book._readers.connect() as connection:
        assert book_digest(raw(connection)) == before
        assert row_counts(raw(connection))["changesets"] == 2
