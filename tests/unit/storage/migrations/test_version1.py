"""Whoever comes with a book of the first version loses nothing and can go on at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import writer_engine
from relate_desktop.storage.migrations import STEPS
from relate_desktop.storage.migrations.step import migrate
from relate_desktop.storage.schema import APPLICATION_ID
from tests.clock import a_clock
from tests.unit.storage.books import a_book, digest_of, doing
from tests.unit.storage.days import a_call, kept
from tests.unit.storage.migrations.version1 import a_book_of_version_1

ADA, ZOE, MISAKI = ContactId(1), ContactId(2), ContactId(3)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(a_book_of_version_1(tmp_path / "old"), clock=a_clock())
    yield opened
    opened.close()


def tables_of(path: Path) -> set[tuple[str, str]]:
    """Everything a file holds but rows, each with its definition."""
    connection = driver.connect(str(path))
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {(name, "".join(text.split())) for name, text in rows}


def test_a_migrated_book_is_made_like_a_new_one(old: Database, tmp_path: Path) -> None:
    new = a_book(tmp_path)
    new.close()
    assert tables_of(old.folder / "relate.db") == tables_of(new.folder / "relate.db")


def test_the_first_step_makes_what_version_1_was(tmp_path: Path) -> None:
    engine = writer_engine(tmp_path / "first.db")
    migrate(engine, STEPS[:1], 0, APPLICATION_ID)
    engine.dispose()
    assert tables_of(tmp_path / "first.db") == tables_of(a_book_of_version_1(tmp_path / "old") / "relate.db")


def test_everybody_is_there_and_found(old: Database) -> None:
    with old.read() as book:
        assert list(book.contacts.ids()) == [ADA, ZOE, MISAKI]
        assert list(book.search.ids("muller 3012")) == [ZOE]
        assert list(book.timeline.ids()) == []
        assert all(row.last_talk is None for row in book.contacts.summaries([ADA, ZOE]))
    digest_of(old)


def test_older_changes_can_still_be_taken_back(old: Database) -> None:
    old.undo(doing())
    with old.read() as book:
        assert len(book.contacts.ids()) == 4
    old.take_back(doing(), ChangesetId(3))
    kept(old, a_call(ZOE))
    old.take_back(doing(), ChangesetId(2))
    with old.read() as book:
        assert book.contacts.get(ADA).properties[1].value == "Likes engines"
        assert book.contacts.find(MISAKI) is None
        assert book.contacts.summaries([ZOE])[0].called == "Zoë Müller"
    digest_of(old)


def test_one_can_go_on_at_once(old: Database) -> None:
    (entry,) = kept(old, a_call(ADA, MISAKI, text="about the looms"))
    with old.read() as book:
        assert [row.id for row in book.timeline.get(entry).people] == [ADA, MISAKI]
        assert book.texts.find("looms")[0] == 1
        assert book.history.entries()[0].kind is OperationKind.LOG
    digest_of(old)
    old.repair()
    digest_of(old)


def test_the_book_as_it_was_is_kept_beside_it(old: Database) -> None:
    (backup,) = (path for path in (old.folder / "backups").iterdir() if path.name.endswith("-before-v2.db"))
    connection = driver.connect(str(backup))
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM properties").fetchone() == (10,)
    connection.close()
