"""Books to hurt: seeded once, copied for every fault."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.drill import child, copied, digest

PEOPLE = 600
"""People of the import that faults strike."""


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with a few people and a few changes."""
    folder = tmp_path_factory.mktemp("seed") / "book"
    assert child("add", folder, 5).status == 0
    assert child("undo", folder, 1).status == 0
    return folder


@pytest.fixture(scope="session")
def before(seed: Path) -> str:
    """The digest before the fault."""
    return digest(seed)


@pytest.fixture(scope="session")
def grown(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book after the import without a fault."""
    folder = copied(seed, tmp_path_factory.mktemp("grown") / "book")
    assert child("import", folder, PEOPLE).status == 0
    return folder


@pytest.fixture(scope="session")
def after(grown: Path) -> str:
    """The digest after the import."""
    return digest(grown)


@pytest.fixture
def book(seed: Path, tmp_path: Path) -> Path:
    """A copy of the seed for one fault."""
    return copied(seed, tmp_path / "book")


BESIDE = 768 * 1024
"""Bytes of the small disk that the seed leaves free."""


@pytest.fixture
def small_disk(tmp_path: Path, seed: Path) -> Iterator[Path]:
    """A disk of its own with hardly any room beside the seed."""
    room = sum(path.stat().st_size for path in seed.rglob("*") if path.is_file()) + BESIDE
    target = tmp_path / "disk"
    target.mkdir(mode=0o700)
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux mounts a small disk in memory")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={room},mode=700", "tmpfs", str(target)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield target
    subprocess.run(["umount", str(target)], check=True)
