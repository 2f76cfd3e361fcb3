"""The agent while nothing happens: how much of a core it takes, and how much memory."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.table import Figure
from tests.bench.today import busy_book

SETTLE, WATCHED = 5.0, 30.0
"""Seconds after the first look until it counts, and for which it counts."""
SHARE, MEMORY = 0.5, 80.0
"""Per cent of a core, and megabytes."""
_TICK = "SC_CLK_TCK"


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """Share of a core and resident memory of the agent of a large book."""
    book = busy_book(folder, environment, large)
    alone = {name: value for name, value in environment.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    alone["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    line = [sys.executable, "-m", "relate_desktop", "--book", str(book), "agent"]
    agent = subprocess.Popen(line, env=alone, stdout=subprocess.DEVNULL)
    try:
        share, memory = _watched(agent, book / "watch.lock")
    finally:
        agent.terminate()
        agent.wait()
    yield Figure(f"idle agent, {large:,} people, % of a core", share, SHARE, 1.0, "the limit")
    yield Figure(f"idle agent, {large:,} people, MB at most", memory, MEMORY, 1.0, "the limit")


def _watched(agent: "subprocess.Popen[bytes]", lock: Path) -> tuple[float, float]:
    """Per cent of a core over a while, and the most megabytes that were resident."""
    lock.unlink(missing_ok=True)
    pause = threading.Event()
    while not (lock.exists() and lock.stat().st_size):
        if agent.poll() is not None:
            raise RuntimeError(f"the agent ended with {agent.returncode}")
        pause.wait(0.1)
    pause.wait(SETTLE)
    before, start = _worked(agent.pid), time.monotonic()
    pause.wait(WATCHED)
    share = 100 * (_worked(agent.pid) - before) / (time.monotonic() - start)
    return share, _most_resident(agent.pid)


def _worked(pid: int) -> float:
    """Seconds of a core it has taken so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf(_TICK)


def _most_resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
