"""Every test of the window has an application: without one Qt's key bindings end the process."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from relate_desktop.ui.kit.theme import Appearance, theme


@pytest.fixture(scope="session", autouse=True)
def _an_application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture(autouse=True)
def _give_back_the_usual_look(_an_application: QApplication) -> Iterator[None]:
    """Large text, another scheme and reduced motion end with the test that wanted them."""
    theme().apply(Appearance())
    yield
    theme().apply(Appearance())
