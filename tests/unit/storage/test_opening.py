import hashlib
import os
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from relate_desktop.domain.errors import (
    BookDamagedError,
    BookNewerError,
    ErrorKind,
    NotFoundError,
    UserError,
)
from relate_desktop.storage import opening
from relate_desktop.storage.database import Database
from relate_desktop.storage.opening import examine
from relate_desktop.storage.schema import VERSION
from tests.clock import a_clock
from tests.unit.storage.books import a_book, a_person, added


def fingerprint(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        path.name: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
        if path.is_file()
    }


def refused(folder: Path, *, create: bool = True) -> UserError:
    """The error of opening, which must leave every file as it was."""
    before = fingerprint(folder) if folder.exists() else None
    with pytest.raises(UserError) as caught:
        Database.open(folder, clock=a_clock(), create=create)
    assert (fingerprint(folder) if folder.exists() else None) == before
    assert caught.value.facts["path"] == str(folder)
    return caught.value


def a_file(path: Path, *statements: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path.parent


def test_no_book_is_no_book_until_one_may_be_made(tmp_path: Path) -> None:
    error = refused(tmp_path / "none", create=False)
    assert isinstance(error, NotFoundError)
    assert error.kind is ErrorKind.BOOK_MISSING
    assert not (tmp_path / "none").exists()
    Database.open(tmp_path / "none", clock=a_clock(), create=True).close()


@pytest.mark.parametrize("present", [False, True])
def test_a_missing_or_empty_book_beside_backups_is_never_a_new_one(tmp_path: Path, present: bool) -> None:
    folder = tmp_path / "book"
    (folder / "backups").mkdir(parents=True)
    (folder / "backups" / "relate-1.db").touch()
    if present:
        (folder / "relate.db").touch()
    assert refused(folder).kind is ErrorKind.BOOK_EMPTY_BESIDE_BACKUPS


def test_a_book_without_tables_beside_backups_is_no_new_one_either(tmp_path: Path) -> None:
    folder = a_file(tmp_path / "book" / "relate.db", "PRAGMA page_size=4096", "VACUUM")
    (folder / "backups").mkdir()
    (folder / "backups" / "relate-1.db").touch()
    assert refused(folder).kind is ErrorKind.BOOK_EMPTY_BESIDE_BACKUPS


def test_a_newer_book_is_left_untouched(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    added(book, a_person("Ada"))
    book.close()
    a_file(book.folder / "relate.db", "PRAGMA user_version=999")
    error = refused(book.folder)
    assert isinstance(error, BookNewerError)
    assert error.facts["version"] == 999


def test_another_programs_database_is_left_untouched(tmp_path: Path) -> None:
    folder = a_file(tmp_path / "book" / "relate.db", "CREATE TABLE moz_places (id)", "PRAGMA user_version=77")
    assert refused(folder).kind is ErrorKind.BOOK_FOREIGN


def test_random_bytes_are_left_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "relate.db").write_bytes(os.urandom(20_000))
    error = refused(folder)
    assert isinstance(error, BookDamagedError)
    assert error.kind is ErrorKind.BOOK_FOREIGN


def test_a_book_that_lost_its_head_is_damaged_not_foreign(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    added(book, a_person("Ada"))
    book.close()
    with (book.folder / "relate.db").open("r+b") as file:
        file.write(bytes(4096))
    assert refused(book.folder).kind is ErrorKind.BOOK_DAMAGED


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book" / "relate.db").mkdir(parents=True)
    assert refused(tmp_path / "book").kind is ErrorKind.BOOK_FOREIGN


def test_a_book_still_in_its_log_is_recognised(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    try:
        assert examine(book.folder, VERSION, create=False).version == VERSION
    finally:
        book.close()


def test_one_bad_read_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = a_book(tmp_path)
    book.close()
    answers = [BookDamagedError(ErrorKind.BOOK_DAMAGED)]
    whole = opening._header

    def weak(path: Path) -> tuple[int, int, int]:
        if answers:
            raise answers.pop()
        return whole(path)

    monkeypatch.setattr(opening, "_header", weak)
    a_book(tmp_path).close()
    assert answers == []
