import os
from pathlib import Path

import pytest

from relate_desktop.cli.agent import LOCK as AGENT
from relate_desktop.services.chores import LOCK as CHORES
from relate_desktop.services.watch import LOCK as WATCH
from relate_desktop.storage.lock import NAME as LOCK
from relate_desktop.storage.lock import WISH as ALONE
from relate_desktop.storage.permissions import (
    FILE_MODE,
    close_to_others,
    ensure_file,
    keep_to_owner,
    make_file,
    make_folder,
    open_to_others,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a" / "b") == 0o700


def test_a_folder_with_a_book_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "relate.db").touch()
    folder.chmod(0o755)
    make_folder(folder)
    assert mode(folder) == 0o700


@pytest.mark.parametrize("lock", [LOCK, CHORES, WATCH, ALONE, AGENT])
def test_a_folder_with_a_lock_of_ours_is_closed(tmp_path: Path, lock: str) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / lock).touch()
    folder.chmod(0o755)
    make_folder(folder)
    assert mode(folder) == 0o700


def test_a_folder_with_other_things_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert mode(tmp_path) == 0o755


def test_a_file_is_made_closed_and_never_twice(tmp_path: Path) -> None:
    make_file(tmp_path / "new")
    assert mode(tmp_path / "new") == 0o600
    with pytest.raises(FileExistsError):
        make_file(tmp_path / "new")


def test_a_file_that_another_process_made_first_is_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "relate.db"
    ensure_file(path)
    assert mode(path) == 0o600
    path.write_text("made by the other")
    path.chmod(0o644)
    ensure_file(path)
    assert path.read_text() == "made by the other"
    assert mode(path) == 0o600


def test_what_is_open_is_found_and_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "backups").mkdir(mode=0o700)
    leak = tmp_path / "backups" / "old.db"
    leak.touch()
    leak.chmod(0o644)
    (tmp_path / "thesis.odt").touch(0o644)
    assert open_to_others(tmp_path) == [leak]
    close_to_others(leak, FILE_MODE)
    assert open_to_others(tmp_path) == []


def test_files_made_later_are_closed_as_well(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        keep_to_owner()
        (tmp_path / "later").touch()
        assert mode(tmp_path / "later") == 0o600
    finally:
        os.umask(before)
