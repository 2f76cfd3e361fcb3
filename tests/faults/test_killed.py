"""Faults 01, 02, 05: killed without a word, anywhere."""

import random
import signal
import sqlite3
import threading
from pathlib import Path

import pytest

from tests.faults.conftest import PEOPLE
from tests.faults.drill import child, copied, digest, judge, started
from tests.unit.storage.migrations.version1 import a_book_of_version_1

KILLED = -signal.SIGKILL
RANDOM_KILLS = 8


@pytest.mark.parametrize(
    "point",
    [
        "after-begin",
        "mid:1",
        "mid:7",
        "mid:18",
        "before-media-commit",
        "before-commit",
        "after-commit",
        "in-checkpoint",
    ],
)
def test_an_import_killed_at_a_named_point_is_whole_or_not_there(
    book: Path, before: str, after: str, tmp_path: Path, point: str
) -> None:
    log = tmp_path / "ack.log"
    ended = child("import", book, PEOPLE, environment={"RELATE_CRASH_AT": point, "RELATE_ACKLOG": str(log)})
    assert ended.status == KILLED
    found = judge(book, {before, after}, log)
    assert (found == after) == (point in {"after-commit", "in-checkpoint"})
    if found == before:
        assert child("import", book, PEOPLE).status == 0
        assert judge(book, {after}) == after


def test_an_import_killed_at_any_moment_is_whole_or_not_there(
    seed: Path, before: str, after: str, tmp_path: Path
) -> None:
    chance = random.Random(1)
    for count in range(RANDOM_KILLS):
        folder = copied(seed, tmp_path / f"book{count}")
        process = started("import", folder, PEOPLE)
        killer = threading.Timer(chance.uniform(0.2, 1.0), process.kill)
        killer.start()
        process.communicate()
        killer.cancel()
        killer.join()
        judge(folder, {before, after})


@pytest.mark.parametrize(
    ("point", "changes"),
    [("mid", 0), ("mid:3", 0), ("before-commit", 0), ("after-commit", 1), ("before-commit:2", 1)],
)
def test_an_edit_of_many_killed_is_of_all_of_them_or_of_nobody(
    grown: Path, after: str, tmp_path: Path, point: str, changes: int
) -> None:
    whole = copied(grown, tmp_path / "whole")
    assert child("edit", whole, PEOPLE).status == 0
    renamed = digest(whole)
    assert child("undo", whole, 1).status == 0
    edited = digest(whole)
    book, log = copied(grown, tmp_path / "book"), tmp_path / "ack.log"
    ended = child("edit", book, PEOPLE, environment={"RELATE_CRASH_AT": point, "RELATE_ACKLOG": str(log)})
    assert ended.status == KILLED
    assert judge(book, {after, edited, renamed}, log) == (after, edited, renamed)[changes]


@pytest.mark.parametrize("point", ["before-commit:9", "after-commit:9", "mid:30"])
def test_every_acknowledged_change_survives(book: Path, tmp_path: Path, point: str) -> None:
    log = tmp_path / "ack.log"
    ended = child("add", book, 40, environment={"RELATE_CRASH_AT": point, "RELATE_ACKLOG": str(log)})
    assert ended.status == KILLED
    judge(book, {digest(book)}, log)
    assert len(log.read_text().split()) >= 8


@pytest.mark.parametrize(
    ("point", "version"), [("in-migration", 1), ("in-migration:2", 2), ("in-backup", 1), ("in-rename", 1)]
)
def test_a_migration_killed_leaves_the_old_book_or_the_new(
    book: Path, before: str, point: str, version: int
) -> None:
    ended = child("migrate", book, 3, environment={"RELATE_CRASH_AT": point})
    assert ended.status == KILLED
    if version == 1:
        assert judge(book, {before}) == before
    backups = book / "backups"
    for backup in backups.glob("*.db"):
        (backups / "proof").mkdir(mode=0o700)
        copied_backup = backups / "proof" / "relate.db"
        copied_backup.write_bytes(backup.read_bytes())
        assert digest(backups / "proof") == before
    assert child("migrate", book, 3).status == 0
    assert child("migrate", book, 3).status == 0
    assert child("add", book, 1).said == "book_newer"


@pytest.mark.parametrize("point", ["before-commit", "after-commit", "in-checkpoint"])
def test_somebody_half_forgotten_is_not_forgotten_at_all(
    grown: Path, after: str, tmp_path: Path, point: str
) -> None:
    folder = copied(grown, tmp_path / "book")
    assert child("erase", folder, 3, environment={"RELATE_CRASH_AT": point}).status == KILLED
    assert (judge(folder, {digest(folder)}) == after) == (point == "before-commit")


@pytest.mark.parametrize("point", ["mid:2", "before-commit"])
def test_an_undo_killed_is_no_undo(grown: Path, after: str, before: str, tmp_path: Path, point: str) -> None:
    folder = copied(grown, tmp_path / "book")
    assert child("undo", folder, 1, environment={"RELATE_CRASH_AT": point}).status == KILLED
    assert judge(folder, {after}) == after
    assert child("undo", folder, 1).status == 0
    assert judge(folder, {before}) == before


@pytest.mark.parametrize("point", ["mid:9", "before-commit:7", "after-commit:7"])
def test_every_acknowledged_conversation_survives(grown: Path, tmp_path: Path, point: str) -> None:
    folder, log = copied(grown, tmp_path / "book"), tmp_path / "ack.log"
    ended = child("talk", folder, 20, environment={"RELATE_CRASH_AT": point, "RELATE_ACKLOG": str(log)})
    assert ended.status == KILLED
    judge(folder, {digest(folder)}, log)
    assert child("talk", folder, 5).status == 0
    judge(folder, {digest(folder)}, log)


@pytest.mark.parametrize("point", ["before-commit", "in-checkpoint"])
def test_of_the_forgotten_no_letter_is_left_even_after_a_kill(
    grown: Path, tmp_path: Path, point: str
) -> None:
    """Fault 64."""
    folder = copied(grown, tmp_path / "book")
    assert child("talk", folder, 15).status == 0
    assert b"zzcanary" in written(folder)
    assert child("erase", folder, 4, environment={"RELATE_CRASH_AT": point}).status == KILLED
    if point == "before-commit":
        assert child("erase", folder, 4).status == 0
    judge(folder, {digest(folder)})
    assert b"zzcanary" not in written(folder)


def test_a_book_of_version_1_killed_on_its_way_is_still_that(tmp_path: Path) -> None:
    folder = a_book_of_version_1(tmp_path / "book")
    ended = child("read", folder, 1, environment={"RELATE_CRASH_AT": "in-migration"})
    assert ended.status == KILLED
    with sqlite3.connect(folder / "relate.db") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    assert child("read", folder, 1).status == 0
    assert child("talk", folder, 5).status == 0
    judge(folder, {digest(folder)})


def written(folder: Path) -> bytes:
    """Everything the book's files hold; the shared memory beside them has no rows."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return b"".join(path.read_bytes() for path in paths).lower()
