import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from relate_desktop.domain.change import Changes, OperationKind
from relate_desktop.domain.errors import (
    BookBusyError,
    BookDamagedError,
    ErrorKind,
    NotFoundError,
    StorageError,
)
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage import engine as engine_module
from relate_desktop.storage.book import BookWriter
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_book, a_draft, a_person, a_property, added, digest_of, doing, imported


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    (ada,) = added(book, a_person("Ada"))
    before = digest_of(book)
    book.close()
    book = a_book(tmp_path)
    assert digest_of(book) == before
    with book.read() as reader:
        assert reader.contacts.get(ada).properties == a_person("Ada")
    book.close()


def test_a_book_and_everything_in_it_is_its_owners_alone(book: Database) -> None:
    added(book, a_person("Ada"))
    for path in (book.folder, *book.folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def _add_and_fail(writer: BookWriter) -> None:
    writer.contacts.add(a_person("Ada"))
    writer.contacts.trash([ContactId(99)])


def test_a_write_that_fails_leaves_nothing_and_tells_nothing(book: Database) -> None:
    heard: list[Changes] = []
    book.listen(heard.append)
    before = digest_of(book)
    with pytest.raises(NotFoundError), book.write(doing()) as writer:
        _add_and_fail(writer)
    assert digest_of(book) == before
    assert heard == []
    with book.read() as reader:
        assert reader.history.entries() == []


def test_a_write_that_changes_nothing_is_no_change(book: Database) -> None:
    heard: list[Changes] = []
    book.listen(heard.append)
    with book.write(doing()) as writer:
        assert writer.changeset == 1
    with book.read() as reader:
        assert reader.history.entries() == []
    assert heard == []


def test_listeners_hear_what_was_written_until_they_stop(book: Database) -> None:
    heard: list[Changes] = []
    stop = book.listen(heard.append)
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    stop()
    added(book, a_person("Carl"))
    assert [news.contacts for news in heard] == [frozenset({ada}), frozenset({bob})]
    assert heard[1].tables == {"contacts": frozenset({2}), "properties": frozenset({2})}
    assert heard[1].touches(bob)
    assert not heard[1].touches(ada)
    assert (heard[0].changeset, heard[0].operation, heard[0].everything) == (1, OperationKind.ADD, False)


def test_of_a_large_change_it_is_said_that_everything_may_have_changed(book: Database) -> None:
    heard: list[Changes] = []
    book.listen(heard.append)
    imported(book, *(a_draft(a_person(f"P{number}", *[a_property("TEL", "1")] * 9)) for number in range(600)))
    assert heard[0].everything
    assert heard[0].touches(ContactId(5))


def test_another_process_is_noticed(tmp_path: Path) -> None:
    book, other = a_book(tmp_path), a_book(tmp_path)
    heard: list[Changes] = []
    book.listen(heard.append)
    added(book, a_person("Ada"))
    book.poll()
    assert len(heard) == 1
    added(other, a_person("Bob"))
    book.poll()
    book.poll()
    assert [news.everything for news in heard] == [False, True]
    book.close()
    other.close()


def test_a_reader_sees_one_moment_and_cannot_write(book: Database) -> None:
    with book.read() as reader:
        assert reader.contacts.count() == 0
        added(book, a_person("Ada"))
        assert reader.contacts.count() == 0
        with pytest.raises(DBAPIError, match="readonly"):
            reader._connection.exec_driver_sql("DELETE FROM contacts")
    with book.read() as reader:
        assert reader.contacts.count() == 1


def test_many_threads_write_in_turn(book: Database) -> None:
    def work() -> None:
        added(book, *([a_person("Somebody")] * 10))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with book.read() as reader:
        assert reader.contacts.count() == 40
        assert len(reader.history.entries()) == 40


def test_the_windows_thread_may_not_write(book: Database) -> None:
    book.forbid_writes_here()
    with pytest.raises(RuntimeError, match="thread"), book.write(doing()):
        pass
    done: list[int] = []
    thread = threading.Thread(target=lambda: done.extend(added(book, a_person("Ada"))))
    thread.start()
    thread.join()
    assert done == [1]


def test_a_write_within_a_write_is_a_mistake_at_once(book: Database) -> None:
    with book.write(doing()), pytest.raises(RuntimeError, match="within"), book.write(doing()):
        pass
    added(book, a_person("Ada"))


def test_a_replaced_book_is_written_no_more(book: Database, tmp_path: Path) -> None:
    added(book, a_person("Ada"))
    path = book.folder / "relate.db"
    path.rename(tmp_path / "away.db")
    for action in (lambda: added(book, a_person("Bob")), book.poll):
        with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_REPLACED):
            action()
    path.touch()
    with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_REPLACED):
        added(book, a_person("Bob"))


def test_somebody_elses_long_write_is_said_to_be_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "BUSY_TIMEOUT", 0.05)
    monkeypatch.setitem(engine_module.writer_engine.__kwdefaults__ or {}, "busy_timeout", 0.05)
    book, other = a_book(tmp_path), a_book(tmp_path)
    with other.write(doing()) as writer:
        writer.contacts.add(a_person("Ada"))
        with pytest.raises(BookBusyError):
            added(book, a_person("Bob"))
    added(book, a_person("Bob"))
    with book.read() as reader:
        assert reader.contacts.count() == 2
    book.close()
    other.close()


def test_a_read_that_failed_once_is_a_weak_disk_and_the_book_goes_on(book: Database) -> None:
    added(book, a_person("Ada"))
    with pytest.raises(StorageError, match=ErrorKind.DISK_FAILING), book.read():
        raise BookDamagedError(ErrorKind.BOOK_DAMAGED)
    with book.read() as reader:
        assert reader.contacts.count() == 1


def test_a_read_of_a_damaged_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "book" / "relate.db"
    a_book(tmp_path).close()
    behind_the_schema = path.stat().st_size // 4096
    book = a_book(tmp_path)
    imported(book, *(a_draft(a_person(f"Person {number}")) for number in range(300)))
    book.close()
    with path.open("r+b") as file:
        for page in range(behind_the_schema, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)
    book = a_book(tmp_path)
    with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_DAMAGED), book.read() as reader:
        list(reader.contacts.iterate(range(1, 301)))
    book.close()


def test_a_mistake_in_the_block_passes_as_it_is(book: Database) -> None:
    with pytest.raises(FileNotFoundError), book.read():
        Path("/nowhere/at/all").read_bytes()
    with pytest.raises(FileNotFoundError), book.write(doing()):
        Path("/nowhere/at/all").read_bytes()


def test_the_log_can_be_emptied(book: Database) -> None:
    added(book, a_person("Ada"))
    book.checkpoint()
    assert (book.folder / "relate.db-wal").stat().st_size == 0


def test_readers_find_their_book_closed(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    book.close()
    left = sorted(path.name for path in book.folder.iterdir())
    assert left == ["alone.lock", "media.db", "relate.db", "relate.lock"]


def test_pragmas_are_in_force_on_every_connection(book: Database) -> None:
    for engine in (book._writer, book._readers, book._media._writer, book._media._readers):
        with engine.connect() as connection:
            assert raw(connection).execute("PRAGMA secure_delete").fetchone()[0] == 1
            assert raw(connection).execute("PRAGMA journal_mode").fetchone()[0] == "wal"
