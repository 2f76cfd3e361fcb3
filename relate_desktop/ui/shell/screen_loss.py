"""The screen going away under the program: its server died, or the desktop ended without asking.

Qt then says so in one message and ends the process on the spot, past everything that Python or Qt
would do at an end. The message is the last moment to keep what was typed.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_SAID = "connection broke"
"""What Qt's X11 and Wayland plugins both say of the end of their connection."""

Handler = Callable[[QtMsgType, QMessageLogContext, str], object]


class ScreenLoss:
    """Calls ``lost`` once, on the window's thread, from inside Qt: nothing may be shown any more."""

    def __init__(self, lost: Callable[[], object]) -> None:
        self._lost = lost
        self._told = False
        self._before: Handler | None = qInstallMessageHandler(self._heard)

    def stop(self) -> None:
        """Give Qt's messages back to whoever had them."""
        qInstallMessageHandler(self._before)

    def _heard(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if self._before is not None:
            self._before(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")
        if _SAID in message and not self._told:
            self._told = True
            self._lost()
