"""What every fault needs: a seeded book, a child to hurt, and the judgement afterwards."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from relate_desktop.storage.database import Database
from relate_desktop.storage.opening import NAME
from tests.clock import a_clock

ROOT = Path(__file__).parents[2]
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended, and the word it said."""

    status: int
    said: str


def child(
    action: str,
    folder: Path,
    number: int,
    *,
    before: tuple[str, ...] = (),
    environment: dict[str, str] | None = None,
) -> Outcome:
    """Runs the child to its end; ``before`` are the words that start it, such as a tracer's."""
    words = [*before, sys.executable, "-m", "tests.faults.child", action, str(folder), str(number)]
    ended = subprocess.run(
        words,
        cwd=ROOT,
        env=surroundings(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
        text=True,
    )
    return Outcome(ended.returncode, ended.stdout.strip())


def started(action: str, folder: Path, number: int) -> subprocess.Popen[str]:
    """Starts the child and does not wait."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.child", action, str(folder), str(number)],
        cwd=ROOT,
        env=surroundings(None),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def surroundings(more: dict[str, str] | None) -> dict[str, str]:
    """The environment of a child."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **(more or {})}


def copied(seed: Path, target: Path) -> Path:
    """A fresh copy of a closed book."""
    shutil.copytree(seed, target)
    return target


def digest(folder: Path) -> str:
    """The digest of a book that must be healthy, opened as the next start would."""
    book = Database.open(folder, clock=a_clock())
    try:
        with book.read() as reader:
            health = reader.health()
    finally:
        book.close()
    assert not health.problems, health.problems
    return health.digest


def history(folder: Path) -> list[int]:
    """The numbers of all changes in the book."""
    book = Database.open(folder, clock=a_clock())
    try:
        with book.read() as reader:
            return [entry.changeset for entry in reader.history.entries()]
    finally:
        book.close()


def judge(folder: Path, allowed: set[str], acknowledged: Path | None = None) -> str:
    """The oracle: healthy, all or nothing, nothing acknowledged lost, nothing open to others."""
    found = digest(folder)
    assert found in allowed
    if acknowledged is not None and acknowledged.exists():
        noted = {int(line) for line in acknowledged.read_text().split()}
        assert noted <= set(history(folder))
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path
    assert (folder / NAME).exists()
    return found
