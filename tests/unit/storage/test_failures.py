import errno
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from relate_desktop.domain.errors import (
    BookBusyError,
    BookDamagedError,
    ErrorKind,
    StorageError,
    UserError,
)
from relate_desktop.storage.engine import raw, writer_engine
from relate_desktop.storage.failures import for_disk, is_suspicious, translated, translated_files

HERE = Path("/the/book")


def caught(action: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as found, translated_files(HERE):
        action()
    assert found.value.facts["path"] == str(HERE)
    return found.value


def test_a_full_database_is_a_full_disk(tmp_path: Path) -> None:
    engine = writer_engine(tmp_path / "x.db")
    with engine.connect() as connection:
        plain = raw(connection)
        plain.execute("CREATE TABLE t (a)")
        plain.execute("PRAGMA max_page_count=3").fetchall()
        error = caught(lambda: plain.execute("INSERT INTO t VALUES (zeroblob(100000))"))
    engine.dispose()
    assert isinstance(error, StorageError)
    assert error.kind is ErrorKind.DISK_FULL


def test_a_book_somebody_else_writes_is_busy(tmp_path: Path) -> None:
    one = writer_engine(tmp_path / "x.db", busy_timeout=0.01)
    other = writer_engine(tmp_path / "x.db", busy_timeout=0.01)
    with one.begin():
        error = caught(lambda: other.connect().begin())
    assert isinstance(error, BookBusyError)
    one.dispose()
    other.dispose()


def test_a_file_that_is_no_database_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database at all, but quite long" * 100)
    connection = driver.connect(str(path))
    error = caught(lambda: connection.execute("SELECT * FROM sqlite_master"))
    connection.close()
    assert isinstance(error, BookDamagedError)
    assert is_suspicious(error)


def test_a_missing_folder_is_a_failing_disk(tmp_path: Path) -> None:
    error = caught(lambda: driver.connect(str(tmp_path / "missing" / "x.db")))
    assert error.kind is ErrorKind.DISK_FAILING


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, ErrorKind.DISK_FULL),
        (errno.EFBIG, ErrorKind.DISK_FULL),
        (errno.EROFS, ErrorKind.READ_ONLY),
        (errno.EACCES, ErrorKind.READ_ONLY),
        (errno.ENOTDIR, ErrorKind.NOT_A_FOLDER),
        (errno.EEXIST, ErrorKind.NOT_A_FOLDER),
        (errno.EIO, ErrorKind.DISK_FAILING),
    ],
)
def test_failures_of_files_have_the_same_kinds(number: int, kind: ErrorKind) -> None:
    def fail() -> None:
        raise OSError(number, "no")

    assert caught(fail).kind is kind


def test_no_memory_is_said_so() -> None:
    def fail() -> None:
        raise MemoryError

    assert caught(fail).kind is ErrorKind.OUT_OF_MEMORY


def test_a_mistake_of_ours_stays_a_mistake(tmp_path: Path) -> None:
    engine = writer_engine(tmp_path / "x.db")
    with engine.begin() as connection, pytest.raises(DBAPIError), translated(HERE):
        connection.exec_driver_sql("SELECT * FROM missing")
    with engine.connect() as connection, pytest.raises(driver.Error), translated(HERE):
        raw(connection).execute("SELECT * FROM missing")
    engine.dispose()


def test_files_of_the_caller_are_not_the_books() -> None:
    with pytest.raises(FileNotFoundError), translated(HERE):
        Path("/nowhere/at/all").read_bytes()


def test_a_failing_disk_with_room_is_no_full_disk(tmp_path: Path) -> None:
    error = StorageError(ErrorKind.DISK_FAILING)
    assert for_disk(error, tmp_path) is error
    assert for_disk(error, tmp_path / "missing") is error
    damaged = BookDamagedError(ErrorKind.BOOK_DAMAGED)
    assert for_disk(damaged, tmp_path) is damaged
