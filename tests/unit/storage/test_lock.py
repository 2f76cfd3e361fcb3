from pathlib import Path

import pytest

from relate_desktop.domain.errors import BookBusyError
from relate_desktop.storage import lock as lock_module
from relate_desktop.storage.lock import BookLock


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_module, "_ATTEMPTS", 2)


def test_many_share_a_book(tmp_path: Path) -> None:
    one, other = BookLock(tmp_path), BookLock(tmp_path)
    one.share()
    other.share()
    one.close()
    other.close()


def test_nobody_has_it_alone_while_others_share_it(tmp_path: Path) -> None:
    one, other = BookLock(tmp_path), BookLock(tmp_path)
    one.share()
    other.share()
    with pytest.raises(BookBusyError):
        other.take_alone()
    one.close()
    other.take_alone()
    other.close()


def test_nobody_shares_it_while_somebody_has_it_alone(tmp_path: Path) -> None:
    one, other = BookLock(tmp_path), BookLock(tmp_path)
    one.take_alone()
    with pytest.raises(BookBusyError):
        other.share()
    one.share()
    other.share()
    one.close()
    other.close()


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    lock = BookLock(tmp_path)
    lock.share()
    lock.close()
    lock.close()
