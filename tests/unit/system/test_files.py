import os
import stat
from pathlib import Path

import pytest

from relate_desktop.system.files import (
    close_to_others,
    make_private_folder,
    open_to_others,
    write_atomically,
)

posix = pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_content_is_written_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"one")
    write_atomically(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a"]


@posix
def test_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"one")
    assert mode_of(tmp_path / "a") == 0o600


@posix
def test_a_private_folder_is_its_owners_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "one" / "two")
    assert mode_of(tmp_path / "one" / "two") == 0o700


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - which one differs by system
        write_atomically(tmp_path / "a", b"two")
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["a"]


@posix
def test_rights_of_others_are_found_and_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    make_private_folder(folder)
    (folder / "relate.db").touch(mode=0o644)
    (folder / "relate.db").chmod(0o644)
    (folder / "elsewhere").symlink_to("/")
    assert open_to_others(folder) == [folder / "relate.db"]
    assert close_to_others(folder) == [folder / "relate.db"]
    assert open_to_others(folder) == []
    assert mode_of(folder / "relate.db") == 0o600


def test_a_folder_that_is_not_there_is_open_to_nobody(tmp_path: Path) -> None:
    assert open_to_others(tmp_path / "none") == []
