"""A large file takes its place in one step, or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.system.new_file import new_file, told


def files_in(folder: Path) -> list[Path]:
    """The files of a folder, temporary ones included."""
    return [path for path in folder.iterdir() if path.is_file()]


def stop_in_the_middle(target: Path) -> None:
    """Write half a file and fail."""
    with new_file(target) as made:
        made.file.write(b"new")
        raise KeyError


def fill_the_disk(target: Path) -> None:
    """Write until there is no room."""
    with new_file(target), Path("/dev/full").open("wb") as full:
        full.write(b"new")


posix = pytest.mark.skipif(os.name != "posix", reason="rights and links of POSIX")


def test_a_kept_file_stands_in_the_targets_place_for_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    with new_file(target) as made:
        made.file.write(b"new")
        assert not target.exists()
        made.keep()
    assert target.read_bytes() == b"new"
    assert os.name != "posix" or stat.S_IMODE(target.stat().st_mode) == 0o600
    assert files_in(tmp_path) == [target]


def test_without_keep_the_old_file_stays_and_nothing_is_left(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with new_file(target) as made:
        made.file.write(b"new")
    assert target.read_bytes() == b"old"
    assert files_in(tmp_path) == [target]


def test_an_error_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with pytest.raises(KeyError):
        stop_in_the_middle(target)
    assert target.read_bytes() == b"old"
    assert files_in(tmp_path) == [target]


def test_what_is_flushed_can_be_read_before_it_is_kept(tmp_path: Path) -> None:
    with new_file(tmp_path / "out.vcf") as made:
        made.file.write(b"content")
        made.flush()
        assert made.path.read_bytes() == b"content"


@posix
def test_a_link_is_not_followed_and_not_replaced(tmp_path: Path) -> None:
    target, behind = tmp_path / "out.vcf", tmp_path / "behind"
    behind.write_bytes(b"mine")
    target.symlink_to(behind)
    with pytest.raises(StorageError) as caught, new_file(target):
        pass
    assert caught.value.facts["reason"] == "link"
    assert target.is_symlink()
    assert behind.read_bytes() == b"mine"


def test_a_folder_is_not_a_target(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught, new_file(tmp_path):
        pass
    assert caught.value.kind is ErrorKind.EXPORT_TARGET
    assert caught.value.facts["reason"] == "folder"


@posix
def test_a_device_is_not_a_target(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StorageError) as caught, new_file(pipe):
        pass
    assert caught.value.facts["reason"] == "not_a_file"


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "out.vcf"
    with pytest.raises(StorageError) as caught, new_file(target):
        pass
    assert caught.value.facts == {"path": str(target), "reason": "no_folder"}


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, ErrorKind.DISK_FULL),
        (errno.EROFS, ErrorKind.READ_ONLY),
        (errno.EIO, ErrorKind.DISK_FAILING),
        (errno.EACCES, ErrorKind.EXPORT_TARGET),
    ],
)
def test_what_the_disk_says_has_a_kind(number: int, kind: ErrorKind) -> None:
    assert told(OSError(number, "said"), Path("out.vcf")).kind is kind


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with pytest.raises(StorageError) as caught:
        fill_the_disk(target)
    assert caught.value.kind is ErrorKind.DISK_FULL
    assert target.read_bytes() == b"old"
