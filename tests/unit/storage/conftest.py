"""One fixture: a book that is closed again whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import a_book


@pytest.fixture
def book(tmp_path: Path, clock: FixedClock) -> Iterator[Database]:
    """A new book in ``tmp_path/book``."""
    opened = a_book(tmp_path, clock)
    yield opened
    opened.close()
