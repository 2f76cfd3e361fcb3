"""Faults 09 and 12: no room, then room again."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind
from tests.faults.conftest import PEOPLE
from tests.faults.drill import child, copied, judge


def test_an_import_that_finds_no_room_changes_nothing_and_succeeds_with_more(
    small_disk: Path, seed: Path, before: str, after: str
) -> None:
    book = copied(seed, small_disk / "book")
    ended = child("import", book, PEOPLE)
    assert (ended.status, ended.said) == (3, ErrorKind.DISK_FULL)
    assert judge(book, {before}) == before
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert child("import", book, PEOPLE).status == 0
    assert judge(book, {after}) == after


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prlimit is Linux's")
@pytest.mark.parametrize("limit", [150_000, 250_000, 500_000])
def test_a_file_that_may_not_grow_changes_nothing(book: Path, before: str, after: str, limit: int) -> None:
    ended = child("import", book, PEOPLE, before=("prlimit", f"--fsize={limit}"))
    assert ended.status == 3
    assert ended.said in {ErrorKind.DISK_FULL, ErrorKind.DISK_FAILING}
    assert judge(book, {before}) == before
    assert child("import", book, PEOPLE).status == 0
    assert judge(book, {after}) == after


def test_a_disk_without_any_room_left_is_said_to_be_full(small_disk: Path, seed: Path, before: str) -> None:
    book = copied(seed, small_disk / "book")
    with contextlib.suppress(OSError), (small_disk / "rest").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    ended = child("add", book, 1)
    assert (ended.status, ended.said) == (3, ErrorKind.DISK_FULL)
    (small_disk / "rest").unlink()
    assert judge(book, {before}) == before
