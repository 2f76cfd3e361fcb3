from relate_desktop.storage.database import Database
from relate_desktop.storage.derived import DerivedTables
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_draft, a_person, a_property, added, digest_of, doing, imported

TABLES = ("summaries", "keys", "memberships")


def contents(book: Database) -> list[object]:
    with book._readers.connect() as connection:
        plain = raw(connection)
        rows = [plain.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES]
        return [*rows, plain.execute("SELECT rowid FROM search WHERE search MATCH '\"a\"*'").fetchall()]


def test_all_of_it_can_be_made_anew(book: Database) -> None:
    people = imported(book, *(a_draft(a_person(f"A{number}", a_property("UID", "u"))) for number in range(5)))
    added(book, a_person("Ada", a_property("CATEGORIES", "Work"), a_property("EMAIL", "a@b.c")))
    with book.write(doing()) as writer:
        writer.contacts.trash(people[:1])
        writer.contacts.save(writer.contacts.get(people[1]).added(a_property("TEL", "12345678")))
    expected = contents(book)
    with book._writer.begin() as connection:
        DerivedTables(raw(connection)).rebuild()
    assert contents(book) == expected
    digest_of(book)


def test_a_book_repairs_what_is_missing(book: Database) -> None:
    added(book, a_person("Ada"))
    expected = contents(book)
    with book._writer.begin() as connection:
        for statement in ("DELETE FROM summaries", "DELETE FROM keys", "DELETE FROM search WHERE rowid=1"):
            connection.exec_driver_sql(statement)
    with book.read() as reader:
        kinds = {kind for kind, _ in reader.health().problems}
    assert kinds == {"summaries_differ", "search_differs"}
    assert "rebuilt" in book.repair()
    assert contents(book) == expected
