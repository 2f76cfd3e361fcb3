"""Faults 01 and 03 for calendars: killed or out of room while they come in or are read again."""

import signal
from pathlib import Path

import pytest

from tests.faults.child import CALENDAR
from tests.faults.drill import child, copied, digest, judge

KILLED = -signal.SIGKILL
EVENTS = 60


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {CALENDAR: str(tmp_path_factory.mktemp("calendar") / "work.ics")}


@pytest.fixture(scope="module")
def with_calendar(seed: Path, tmp_path_factory: pytest.TempPathFactory, file: dict[str, str]) -> Path:
    folder = copied(seed, tmp_path_factory.mktemp("calendars") / "book")
    assert child("calendar", folder, EVENTS, environment=file).status == 0
    return folder


@pytest.mark.parametrize("point", ["mid:2", "before-commit", "after-commit"])
def test_a_calendar_killed_on_its_way_in_is_whole_or_not_there(
    book: Path, with_calendar: Path, tmp_path: Path, file: dict[str, str], point: str
) -> None:
    before, after, log = digest(book), digest(with_calendar), tmp_path / "ack.log"
    drilled = {**file, "RELATE_CRASH_AT": point, "RELATE_ACKLOG": str(log)}
    assert child("calendar", book, EVENTS, environment=drilled).status == KILLED
    assert (judge(book, {before, after}, log) == after) == (point == "after-commit")
    assert child("calendar", book, EVENTS, environment=file).status == 0
    assert judge(book, {after}) == after


@pytest.mark.parametrize("point", ["mid:20", "after-commit"])
def test_a_calendar_killed_while_it_is_read_again_says_the_old_or_the_new(
    with_calendar: Path, tmp_path: Path, file: dict[str, str], point: str
) -> None:
    old = digest(with_calendar)
    unhurt = copied(with_calendar, tmp_path / "unhurt")
    assert child("follow", unhurt, EVENTS, environment=file).status == 0
    new = digest(unhurt)
    folder = copied(with_calendar, tmp_path / "book")
    ended = child("follow", folder, EVENTS, environment={**file, "RELATE_CRASH_AT": point})
    assert ended.status == KILLED
    assert (judge(folder, {old, new}) == new) == (point == "after-commit")
    assert child("follow", folder, EVENTS, environment=file).status == 0
    assert judge(folder, {new}) == new
    assert child("undo", folder, 1).status == 0  # of the import, with what its file brought since
    judge(folder, {digest(folder)})


def test_a_full_disk_leaves_a_calendar_out_and_the_book_as_it_was(
    seed: Path, small_disk: Path, file: dict[str, str]
) -> None:
    folder = copied(seed, small_disk / "book")
    before = digest(folder)
    ended = child("calendar", folder, 5_000, environment=file)
    assert (ended.status, ended.said) == (3, "disk_full")
    assert judge(folder, {before}) == before
