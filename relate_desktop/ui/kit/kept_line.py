"""A line whose words survive any end of the program: kept within a second, there again at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.tinted_line import TintedLine
from relate_desktop.ui.kit.work import Work

if TYPE_CHECKING:
    from relate_desktop.services.drafts import DraftsService

KEPT_AFTER_MS = 1000


class KeptLine(QObject):
    """Belongs to a line, and dies with it. ``key`` says which line it is."""

    def __init__(self, line: TintedLine, drafts: "DraftsService", key: str, work: Work) -> None:
        super().__init__(line)
        self._line, self._drafts, self._key, self._work = line, drafts, key, work
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        kept = drafts.text(key)
        if kept and not line.text():
            line.set_text(kept)
        line.typed.connect(self._touch)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._end)

    def keep(self) -> None:
        """Put down what is typed now."""
        self._timer.stop()
        self._drafts.put_text(self._key, self._line.text())
        self._work.run(
            Lane.WRITE, lambda _job: self._drafts.keep(), on_failed=lambda _error: None, kind=JobKind.EDIT
        )

    def _end(self) -> None:
        if self._timer.isActive():
            self.keep()

    def _touch(self) -> None:
        if not self._timer.isActive():
            self._timer.start(KEPT_AFTER_MS)
