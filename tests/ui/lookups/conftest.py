from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.servers.authority import Authority
from tests.ui.lookups.desk_window import Window, a_window


@pytest.fixture
def window(tmp_path: Path, authority: Authority, qtbot: QtBot) -> Iterator[Window]:
    """With look-ups switched on, and GitHub agreed to."""
    with a_window(tmp_path, authority, qtbot) as window:
        yield window
