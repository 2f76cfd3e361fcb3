"""Fault 01 for meetings: killed while it is written down whom one met."""

import signal
from pathlib import Path

import pytest

from tests.faults.drill import child, copied, digest, judge

KILLED = -signal.SIGKILL
MEETINGS = 50


@pytest.fixture(scope="module")
def invited(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(seed, tmp_path_factory.mktemp("meetings") / "book")
    assert child("invite", folder, MEETINGS).status == 0
    return folder


@pytest.fixture(scope="module")
def met(invited: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of the book once everything is written down."""
    folder = copied(invited, tmp_path_factory.mktemp("met") / "book")
    assert child("meet", folder, 1).status == 0
    found = digest(folder)
    assert found != digest(invited)
    assert child("meet", folder, 1).status == 0
    assert digest(folder) == found
    return found


@pytest.mark.parametrize("point", ["mid:1", "mid:2", "before-commit", "after-commit"])
def test_killed_while_meetings_are_written_down_each_is_there_once(
    invited: Path, met: str, tmp_path: Path, point: str
) -> None:
    folder, log = copied(invited, tmp_path / "book"), tmp_path / "ack.log"
    drilled = {"RELATE_CRASH_AT": point, "RELATE_ACKLOG": str(log)}
    assert child("meet", folder, 1, environment=drilled).status == KILLED
    assert (judge(folder, {digest(invited), met}, log) == met) == (point == "after-commit")
    assert child("meet", folder, 1).status == 0
    assert judge(folder, {met}) == met
