"""How long a test waits for what must come; it goes on at once when it has come.

A busy machine, or a disk that takes seconds to sync, is no fault of the program.
"""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

SECONDS = 60.0
"""For whatever happens outside the window, in another thread or process."""
PATIENCE = int(SECONDS * 1000)
"""Milliseconds."""


class PatientQtBot(QtBot):
    """Waits longer where the test does not say how long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        """As the library's, with more patience."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **words: Any) -> Any:  # noqa: N802
        """As the library's, with more patience."""
        return super().waitSignal(signal, timeout=timeout, **words)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """What drives the window."""
    return PatientQtBot(request)
