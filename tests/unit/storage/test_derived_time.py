from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.timeline import people_in
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_person, added, digest_of, doing
from tests.unit.storage.days import a_call, a_day, kept

TABLES = ("last_talks", "summaries")


def contents(book: Database) -> list[object]:
    with book._readers.connect() as connection:
        return [raw(connection).execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES]


def test_all_of_it_can_be_made_anew(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    kept(book, a_call(ada, on="2026-02-01"), a_call(ada, bob), a_call(bob, on="2026-04-01"))
    expected = contents(book)
    book.repair()
    assert contents(book) == expected
    digest_of(book)


def test_people_of_an_entry_stand_where_it_stands_after_taking_back_its_move(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, on="2026-03-05"))
        moved = writer.changeset
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, bob, on="2026-03-05"))
    book.take_back(doing(), moved)
    with book.read() as reader:
        item = reader.timeline.items([entry])[entry]
    assert (item.happened, people_in(item)) == (a_day("2026-03-01"), (ada, bob))
    digest_of(book)


def test_nobody_stands_on_an_entry_twice_after_undo(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada, bob))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada))
        removed = writer.changeset
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, bob))
    book.take_back(doing(), removed)
    with book._readers.connect() as connection:
        rows = raw(connection).execute("SELECT contact_id FROM participants ORDER BY 1").fetchall()
    assert rows == [(ada,), (bob,)]
    book.undo(doing())
    book.undo(doing())
    with book.read() as reader:
        assert [row.id for row in reader.timeline.get(entry).people] == [ada]
    digest_of(book)
