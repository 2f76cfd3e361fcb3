"""Trying whether pop-ups work here: what the desktop can do, and one shown on request."""

import threading

from relate_desktop.system.notices import Answered, Capabilities, Notice, Notifier, Shown
from relate_desktop.system.notifications import system_notifier


class PopUpTrial:
    """Any thread but the window's; ``answered`` gets notice and button on a thread of the desktop's.

    Every request is a new try: somebody may have mended the desktop since the last.
    """

    def __init__(self, answered: Answered) -> None:
        self._answered = answered
        self._lock = threading.Lock()
        self._notifier: Notifier | None = None
        self._closed = False

    def capabilities(self) -> Capabilities:
        """What the desktop's pop-ups can do here and now."""
        found = self._open()
        return Capabilities(working=False) if found is None else found.capabilities()

    def show(self, notice: Notice) -> Shown:
        """Shows a pop-up, or says why not."""
        found = self._open()
        return Shown.ABSENT if found is None else found.show(notice)

    def close(self) -> None:
        """Ends the work; nothing is answered any more."""
        with self._lock:
            found, self._notifier = self._notifier, None
            self._closed = True
        if found is not None:
            found.close()

    def _open(self) -> Notifier | None:
        with self._lock:
            if self._notifier is None and not self._closed:
                self._notifier = system_notifier(self._answered, retry_after=0)
            return self._notifier
