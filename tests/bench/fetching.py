"""The fetcher against hosts that mean harm: how long until it is free, and how much memory it took.

Each question runs in a process of its own: ``python -m tests.bench.fetching NAME FOLDER``.
"""

import json
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError
from relate_desktop.lookups.asking import HTML_LIMIT
from tests.bench.table import Figure
from tests.servers.authority import Authority
from tests.servers.bad_host import BadHost, Behaviour, Line, a_bad_host

HEAD = b"HTTP/1.1 200 OK\r\n"
BOMB_MB = 500
BOMB_S, BOMB_MORE_MB, END_S, CANCEL_S = 0.5, 12.0, 16.0, 0.2
"""Until a bomb is given up, memory for it, until a slow host is given up, until a stop is heard."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """A bomb, hosts that drip and hold, and a stop in the middle of each."""
    del large
    for name, trial in TRIALS.items():
        place = folder / f"net-{name}"
        place.mkdir(exist_ok=True)
        line = [sys.executable, "-m", "tests.bench.fetching", name, str(place)]
        done = subprocess.run(line, env=dict(environment), capture_output=True, text=True, check=True)
        for label, value in json.loads(done.stdout).items():
            yield Figure(f"net, {name}, {label}", value, trial.wanted[label], 1.0, "the limit")


def _bomb(line: Line) -> None:
    _begin(line, HEAD + b"Content-Encoding: gzip\r\n\r\n")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    million = bytes(1_000_000)
    for _ in range(BOMB_MB):
        line.send(packer.compress(million))
    line.send(packer.flush())


def _drip_a_header(line: Line) -> None:
    _begin(line, HEAD + b"X: ")
    line.drip(b"a")


def _drip_the_body(line: Line) -> None:
    _begin(line, HEAD + b"Content-Length: 900000\r\n\r\n")
    line.drip(b"a")


def _hold(line: Line) -> None:
    line.hold()


def _begin(line: Line, head: bytes) -> None:
    line.begin_tls()
    line.read_question()
    line.send(head)


def _ended(host: BadHost, kind: ErrorKind) -> dict[str, float]:
    """Seconds until the question ends as it should, and megabytes that it took beyond those before."""
    before, began = _most(), time.monotonic()
    try:
        host.door().get(host.ask(limit=HTML_LIMIT))
    except NetworkError as error:
        if error.kind is kind:
            return {"s": time.monotonic() - began, "more MB": _most() - before}
    raise RuntimeError(f"it did not end with {kind}")


def _left(host: BadHost) -> dict[str, float]:
    """Seconds between the wish to stop and the end."""
    wished: list[float] = []

    def stop() -> None:
        if wished:
            raise Cancelled
        if host.reached.is_set() and time.monotonic() - began > 1:
            wished.append(time.monotonic())  # right after a look: the longest time until the next

    began = time.monotonic()
    try:
        host.door(stop).get(host.ask(limit=HTML_LIMIT))
    except Cancelled:
        return {"s": time.monotonic() - wished[0]}
    raise RuntimeError("it did not stop")


def _most() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


@dataclass(frozen=True)
class Trial:
    """What a host does, and how the question should end: by itself, or, without a kind, by a stop."""

    behave: Behaviour
    kind: ErrorKind | None
    wanted: Mapping[str, float]

    def measure(self, host: BadHost) -> dict[str, float]:
        """What it took."""
        return _left(host) if self.kind is None else _ended(host, self.kind)


TRIALS = {
    f"a bomb of {BOMB_MB} MB": Trial(
        _bomb, ErrorKind.ANSWER_TOO_LARGE, {"s": BOMB_S, "more MB": BOMB_MORE_MB}
    ),
    "a header byte by byte": Trial(_drip_a_header, ErrorKind.TOO_SLOW, {"s": END_S, "more MB": BOMB_MORE_MB}),
    "a body byte by byte": Trial(_drip_the_body, ErrorKind.TOO_SLOW, {"s": END_S, "more MB": BOMB_MORE_MB}),
    "silence": Trial(_hold, ErrorKind.TOO_SLOW, {"s": END_S, "more MB": BOMB_MORE_MB}),
    "stopped in silence": Trial(_hold, None, {"s": CANCEL_S}),
    "stopped in a body": Trial(_drip_the_body, None, {"s": CANCEL_S}),
}


def main(name: str, folder: Path) -> None:
    """Measure one question."""
    trial = TRIALS[name]
    with a_bad_host(Authority(folder), trial.behave) as host:
        print(json.dumps(trial.measure(host)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
