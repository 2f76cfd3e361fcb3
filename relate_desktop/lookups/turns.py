"""One question at a time to one host, whoever asks."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from relate_desktop.lookups.pace import SLICE, Pace


class Turns:
    """The queues before all hosts; one of these serves the whole program."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._busy: set[str] = set()

    @contextmanager
    def at(self, host: str, pace: Pace) -> Iterator[None]:
        """Wait until nobody else asks this host. Raises Cancelled."""
        with pace.standing_still(), self._free:
            while host in self._busy:
                pace.stop()
                self._free.wait(SLICE)
            self._busy.add(host)
        try:
            yield
        finally:
            with self._free:
                self._busy.discard(host)
                self._free.notify_all()
