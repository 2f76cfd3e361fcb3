"""Faults 15 to 18: reads, writes and syncs that fail, fall short or are interrupted."""

import hashlib
from pathlib import Path

import pytest

from tests.faults.conftest import PEOPLE
from tests.faults.drill import Outcome, child, judge
from tests.faults.tracing import QUIET, can_trace

FILES = ("relate.db", "relate.db-wal", "media.db", "media.db-wal")


pytestmark = pytest.mark.skipif(
    not can_trace(), reason="failing disks are played by strace, which is not here"
)


def lied_to(calls: str, lie: str, action: str, book: Path, acknowledged: Path | None = None) -> Outcome:
    """The child's end when the system lies to it about some calls on the book's files."""
    files = [word for name in FILES for word in ("-P", str(book / name))]
    words = (
        "strace",
        *QUIET,
        "-o",
        "/dev/null",
        *files,
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={calls}:{lie}",
    )
    environment = {"RELATE_ACKLOG": str(acknowledged)} if acknowledged else None
    number = PEOPLE if action == "import" else 2
    return child(action, book, number, before=words, environment=environment)


@pytest.mark.parametrize("when", [1, 2, 5, 13, 40, 200])
def test_a_write_that_fails_changes_nothing(
    book: Path, before: str, after: str, tmp_path: Path, when: int
) -> None:
    log = tmp_path / "ack.log"
    ended = lied_to("pwrite64", f"error=EIO:when={when}", "import", book, log)
    assert ended.status in {0, 3}
    found = judge(book, {before, after}, log)
    if ended.status == 0:
        assert found == after


@pytest.mark.parametrize("when", [1, 2, 4])
def test_a_sync_that_fails_is_not_acknowledged(
    book: Path, before: str, after: str, tmp_path: Path, when: int
) -> None:
    log = tmp_path / "ack.log"
    ended = lied_to("fdatasync,fsync", f"error=EIO:when={when}", "import", book, log)
    assert ended.status in {0, 3}
    found = judge(book, {before, after}, log)
    if ended.status == 0:
        assert found == after


@pytest.mark.parametrize("when", [1, 3, 12])
def test_a_read_that_fails_once_leaves_the_file_alone(grown: Path, when: int) -> None:
    file = grown / "relate.db"
    original = hashlib.sha256(file.read_bytes()).digest()
    ended = lied_to("pread64", f"error=EIO:when={when}", "read", grown)
    assert ended.status == 0
    assert hashlib.sha256(file.read_bytes()).digest() == original


def test_interrupted_calls_are_taken_up_again(book: Path, after: str) -> None:
    assert lied_to("pwrite64,pread64", "error=EINTR:when=3+50", "import", book).status == 0
    assert judge(book, {after}) == after


@pytest.mark.parametrize("when", [2, 30])
def test_writes_that_fall_short_are_finished_or_undone(
    book: Path, before: str, after: str, when: int
) -> None:
    ended = lied_to("pwrite64", f"retval=0:when={when}", "import", book)
    assert ended.status in {0, 3}
    judge(book, {before, after})
