from sqlalchemy import Column, Integer, MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from relate_desktop.storage.schema import declaring


def test_a_numbered_table_never_gives_a_number_twice_and_checks_ties_at_the_end() -> None:
    known = set(declaring.metadata.tables)
    table = declaring.numbered("tried", Column("owner", Integer, declaring.reference("tried.id")))
    try:
        made = str(CreateTable(table).compile(dialect=sqlite.dialect()))
        assert "AUTOINCREMENT" in made
        assert "DEFERRABLE INITIALLY DEFERRED" in made
    finally:
        declaring.metadata.remove(table)
    assert isinstance(declaring.metadata, MetaData)
    assert set(declaring.metadata.tables) == known
