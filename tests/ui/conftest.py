"""Every test of the window has an application: without one Qt's key bindings end the process."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def _an_application(qapp: QApplication) -> QApplication:
    return qapp
