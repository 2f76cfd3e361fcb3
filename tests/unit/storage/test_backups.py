from datetime import UTC, datetime
from pathlib import Path

import pytest

from relate_desktop.domain.errors import BookDamagedError
from relate_desktop.storage import backups
from relate_desktop.storage.backups import back_up_before_migration
from relate_desktop.storage.database import Database
from relate_desktop.storage.digest import book_digest
from relate_desktop.storage.engine import look, raw
from tests.unit.storage.books import a_person, added, digest_of

NOW = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


def test_a_backup_holds_the_same_and_is_its_owners_alone(book: Database) -> None:
    added(book, a_person("Ada"), a_person("Bob"))
    path = back_up_before_migration(book._writer, book.folder, 2, NOW)
    assert path.name == "relate-20260314T092653-before-v2.db"
    assert path.stat().st_mode & 0o077 == 0
    copy = look(path, immutable=True)
    assert book_digest(copy) == digest_of(book)
    copy.close()
    assert [inner.name for inner in path.parent.iterdir()] == [path.name]


def test_a_copy_that_differs_is_no_backup(book: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    added(book, a_person("Ada"))
    whole = backups._contents
    answers = iter([{"contacts": (99, 0)}])
    monkeypatch.setattr(backups, "_contents", lambda connection: next(answers, None) or whole(connection))
    with pytest.raises(BookDamagedError):
        back_up_before_migration(book._writer, book.folder, 2, NOW)
    assert list((book.folder / "backups").iterdir()) == []


def test_the_remains_of_an_interrupted_backup_are_replaced(book: Database) -> None:
    folder = book.folder / "backups"
    folder.mkdir()
    (folder / "relate-20260314T092653-before-v2.part").write_bytes(b"half")
    path = back_up_before_migration(book._writer, book.folder, 2, NOW)
    assert list(folder.iterdir()) == [path]


def test_a_damaged_copy_is_no_backup(book: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    added(book, a_person("Ada"))
    prove = backups._prove

    def spoiled(path: Path, expected: backups.Contents) -> None:
        with path.open("r+b") as file:
            file.seek(4096 * 3)
            file.write(b"\xa5" * 4096)
        prove(path, expected)

    monkeypatch.setattr(backups, "_prove", spoiled)
    with pytest.raises(Exception, match=r"book_damaged|malformed"):
        back_up_before_migration(book._writer, book.folder, 2, NOW)
    with book._writer.connect() as connection:
        assert raw(connection).execute("PRAGMA quick_check").fetchone()[0] == "ok"
    assert list((book.folder / "backups").iterdir()) == []
