"""Faults 01, 02, 09, 16, 37 and 38 from outside: whole commands killed, starved and side by side."""

import random
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind
from tests.command_line import Ran, finished, run, start
from tests.faults.tracing import QUIET, can_trace

PEOPLE = 3000
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person %d\r\nTEL:+49 151 %07d\r\nNOTE:%s\r\nEND:VCARD\r\n"
POINTS = ["after-begin", "mid:3", "before-media-commit", "before-commit", "after-commit"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "many.vcf"
    path.write_bytes(b"".join(CARD % (number, number, b"note " * 40) for number in range(PEOPLE)))
    return path


@pytest.fixture
def begun() -> int:
    """A book with somebody in it; answers how many."""
    assert run("add", "Ada Lovelace").status == 0
    return 1


def checked() -> int:
    """How many people there are in a book that must be whole."""
    ran = run("check", "--json")
    assert ran.status == 0, ran.out
    return int(ran.json["contacts"])


def imported(file: Path) -> Ran:
    return run("import", file, "--json")


@pytest.mark.parametrize("point", POINTS)
def test_an_import_killed_at_a_named_point_is_whole_or_not_there(
    begun: int, file: Path, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as surroundings:
        surroundings.setenv("RELATE_CRASH_AT", point)
        ran = finished(start("import", file, "--json"))
    found = checked()
    assert found in {begun, begun + PEOPLE}
    if ran.status != -signal.SIGKILL:
        pytest.fail(f"{point} was not reached")
    again = imported(file)
    assert again.status == 0
    assert (again.json["operation"] is None) == (found == begun + PEOPLE)
    assert checked() == begun + PEOPLE


def test_an_import_killed_at_any_moment_is_whole_or_not_there(begun: int, file: Path) -> None:
    chance = random.Random(7)
    for _ in range(5):
        process = start("import", file)
        killer = threading.Timer(chance.uniform(0.1, 1.5), process.kill)
        killer.start()
        finished(process)
        killer.cancel()
        killer.join()
        assert checked() in {begun, begun + PEOPLE}
    imported(file)
    assert checked() == begun + PEOPLE


def test_an_import_on_a_disk_too_small_succeeds_with_more_room(
    small_disk: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELATE_BOOK", str(small_disk / "book"))
    run("add", "Ada Lovelace")
    ran = imported(file)
    assert (ran.status, ran.error["code"]) == (3, ErrorKind.DISK_FULL)
    assert checked() == 1
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert imported(file).status == 0
    assert checked() == 1 + PEOPLE


@pytest.mark.skipif(not can_trace(), reason="a failing disk is played by strace, which is not here")
@pytest.mark.parametrize(
    ("calls", "when"), [("pwrite64", 4), ("pwrite64", 60), ("fdatasync,fsync", 1), ("fdatasync,fsync", 3)]
)
def test_a_command_on_a_failing_disk_says_so_or_is_done(
    begun: int, file: Path, calls: str, when: int
) -> None:
    lie = ("-e", f"trace={calls}", "-e", f"inject={calls}:error=EIO:when={when}")
    ran = finished(start("import", file, "--json", before=("strace", *QUIET, "-o", "/dev/null", *lie)))
    found = checked()
    if ran.status == 0:
        assert found == begun + PEOPLE
    else:
        assert (ran.status, ran.error["code"]) == (3, ErrorKind.DISK_FAILING)
        assert found == begun


def test_commands_side_by_side_write_in_turn(file: Path) -> None:
    processes = [start("import", file), *(start("add", f"Somebody {number}") for number in range(3))]
    assert [finished(process).status for process in processes] == [0] * len(processes)
    assert checked() == PEOPLE + 3
    assert len(run("history", "--json").json["operations"]) == 4
