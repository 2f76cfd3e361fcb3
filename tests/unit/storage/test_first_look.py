"""The first people are known before the book is opened, and nothing is touched for it."""

import hashlib
from datetime import timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.storage.first_look import first_rows
from tests.clock import START
from tests.open_book import a_book, a_person

NAMES = ("Zoë Ünal", "Ada Lovelace", "李雷", "Bertha von Suttner")


TODAY = START.date()


def names(path: Path, limit: int = 60) -> list[str] | None:
    found = first_rows(path, limit, TODAY)
    return None if found is None else [row.full_name for row in found.rows]


def test_first_rows_are_those_of_the_open_book(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for name in NAMES:
            book.contacts.add(a_person(name))
        everybody = [ContactId(one) for one in book.contacts.ids()]
        day = Happened(TODAY - timedelta(days=3))
        book.timeline.log(everybody[:2], InteractionKind.CALL, Direction.MINE, day)
        ordered = book.contacts.summaries(everybody)
        found = first_rows(book.folder / "relate.db", 60, TODAY)
        assert found is not None
        assert list(found.rows) == ordered
        assert [row.last_talk is not None for row in found.rows] == [True, True, False, False]


def test_a_book_older_than_conversations_tells_of_none(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
        path = book.folder / "relate.db"
    connection = driver.connect(str(path))
    connection.execute("DROP TABLE last_talks")
    connection.commit()
    connection.close()
    assert names(path) == ["Ada Lovelace"]


def test_a_book_at_rest_is_left_as_it_is(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
        path = book.folder / "relate.db"
    before = hashlib.sha256(path.read_bytes()).hexdigest(), sorted(path.parent.iterdir())
    assert names(path) == ["Ada Lovelace"]
    assert (hashlib.sha256(path.read_bytes()).hexdigest(), sorted(path.parent.iterdir())) == before


def test_only_as_many_as_asked_for_are_read(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for name in NAMES:
            book.contacts.add(a_person(name))
        assert names(book.folder / "relate.db", limit=2) == ["Ada Lovelace", "Bertha von Suttner"]


def test_people_in_the_trash_are_left_out(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        gone = book.contacts.add(a_person("Ada Lovelace"))
        book.contacts.add(a_person("Bertha von Suttner"))
        book.contacts.trash([gone])
        assert names(book.folder / "relate.db") == ["Bertha von Suttner"]


def test_what_cannot_be_read_is_left_to_the_opening(tmp_path: Path) -> None:
    path = tmp_path / "relate.db"
    assert names(path) is None
    assert not path.exists()
    path.write_bytes(b"not a book at all" * 500)
    assert names(path) is None
    path.unlink()
    path.mkdir()
    assert names(path) is None


def test_a_database_without_our_tables_has_no_first_rows(tmp_path: Path) -> None:
    path = tmp_path / "relate.db"
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE other(a)")
    connection.commit()
    connection.close()
    assert names(path) is None
