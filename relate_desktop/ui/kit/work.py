"""Pieces of work asked for by the window, with their ends on the window's thread.

``work.run(Lane.READ, lambda job: service.ids(...), on_done)`` returns the job at once; ``on_done``
gets the result later on the window's thread, ``on_failed`` the error, ``on_cancelled`` nothing.
An end whose receiver (the widget behind a bound method, or ``owner``) is gone is dropped.
A failure nobody asked about is sent as ``failed``, and the shell tells it in a sentence.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from relate_desktop.domain.errors import UserError
from relate_desktop.services.jobs import Job, JobKind, JobState, Lane, Runner

T = TypeVar("T")


class Work(QObject):
    """Hands functions to the job runner and brings what came of them back."""

    failed = Signal(object)
    """A UserError that no ``on_failed`` took."""
    progressed = Signal(object)
    """A Job whose state or progress changed, for the job bar."""
    _ended = Signal(object)
    _told = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._stop = runner.listen(self._tell)

    def run(
        self,
        lane: Lane,
        function: Callable[[Job[T]], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[BaseException], object] | None = None,
        *,
        kind: JobKind = JobKind.LIST,
        on_cancelled: Callable[[], object] | None = None,
        owner: QObject | None = None,
    ) -> Job[T]:
        """Do ``function`` in a lane; exactly one of the ends follows, unless its receiver is gone."""

        def end(job: Job[T]) -> None:
            if job.state is JobState.DONE:
                self._post(owner, on_done, job.result())
            elif job.state is JobState.FAILED:
                self._post(owner, on_failed or self._unasked, job.error)
            elif job.state is JobState.CANCELLED:
                self._post(owner, on_cancelled)

        return self._runner.submit(lane, function, kind, end)

    def close(self) -> None:
        """Bring nothing more; ends that are on their way still arrive."""
        self._stop()

    def _post(self, owner: QObject | None, call: Callable[..., object] | None, *values: object) -> None:
        if call is None:
            return
        try:
            self._ended.emit((owner, call, values))
        except RuntimeError:
            # the window is gone while a worker still finishes: nobody is left to tell
            return

    def _tell(self, job: Job[Any]) -> None:
        try:
            self._told.emit(job)
        except RuntimeError:
            return

    def _finish(self, end: tuple[QObject | None, Callable[..., object], tuple[object, ...]]) -> None:
        owner, call, values = end
        for receiver in (owner, getattr(call, "__self__", None)):
            if isinstance(receiver, QObject) and not shiboken6.isValid(receiver):
                return
        call(*values)

    def _unasked(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)
