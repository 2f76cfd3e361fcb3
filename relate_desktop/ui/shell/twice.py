"""After people came in, Relate looks for those who are here twice, behind whatever else is done."""

from PySide6.QtCore import QObject, QTimer

from relate_desktop.domain.change import Changes, OperationKind
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.rooms import Surroundings

AFTER_MS = 1_500
"""How long after a change, or the start: what the user waits for goes first."""


class LookingTwice(QObject):
    """One look at a time; it can be stopped in the job bar, and is then taken up at the next start."""

    def __init__(self, frame: Furniture, around: Surroundings) -> None:
        super().__init__(frame)
        self._around = around
        self._job: Job[int] | None = None
        self._wait = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._wait.timeout.connect(self.look)
        around.news.changed.connect(self._heard)
        self._wait.start()

    def look(self) -> None:
        """Look, if people came in since somebody did."""
        if self._job is None:
            duplicates = self._around.book.duplicates
            self._around.work.run(
                Lane.READ,
                lambda _job: duplicates.waits(),
                self._begin,
                lambda _error: None,
                kind=JobKind.DETAIL,
                owner=self,
            )

    def _begin(self, waits: bool) -> None:
        if waits and self._job is None:
            self._job = self._around.work.run(
                Lane.READ,
                self._around.book.duplicates.look,
                self._found,
                self._ended,
                kind=JobKind.DUPLICATES,
                on_cancelled=self._ended,
                owner=self,
            )

    def _found(self, count: int) -> None:
        self._job = None
        if count:
            # nothing of the user's was written, but Today has something to tell
            self._around.news.changed.emit(Changes(None, None, {"pairs": frozenset()}))
        self._wait.start()  # people may have come in meanwhile

    def _ended(self, _error: BaseException | None = None) -> None:
        self._job = None

    def _heard(self, changes: Changes) -> None:
        if changes.everything or changes.operation is OperationKind.IMPORT:
            self._wait.start()
