import os
import stat
from pathlib import Path

import pytest

from relate_desktop.system.files import make_private_folder, write_atomically

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
