from pathlib import Path

import pytest

from relate_desktop.domain.errors import BookDamagedError, ErrorKind
from relate_desktop.storage.identity import FileIdentity


def test_the_same_file_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "book"
    path.touch()
    identity = FileIdentity(path)
    path.write_text("more")
    identity.verify()


def test_a_replaced_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "book"
    path.touch()
    identity = FileIdentity(path)
    (tmp_path / "other").touch()
    (tmp_path / "other").replace(path)
    with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_REPLACED):
        identity.verify()


def test_a_file_that_is_gone_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "book"
    path.touch()
    identity = FileIdentity(path)
    path.unlink()
    with pytest.raises(BookDamagedError, match=ErrorKind.BOOK_REPLACED):
        identity.verify()
