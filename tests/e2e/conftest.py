"""A real desktop for each test of the whole program; without its parts the tests are left out."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, missing_parts


@pytest.fixture(scope="session")
def parts() -> None:
    """Skips where the machine cannot show a window to tests."""
    missing = missing_parts()
    if missing:
        pytest.skip(f"no desktop for tests here, missing: {', '.join(missing)}")


@pytest.fixture
def desktop(parts: None, tmp_path: Path) -> Iterator[Desktop]:
    """A screen with a window manager, a message bus and accessibility."""
    short = tempfile.TemporaryDirectory(prefix="rt", dir="/tmp")
    with short as runtime, Desktop(tmp_path / "home", Path(runtime)) as started:
        yield started
