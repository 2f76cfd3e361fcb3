import shutil
from pathlib import Path

import pytest

from relate_desktop.domain.errors import BookDamagedError, ErrorKind
from relate_desktop.storage.database import Database
from relate_desktop.storage.digest import book_digest
from relate_desktop.storage.engine import look
from tests.unit.storage.books import a_book, a_person, added, digest_of


def test_a_book_taken_away_is_saved_beside_its_place(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    added(book, a_person("Ada"))
    digest = digest_of(book)
    (book.folder / "relate.db").unlink()
    for _ in range(2):
        with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_REPLACED) as caught:
            book.poll()
    (saved,) = book.folder.glob("rescued-*.db")
    assert caught.value.facts["rescued"] == str(saved)
    assert saved.stat().st_mode & 0o077 == 0
    copy = look(saved, immutable=True)
    assert book_digest(copy) == digest
    copy.close()
    book.close()


def test_where_nothing_can_be_saved_the_loss_is_said_all_the_same(book: Database) -> None:
    shutil.rmtree(book.folder)
    with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_REPLACED) as caught:
        added(book, a_person("Ada"))
    assert "rescued" not in caught.value.facts
