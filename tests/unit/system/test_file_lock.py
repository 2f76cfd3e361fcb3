"""A lock that one process has at a time."""

import subprocess
import sys
from pathlib import Path

from relate_desktop.system.file_lock import FileLock

HOLDER = """
import sys
from pathlib import Path
from relate_desktop.system.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_only_one_has_it(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.take()
    assert one.take(), "whoever has it has it"
    assert not other.take()
    assert other.taken_elsewhere()
    assert not one.taken_elsewhere()
    one.release()
    one.release()
    assert not other.taken_elsewhere()
    assert other.take()
    other.release()


def test_it_is_free_when_its_holder_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        lock = FileLock(tmp_path / "lock")
        assert not lock.take()
        holder.kill()
    assert lock.take()
    lock.release()


def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    lock.take()
    assert (tmp_path / "lock").stat().st_mode & 0o077 == 0
    lock.release()


def test_where_no_file_can_be_made_nobody_has_it(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "missing" / "lock")
    assert not lock.take()
    assert not lock.taken_elsewhere()


def test_whoever_only_asks_makes_no_file(tmp_path: Path) -> None:
    assert not FileLock(tmp_path / "lock").taken_elsewhere()
    assert not (tmp_path / "lock").exists()


def test_a_word_is_left_for_the_next_one(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.noted() == ""
    one.take()
    assert one.noted() == ""
    one.note("a long word")
    one.note("short")
    one.release()
    other.take()
    assert other.noted() == "short"
    other.release()
    other.note("nobody has it")
