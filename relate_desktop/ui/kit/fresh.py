"""A reading that is always the newest one: what several rooms show follows the book by it.

Whatever changes, ``ask`` is called. While an answer is on its way nothing else is begun: that answer is
old by then, is never shown, and one more reading follows, however often somebody asked meanwhile.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from relate_desktop.domain.errors import UserError
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.work import Work

T = TypeVar("T")


class Fresh(QObject, Generic[T]):
    """``begin`` says on the window's thread what is to be read now; ``show`` gets only the last answer.

    Where there is nothing to read, ``begin`` answers None. What fails is told by the shell, unless
    ``failed`` takes it.
    """

    def __init__(
        self,
        work: Work,
        owner: QObject,
        begin: Callable[[], Callable[[], T] | None],
        show: Callable[[T], object],
        failed: Callable[[BaseException], object] | None = None,
        *,
        kind: JobKind = JobKind.LIST,
    ) -> None:
        super().__init__(owner)
        self._work, self._kind = work, kind
        self._begin, self._show, self._failed = begin, show, failed
        self._job: Job[T] | None = None
        self._again = False
        self._held = 0

    @property
    def on_its_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self) -> None:
        """Read; what is being read already is too old by now, and is read once more."""
        if self._held:
            return
        if self._job is not None:
            self._again = True
            self._job.cancel()
            return
        read = self._begin()
        if read is None:
            return
        self._job = self._work.run(
            Lane.READ,
            lambda _job: read(),
            self._done,
            self._missed,
            kind=self._kind,
            on_cancelled=self._next,
            owner=self,
        )

    def hold(self) -> None:
        """Show nothing while something of the same is being written: what was read before is old by then."""
        self._held += 1

    def free(self) -> None:
        """What was being written is written, or is not to be: read what there is now."""
        self._held -= 1
        self.ask()

    def _next(self) -> bool:
        """What was asked for meanwhile begins now; whether something was."""
        self._job = None
        again, self._again = self._again, False
        if again:
            self.ask()
        return again

    def _done(self, answer: T) -> None:
        if not self._next() and not self._held:
            self._show(answer)

    def _missed(self, error: BaseException) -> None:
        if self._next():
            return
        if self._failed is not None:
            self._failed(error)
        elif isinstance(error, UserError):
            self._work.failed.emit(error)
