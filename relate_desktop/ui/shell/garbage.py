"""Throwing garbage away on the window's thread, and on no other.

The collector ends what it finds on whichever thread it happens to run on. Widgets and timers must
end on the window's thread: a worker that collected a forgotten timer ended the program.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

LOOK_MS = 500
PATIENCE = 10
"""How many times as much garbage a window in use may have before everything is looked at."""


class Garbage(QObject):
    """Takes over from Python's own collector from now until ``stop``; begins to look with ``start``.

    ``busy`` tells whether workers are at work: going through what they are making would only hold them
    up. One that waits for minutes is not. It looks ``every`` so many milliseconds.
    """

    def __init__(
        self, busy: Callable[[], bool], parent: QObject | None = None, *, every: int = LOOK_MS
    ) -> None:
        super().__init__(parent)
        self._busy = busy
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """What has been made so far stays; look for garbage among the rest. Once is enough."""
        if not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    def stop(self) -> None:
        """Give Python its own collector back, if it was on."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def _look(self) -> None:
        if self._busy():
            return
        # Python gives a generation that it does not count the limit 0, from 3.14 on the oldest one
        young, middle, old = (
            count / limit if limit else 0
            for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        in_use = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if old > (PATIENCE if in_use else 1):
            gc.collect(2)
        elif middle > 1:
            gc.collect(1)
        elif young > 1:
            gc.collect(0)
