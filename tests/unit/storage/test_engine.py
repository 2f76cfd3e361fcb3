from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.storage.engine import (
    OLDEST_SQLITE,
    look,
    raw,
    reader_engine,
    refuse_old_sqlite,
    sqlite_version,
    writer_engine,
)


def test_the_sqlite_in_use_has_no_known_fault() -> None:
    assert sqlite_version() >= OLDEST_SQLITE
    refuse_old_sqlite()


def test_an_older_sqlite_is_refused() -> None:
    with pytest.raises(StorageError, match=ErrorKind.SQLITE_TOO_OLD):
        refuse_old_sqlite((3, 51, 2))


def test_the_guarded_settings_are_in_force(tmp_path: Path) -> None:
    writer = writer_engine(tmp_path / "x.db")
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    wanted |= {"cell_size_check": 1, "temp_store": 2, "journal_size_limit": 16 * 1024 * 1024}
    with writer.connect() as connection:
        plain = raw(connection)
        assert {name: plain.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
        assert plain.execute("PRAGMA busy_timeout").fetchone()[0] == 5000
    writer.dispose()


def test_a_reader_can_neither_write_nor_checkpoint(tmp_path: Path) -> None:
    writer, reader = writer_engine(tmp_path / "x.db"), reader_engine(tmp_path / "x.db")
    with reader.connect() as connection:
        assert raw(connection).execute("PRAGMA wal_autocheckpoint").fetchone()[0] == 0
    with reader.begin() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.exec_driver_sql("CREATE TABLE t (a)")
    reader.dispose()
    writer.dispose()


def test_tables_made_in_a_failed_transaction_are_gone(tmp_path: Path) -> None:
    writer = writer_engine(tmp_path / "x.db")
    with pytest.raises(DBAPIError), writer.begin() as connection:
        _make_a_table_and_fail(connection)
    with writer.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
    writer.dispose()


def _make_a_table_and_fail(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE t (a)")
    connection.exec_driver_sql("CREATE TABLE t (a)")


def test_errors_of_sql_hide_what_was_typed(tmp_path: Path) -> None:
    writer = writer_engine(tmp_path / "x.db")
    with writer.begin() as connection, pytest.raises(DBAPIError) as caught:
        connection.exec_driver_sql("INSERT INTO missing VALUES (?)", ("ZZCANARY",))
    assert "ZZCANARY" not in str(caught.value)
    writer.dispose()


def test_looking_leaves_no_trace(tmp_path: Path) -> None:
    writer = writer_engine(tmp_path / "x.db")
    with writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    writer.dispose()
    before = sorted(path.name for path in tmp_path.iterdir())
    connection = look(tmp_path / "x.db", immutable=True)
    assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 0
    connection.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == before
