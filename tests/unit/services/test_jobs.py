"""Pieces of work: lanes, progress, cancel and the end of each."""

import threading
from collections.abc import Iterator

import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, InputError, UserError
from relate_desktop.services.jobs import InlineRunner, Job, JobKind, JobRunner, JobState, Lane, Progress
from tests.patience import SECONDS


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    """A runner that leaves no thread behind."""
    made = JobRunner()
    yield made
    assert made.close(SECONDS)


class Gate:
    """Holds a job at a known point until the test lets it go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.open = threading.Event()

    def pass_through(self) -> None:
        """Called by the job: says it is here, and waits."""
        self.reached.set()
        assert self.open.wait(SECONDS)


class Noting:
    """Writes down its number when it is run."""

    def __init__(self, order: list[int], number: int) -> None:
        self._order, self._number = order, number

    def __call__(self, _job: Job[None]) -> None:
        """The piece of work."""
        self._order.append(self._number)


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The present second."""
        return self.now


def test_a_job_gives_what_its_function_returns(runner: JobRunner) -> None:
    job = runner.submit(Lane.READ, lambda _job: 6 * 7, JobKind.LIST)
    assert job.result() == 42
    assert job.state is JobState.DONE


def test_what_a_function_raises_becomes_the_jobs_error(runner: JobRunner) -> None:
    def fail(_job: Job[int]) -> int:
        raise InputError(ErrorKind.FILE_MISSING, path="a.vcf")

    job = runner.submit(Lane.WRITE, fail, JobKind.IMPORT)
    with pytest.raises(InputError):
        job.result()
    assert job.state is JobState.FAILED
    assert isinstance(job.error, InputError)


def test_memory_running_out_is_told_as_the_worlds_fault(runner: JobRunner) -> None:
    def fail(_job: Job[int]) -> int:
        raise MemoryError

    job = runner.submit(Lane.WRITE, fail, JobKind.IMPORT)
    job.wait(SECONDS)
    assert isinstance(job.error, UserError)
    assert job.error.kind is ErrorKind.OUT_OF_MEMORY


def test_writes_run_one_after_another_in_order(runner: JobRunner) -> None:
    gate, order = Gate(), list[int]()

    def first(_job: Job[None]) -> None:
        gate.pass_through()
        order.append(0)

    runner.submit(Lane.WRITE, first, JobKind.EDIT)
    assert gate.reached.wait(SECONDS)
    later = [runner.submit(Lane.WRITE, Noting(order, number), JobKind.EDIT) for number in range(1, 20)]
    assert order == []
    gate.open.set()
    later[-1].result()
    assert order == list(range(20))


def test_a_waiting_write_does_not_hold_up_a_read(runner: JobRunner) -> None:
    gate = Gate()
    runner.submit(Lane.WRITE, lambda _job: gate.pass_through(), JobKind.EDIT)
    assert gate.reached.wait(SECONDS)
    assert runner.submit(Lane.READ, lambda _job: "read", JobKind.LIST).result() == "read"
    gate.open.set()


def test_two_reads_run_side_by_side(runner: JobRunner) -> None:
    both = threading.Barrier(2)
    jobs = [runner.submit(Lane.READ, lambda _job: both.wait(SECONDS), JobKind.LIST) for _ in range(2)]
    assert sorted(job.result() for job in jobs) == [0, 1]


def test_cancel_bites_at_the_next_step(runner: JobRunner) -> None:
    gate, after = Gate(), list[str]()

    def work(job: Job[None]) -> None:
        gate.pass_through()
        job.step(1, 2)
        after.append("still here")

    job = runner.submit(Lane.WRITE, work, JobKind.IMPORT)
    assert gate.reached.wait(SECONDS)
    job.cancel()
    assert job.stopping
    gate.open.set()
    with pytest.raises(Cancelled):
        job.result()
    assert job.state is JobState.CANCELLED
    assert after == []


def test_cancel_after_the_last_step_comes_too_late(runner: JobRunner) -> None:
    gate = Gate()

    def work(_job: Job[str]) -> str:
        gate.pass_through()
        return "written"

    job = runner.submit(Lane.WRITE, work, JobKind.EDIT)
    assert gate.reached.wait(SECONDS)
    job.cancel()
    gate.open.set()
    assert job.result() == "written"
    assert job.state is JobState.DONE


def test_a_job_cancelled_while_it_waits_never_runs(runner: JobRunner) -> None:
    gate, ran = Gate(), list[str]()
    runner.submit(Lane.WRITE, lambda _job: gate.pass_through(), JobKind.EDIT)
    assert gate.reached.wait(SECONDS)
    waiting = runner.submit(Lane.WRITE, lambda _job: ran.append("ran"), JobKind.EDIT)
    waiting.cancel()
    assert waiting.state is JobState.CANCELLED
    gate.open.set()
    runner.submit(Lane.WRITE, lambda _job: None, JobKind.EDIT).result()
    assert ran == []


def test_progress_is_told_at_most_ten_times_a_second() -> None:
    watch, told = Watch(), list[Progress]()

    def hear(job: Job[None]) -> None:
        if job.state is JobState.RUNNING:
            told.append(job.progress)

    def work(job: Job[None]) -> None:
        for done in range(1000):
            watch.now = done / 100
            job.step(done, 1000)

    job = Job[None](JobKind.IMPORT, listener=hear, monotonic=watch)
    job.run(work)
    assert 90 <= len(told) <= 102
    assert job.progress == Progress(999, 1000)


@pytest.mark.parametrize(
    ("progress", "fraction"),
    [(Progress(), None), (Progress(1, 4), 0.25), (Progress(5, 4), 1.0)],
)
def test_a_fraction_is_only_known_with_a_total(progress: Progress, fraction: float | None) -> None:
    assert progress.fraction == fraction


def test_the_one_who_asked_and_everybody_else_hear_of_each_state(runner: JobRunner) -> None:
    own, all_told = list[JobState](), list[JobState]()
    ended = threading.Event()

    def everybody(job: Job[int]) -> None:
        all_told.append(job.state)
        if job.state.ended:
            ended.set()

    stop = runner.listen(everybody)
    runner.submit(Lane.READ, lambda _job: 1, JobKind.LIST, lambda job: own.append(job.state))
    assert ended.wait(SECONDS)
    stop()
    runner.submit(Lane.READ, lambda _job: 1, JobKind.LIST).result()
    assert own == all_told == [JobState.RUNNING, JobState.DONE]


def test_a_bug_is_reported_and_the_lane_goes_on() -> None:
    reported: list[BaseException] = []
    runner = JobRunner(reported.append)

    def buggy(_job: Job[int]) -> int:
        raise ZeroDivisionError

    def deaf(_job: Job[int]) -> None:
        raise LookupError

    runner.submit(Lane.WRITE, buggy, JobKind.EDIT)
    runner.submit(Lane.WRITE, lambda _job: 2, JobKind.EDIT, deaf)
    assert runner.submit(Lane.WRITE, lambda _job: 3, JobKind.EDIT).result() == 3
    assert runner.close(SECONDS)
    assert [type(error) for error in reported] == [ZeroDivisionError, LookupError, LookupError]


def test_what_the_world_did_wrong_is_not_reported_as_a_bug() -> None:
    reported: list[BaseException] = []

    def fail(_job: Job[int]) -> int:
        raise InputError(ErrorKind.FILE_EMPTY)

    job = InlineRunner(reported.append).submit(Lane.READ, fail, JobKind.LIST)
    assert job.state is JobState.FAILED
    assert reported == []


def test_closing_finishes_short_writes_and_gives_up_the_rest() -> None:
    runner, gate, written = JobRunner(), Gate(), list[str]()

    def long_work(job: Job[None]) -> None:
        gate.pass_through()
        job.step(1, 2)
        written.append("import")

    running = runner.submit(Lane.WRITE, long_work, JobKind.IMPORT)
    assert gate.reached.wait(SECONDS)
    waiting_import = runner.submit(Lane.WRITE, lambda _job: written.append("second"), JobKind.IMPORT)
    edit = runner.submit(Lane.WRITE, lambda _job: written.append("edit"), JobKind.EDIT)
    assert not runner.close(0.0)
    gate.open.set()
    assert runner.close(SECONDS)
    assert written == ["edit"]
    assert edit.state is JobState.DONE
    assert running.state is JobState.CANCELLED
    assert waiting_import.state is JobState.CANCELLED
    assert runner.submit(Lane.WRITE, lambda _job: None, JobKind.EDIT).state is JobState.CANCELLED


def test_threads_are_daemons_so_that_a_stuck_one_cannot_hold_up_the_end(runner: JobRunner) -> None:
    assert runner.submit(
        Lane.KEYRING, lambda _job: threading.current_thread().daemon, JobKind.DETAIL
    ).result()


def test_an_inline_job_has_ended_when_it_comes_back() -> None:
    states: list[JobState] = []
    runner = InlineRunner()
    runner.listen(lambda job: states.append(job.state))
    job = runner.submit(Lane.WRITE, lambda job: job.lane, JobKind.EDIT)
    assert job.result() is Lane.WRITE
    assert states == [JobState.RUNNING, JobState.DONE]
    assert runner.close()


def test_ctrl_c_passes_through_an_inline_job() -> None:
    seen: list[Job[int]] = []

    def interrupted(_job: Job[int]) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        InlineRunner().submit(Lane.WRITE, interrupted, JobKind.IMPORT, seen.append)
    assert seen[-1].state is JobState.CANCELLED
