"""Pieces of work: lanes of plain daemon threads, with progress, cancel and an end.

A job waits, runs, then is done, failed or cancelled. ``Job.step`` is the one point where cancel
bites; since a write is one transaction, a cancelled job is as if it had never been. Listeners are
called on the thread that works: the window hands what they say to its own thread.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar, cast

from relate_desktop.domain.errors import Cancelled, ErrorKind, StorageError, UserError

T = TypeVar("T")
NEWS_INTERVAL = 0.1
"""Seconds between two pieces of news of one job's progress, at the least."""


class Lane(StrEnum):
    """Where work queues: jobs of one lane start in the order in which they came."""

    WRITE = "write"
    READ = "read"
    NETWORK = "network"
    KEYRING = "keyring"


WORKERS = {Lane.WRITE: 1, Lane.READ: 2, Lane.NETWORK: 2, Lane.KEYRING: 1}
_PATIENT = {Lane.NETWORK, Lane.KEYRING}  # jobs wait there for slow hosts, and for a password to be typed


class JobState(StrEnum):
    """How far a job is; the last three are ends."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to the job."""
        return self in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}


class JobKind(StrEnum):
    """What a job is about, for its words in the job bar."""

    IMPORT_PLAN = "import_plan"
    IMPORT = "import"
    EXPORT = "export"
    SAMPLE = "sample"
    DUPLICATES = "duplicates"
    NAMES = "names"
    EDIT = "edit"
    BULK = "bulk"
    UNDO = "undo"
    LIST = "list"
    SEARCH = "search"
    DETAIL = "detail"

    @property
    def long(self) -> bool:
        """Whether it may take long: shown in the job bar, and given up when the program closes."""
        return self in _LONG


_IMPORTS = {JobKind.IMPORT_PLAN, JobKind.IMPORT, JobKind.SAMPLE}
_LONG = frozenset({*_IMPORTS, JobKind.EXPORT, JobKind.DUPLICATES, JobKind.NAMES, JobKind.BULK})


@dataclass(frozen=True, slots=True)
class Progress:
    """How much is done, in whatever the job counts; ``total`` is 0 while it is not known."""

    done: int = 0
    total: int = 0

    @property
    def fraction(self) -> float | None:
        """From 0 to 1, or None while the total is not known."""
        return min(1.0, self.done / self.total) if self.total > 0 else None


class Stepping(Protocol):
    """What a service needs of a job: to say how far it is, and to be stopped there."""

    def step(self, done: int, total: int) -> None:
        """Say how much is done; raises Cancelled when somebody wants it stopped."""


class Job(Generic[T]):
    """One piece of work and its result. Every method may be called on any thread."""

    def __init__(
        self,
        kind: JobKind,
        lane: Lane = Lane.WRITE,
        listener: Callable[["Job[T]"], None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.kind = kind
        self.lane = lane
        self._listener = listener
        self._monotonic = monotonic
        self._changed = threading.Condition()
        self._state = JobState.WAITING
        self._progress = Progress()
        self._told_at = float("-inf")
        self._stopping = False
        self._result: T | None = None
        self._error: BaseException | None = None

    @property
    def state(self) -> JobState:
        """How far the job is."""
        return self._state

    @property
    def progress(self) -> Progress:
        """What the last step said."""
        return self._progress

    @property
    def error(self) -> BaseException | None:
        """Why the job failed; None for every other state."""
        return self._error

    @property
    def stopping(self) -> bool:
        """Whether cancel was asked for and has not bitten yet."""
        return self._stopping and not self._state.ended

    def step(self, done: int, total: int) -> None:
        """Say how much is done; told to listeners at most ten times a second.

        Raises Cancelled when somebody asked for cancel.
        """
        if self._stopping:
            raise Cancelled
        self._progress = Progress(done, total)
        now = self._monotonic()
        if now - self._told_at >= NEWS_INTERVAL:
            self._told_at = now
            self._tell()

    def cancel(self) -> None:
        """Ask for an end: at once when the job still waits, else at its next step, if one comes."""
        with self._changed:
            if self._state.ended:
                return
            self._stopping = True
            waiting = self._state is JobState.WAITING
        if waiting:
            self._end(JobState.CANCELLED, only_from=JobState.WAITING)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end, at most ``timeout`` seconds; whether it came."""
        with self._changed:
            return self._changed.wait_for(lambda: self._state.ended, timeout)

    def result(self) -> T:
        """Wait for the end and give what came out.

        Raises what the job raised, and Cancelled when it was stopped.
        """
        self.wait()
        if self._state is JobState.CANCELLED:
            raise Cancelled
        if self._error is not None:
            raise self._error
        return cast("T", self._result)

    def run(self, function: Callable[["Job[T]"], T]) -> None:
        """Do the work on this thread, unless it was cancelled before; called by runners alone.

        Never raises an Exception: it becomes the job's. Ctrl+C passes through, the job cancelled.
        """
        with self._changed:
            if self._state is not JobState.WAITING:
                return
            self._state = JobState.RUNNING
        self._tell()
        try:
            result = function(self)
        except Cancelled:
            self._end(JobState.CANCELLED)
        except MemoryError:
            self._end(JobState.FAILED, error=StorageError(ErrorKind.OUT_OF_MEMORY))
        except Exception as error:  # noqa: BLE001 - whatever went wrong is told where the job was asked for
            self._end(JobState.FAILED, error=error)
        except BaseException:
            self._end(JobState.CANCELLED)
            raise
        else:
            self._end(JobState.DONE, result=result)

    def _end(
        self,
        state: JobState,
        *,
        result: T | None = None,
        error: BaseException | None = None,
        only_from: JobState | None = None,
    ) -> None:
        with self._changed:
            if self._state.ended or (only_from is not None and self._state is not only_from):
                return
            self._result, self._error = result, error
            self._state = state
            self._changed.notify_all()
        self._tell()

    def _tell(self) -> None:
        if self._listener is not None:
            self._listener(self)


class _Ears:
    """Who wants to hear of every job, and where bugs end."""

    def __init__(self, unexpected: Callable[[BaseException], None] | None) -> None:
        self._listeners: tuple[Callable[[Job[Any]], None], ...] = ()
        self._unexpected = unexpected

    def listen(self, listener: Callable[[Job[Any]], None]) -> Callable[[], None]:
        """Hear of every job's states and progress until the returned function is called."""
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(one for one in self._listeners if one is not listener)

        return unsubscribe

    def tell(self, job: Job[Any], own: Callable[[Job[Any]], None] | None) -> None:
        """Tell the one who asked first, then everybody; a listener's own bug stops nothing."""
        for listener in (own, *self._listeners):
            if listener is None:
                continue
            try:
                listener(job)
            except Exception as error:  # noqa: BLE001 - a listener must not take the lane down
                self._report(error)
        if job.error is not None and not isinstance(job.error, UserError):
            self._report(job.error)

    def _report(self, error: BaseException) -> None:
        if self._unexpected is not None:
            self._unexpected(error)


class Runner(Protocol):
    """The face that both runners have."""

    def submit(
        self,
        lane: Lane,
        function: Callable[[Job[T]], T],
        kind: JobKind,
        listener: Callable[[Job[T]], None] | None = None,
    ) -> Job[T]:
        """Take a piece of work; its listener hears of its states and progress."""

    def listen(self, listener: Callable[[Job[Any]], None]) -> Callable[[], None]:
        """Hear of every job until the returned function is called."""

    def close(self, timeout: float = 10.0) -> bool:
        """Take no more work and wait for an end; whether everything ended in time."""


class InlineRunner:
    """Runs every job at once on the caller's thread: for the command line and for tests."""

    def __init__(self, unexpected: Callable[[BaseException], None] | None = None) -> None:
        self._ears = _Ears(unexpected)

    def submit(
        self,
        lane: Lane,
        function: Callable[[Job[T]], T],
        kind: JobKind,
        listener: Callable[[Job[T]], None] | None = None,
    ) -> Job[T]:
        """Do the work and give the job, which has ended."""
        job: Job[T] = Job(kind, lane, lambda told: self._ears.tell(told, listener))
        job.run(function)
        return job

    def listen(self, listener: Callable[[Job[Any]], None]) -> Callable[[], None]:
        """Hear of every job's states and progress until the returned function is called."""
        return self._ears.listen(listener)

    def close(self, timeout: float = 0.0) -> bool:  # noqa: ARG002 - the face of JobRunner
        """Answer True: nothing is ever left to end."""
        return True


class JobRunner:
    """Runs jobs on daemon threads, a few for each lane, made when the lane is first used.

    ``unexpected`` hears of every error that is not the world's fault, on the working thread.
    """

    def __init__(self, unexpected: Callable[[BaseException], None] | None = None) -> None:
        self._ears = _Ears(unexpected)
        self._changed = threading.Condition()
        self._queues: dict[Lane, deque[tuple[Job[Any], Callable[[Job[Any]], Any]]]] = {
            lane: deque() for lane in Lane
        }
        self._idle = dict.fromkeys(Lane, 0)
        self._running: list[Job[Any]] = []
        self._threads: list[threading.Thread] = []
        self._counts = dict.fromkeys(Lane, 0)
        self._closed = False

    def submit(
        self,
        lane: Lane,
        function: Callable[[Job[T]], T],
        kind: JobKind,
        listener: Callable[[Job[T]], None] | None = None,
    ) -> Job[T]:
        """Queue a piece of work. After ``close`` the job comes back cancelled."""
        job: Job[T] = Job(kind, lane, lambda told: self._ears.tell(told, listener))
        with self._changed:
            if not self._closed:
                self._queues[lane].append((job, function))
                if self._idle[lane] < len(self._queues[lane]) and self._counts[lane] < WORKERS[lane]:
                    self._start(lane)
                self._changed.notify_all()
                return job
        job.cancel()
        return job

    def listen(self, listener: Callable[[Job[Any]], None]) -> Callable[[], None]:
        """Hear of every job's states and progress, on the threads that work, until unsubscribed."""
        return self._ears.listen(listener)

    @property
    def busy(self) -> bool:
        """Whether any job is at work or has its turn soon; those that wait for hosts and people are not."""
        with self._changed:
            waiting = (lane for lane, queue in self._queues.items() if queue)
            return any(lane not in _PATIENT for lane in (*waiting, *(job.lane for job in self._running)))

    def close(self, timeout: float = 10.0) -> bool:
        """Take no more work, give up what may be given up, and wait for the rest.

        Short writes that are under way or wait (somebody typed them) are still done; long jobs and
        everything that only reads are cancelled. Answers whether all ended in ``timeout`` seconds.
        """
        with self._changed:
            self._closed = True
            waiting = [job for queue in self._queues.values() for job, _ in queue]
            jobs = [*waiting, *self._running]
            self._changed.notify_all()
        for job in jobs:
            if job.kind.long or job.lane is not Lane.WRITE:
                job.cancel()
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _start(self, lane: Lane) -> None:
        self._counts[lane] += 1
        name = f"{lane.value} lane {self._counts[lane]}"
        thread = threading.Thread(target=self._work, args=(lane,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, lane: Lane) -> None:
        while (taken := self._take(lane)) is not None:
            job, function = taken
            job.run(function)
            with self._changed:
                self._running.remove(job)
            # Until the next job comes, nothing of this one may be kept alive by this frame.
            del taken, job, function

    def _take(self, lane: Lane) -> tuple[Job[Any], Callable[[Job[Any]], Any]] | None:
        queue = self._queues[lane]
        with self._changed:
            self._idle[lane] += 1
            try:
                self._changed.wait_for(lambda: bool(queue) or self._closed)
                with suppress(IndexError):
                    taken = queue.popleft()
                    self._running.append(taken[0])
                    return taken
                return None
            finally:
                self._idle[lane] -= 1
