from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw


def test_no_row_id_is_ever_used_twice() -> None:
    for table in schema.JOURNALLED:
        assert "AUTOINCREMENT" in str(CreateTable(table).compile(dialect=sqlite.dialect()))


def test_ties_are_checked_at_the_end_so_that_rows_may_return_in_any_order() -> None:
    for table in schema.JOURNALLED:
        assert all(key.deferrable and key.initially == "DEFERRED" for key in table.foreign_keys)


def test_every_table_is_in_a_new_book_and_nothing_else(book: Database) -> None:
    with book._readers.connect() as connection:
        rows = raw(connection).execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    names = {row[0] for row in rows if not row[0].startswith(("sqlite_", "search", "text_search"))}
    assert names == set(schema.metadata.tables)
