"""Wall time and memory of a program and all it starts, taken from outside."""

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.02
"""Seconds between two looks at the memory in use."""


@dataclass(frozen=True)
class Run:
    """One run of a program: ``seconds`` of wall time, ``peak`` bytes resident, what it printed."""

    seconds: float
    peak: int
    output: str


def run(line: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a program to its end; a status other than 0 and 1 is an error."""
    start = time.perf_counter()
    process = subprocess.Popen(
        line, env=dict(environment), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    peak = _Peak(process.pid)
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{line} ended with {process.returncode}")
    return Run(seconds, peak.stop(), output)


def best(times: int, once: Callable[[], Run]) -> Run:
    """The quickest of several runs: what the machine can do when nothing else happens."""
    return min((once() for _ in range(times)), key=lambda found: found.seconds)


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 99th percentile and greatest."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], ordered[-1]


class _Peak:
    """Looks at the resident memory of a session of processes until it is told to stop."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> int:
        self._stop.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._stop.wait(LOOK_EVERY):
            self._peak = max(self._peak, sum(_resident(pid) for pid in self._members()))

    def _members(self) -> list[int]:
        numbers = (int(entry.name) for entry in os.scandir("/proc") if entry.name.isdecimal())
        return [number for number in numbers if _session_of(number) == self._session]


def _session_of(pid: int) -> int:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return -1


def _resident(pid: int) -> int:
    """Bytes resident, what processes share counted by share; 0 for one that has ended."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        return 0
    return 0
