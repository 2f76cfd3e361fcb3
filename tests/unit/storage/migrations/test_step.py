"""The walk from version to version, with planted steps."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from relate_desktop.domain.errors import BookBusyError, BookNewerError
from relate_desktop.storage import lock as lock_module
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import look
from relate_desktop.storage.migrations import STEPS
from relate_desktop.storage.migrations.step import Step
from relate_desktop.storage.schema import VERSION
from tests.clock import a_clock
from tests.unit.storage.books import a_book, a_person, added, digest_of

NEXT = VERSION + 1


def adding(table: str) -> Callable[[Connection], None]:
    def apply(connection: Connection) -> None:
        connection.exec_driver_sql(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("ALTER TABLE contacts RENAME COLUMN hue TO colour")
        connection.exec_driver_sql("ALTER TABLE contacts RENAME COLUMN colour TO hue")

    return apply


def failing(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half (id)")
    connection.exec_driver_sql("UPDATE contacts SET hue = 9")
    connection.exec_driver_sql("CREATE TABLE half (id)")


def opened(folder: Path, *steps: Step) -> Database:
    return Database.open(folder / "book", clock=a_clock(), steps=(*STEPS, *steps))


def an_old_book(folder: Path) -> str:
    book = a_book(folder)
    added(book, a_person("Ada"), a_person("Bob"))
    digest = digest_of(book)
    book.close()
    return digest


def structure(folder: Path) -> tuple[int, list[tuple[str, str]]]:
    connection = look(folder / "book" / "relate.db", immutable=True)
    try:
        rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        return connection.execute("PRAGMA user_version").fetchone()[0], rows
    finally:
        connection.close()


def test_an_older_book_walks_every_step_after_a_backup(tmp_path: Path) -> None:
    digest = an_old_book(tmp_path)
    book = opened(tmp_path, Step(NEXT, adding("two")), Step(NEXT + 1, adding("three")))
    with book.read() as reader:
        assert reader.health().digest == digest
    book.close()
    version, rows = structure(tmp_path)
    assert version == NEXT + 1
    assert {"two", "three"} <= {name for name, _ in rows}
    (backup,) = (tmp_path / "book" / "backups").iterdir()
    assert backup.name.endswith(f"-before-v{NEXT + 1}.db")
    with pytest.raises(BookNewerError):
        a_book(tmp_path)


def test_a_step_that_fails_leaves_the_old_book_whole(tmp_path: Path) -> None:
    digest = an_old_book(tmp_path)
    before = structure(tmp_path)
    with pytest.raises(DBAPIError):
        opened(tmp_path, Step(NEXT, failing))
    assert structure(tmp_path) == before
    book = a_book(tmp_path)
    assert digest_of(book) == digest
    book.close()


def test_steps_that_were_whole_stay_when_a_later_one_fails(tmp_path: Path) -> None:
    an_old_book(tmp_path)
    with pytest.raises(DBAPIError):
        opened(tmp_path, Step(NEXT, adding("two")), Step(NEXT + 1, failing))
    assert structure(tmp_path)[0] == NEXT
    opened(tmp_path, Step(NEXT, adding("two")), Step(NEXT + 1, adding("three"))).close()
    assert structure(tmp_path)[0] == NEXT + 1


def test_nobody_migrates_a_book_that_others_have_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_module, "_ATTEMPTS", 2)
    an_old_book(tmp_path)
    book = a_book(tmp_path)
    with pytest.raises(BookBusyError):
        opened(tmp_path, Step(NEXT, adding("two")))
    book.close()
    assert structure(tmp_path)[0] == VERSION


def test_a_new_book_has_no_backup(tmp_path: Path) -> None:
    a_book(tmp_path).close()
    assert not (tmp_path / "book" / "backups").exists()
