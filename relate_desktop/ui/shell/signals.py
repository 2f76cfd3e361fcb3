"""The system asking the program to end (SIGTERM, SIGHUP, SIGINT), heard by the event loop.

Qt dies of these signals without a word, and Python's own handlers wait for the next byte code,
which never comes while nothing happens. So a signal writes a byte that the event loop notices.
"""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class EndSignals(QObject):
    """Calls ``ended`` on the window's thread when the system asks for an end; ``stop`` undoes it."""

    def __init__(self, ended: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended = ended
        self._here, there = socket.socketpair()
        self._there = there
        for one in (self._here, there):
            one.setblocking(False)  # noqa: FBT003 - a method of the library
        self._before_fd = signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, lambda *_: None)
            for number in (getattr(signal, name, None) for name in NAMES)
            if number is not None
        }
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def stop(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        signal.set_wakeup_fd(self._before_fd)
        self._here.close()
        self._there.close()

    def _heard(self) -> None:
        try:
            numbers = self._here.recv(64)
        except BlockingIOError:
            return
        # other signals, such as a timer's, wake the same descriptor
        if any(number in self._before for number in numbers):
            self._ended()
