"""The book's folder for files of one piece of work."""

import os
import stat
from pathlib import Path

from relate_desktop.services.temporary import temporary_folder
from tests.unit.services.going import a_book


def test_it_is_in_the_book_and_its_owners_alone(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        folder = temporary_folder(book.database)
        assert folder == temporary_folder(book.database)
        assert folder.parent == book.database.folder
        assert os.name != "posix" or stat.S_IMODE(folder.stat().st_mode) == 0o700
        book.digest()
