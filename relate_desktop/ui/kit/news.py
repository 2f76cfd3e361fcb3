"""News of the book on the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from relate_desktop.domain.change import Changes

Listen = Callable[[Callable[[Changes], None]], Callable[[], None]]
"""Takes a listener, which may be called on any thread, and returns how to stop."""


class News(QObject):
    """Sends ``changed(Changes)`` on the window's thread after every commit.

    Views connect to it and ask ``changes.touches(contact)`` or look at ``changes.tables``.
    """

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._stop: Callable[[], None] | None = None

    def follow(self, listen: Listen) -> None:
        """Begin to pass on what ``listen`` brings; replaces an earlier source."""
        self.stop()
        self._stop = listen(self._receive)

    def stop(self) -> None:
        """Pass nothing on any more."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    def _receive(self, changes: Changes) -> None:
        try:
            self._arrived.emit(changes)
        except RuntimeError:
            # the window is gone while a worker still finishes: nobody is left to tell
            return
