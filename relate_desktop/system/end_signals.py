"""The system asking a program without a window to end: SIGTERM, SIGHUP, SIGINT.

A handler of Python's may run between any two steps of the main thread, where it must not take
a lock. So a signal only writes a byte, and a thread that reads it calls what is to be called.
"""

import signal
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class EndSignals:
    """Within its block the signals call ``ended``, on a thread of its own. For the main thread."""

    def __init__(self, ended: Callable[[], object]) -> None:
        self._ended = ended
        self.interrupted = False
        """Whether it was somebody at the keyboard who asked (SIGINT)."""
        self._here, self._there = socket.socketpair()
        self._there.setblocking(False)  # noqa: FBT003 - a method of the library
        self._reader = threading.Thread(target=self._read, name="end-signals", daemon=True)
        self._numbers = [
            number for number in (getattr(signal, name, None) for name in _NAMES) if number is not None
        ]
        self._before: dict[int, Any] = {}
        self._before_fd = -1

    def __enter__(self) -> Self:
        self._before_fd = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, lambda *_: None) for number in self._numbers}
        self._reader.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        self._there.close()
        if self._reader is not threading.current_thread():
            self._reader.join()
        self._here.close()

    def _read(self) -> None:
        while numbers := self._here.recv(64):
            if any(number in self._numbers for number in numbers):
                self.interrupted = self.interrupted or signal.SIGINT in numbers
                self._ended()
