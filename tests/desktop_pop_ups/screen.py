"""What a notification service has on the screen, as a test sees it."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.desktop_pop_ups.bus import ROOT, Bus
from tests.patience import SECONDS


@dataclass(frozen=True)
class Seen:
    """One pop-up as the service got it."""

    number: int
    again: bool
    title: str
    body: str
    actions: dict[str, str]
    hints: dict[str, Any]
    expires: int


class Screen:
    """A running service: what it shows, and hands to press its buttons."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said: queue.Queue[dict[str, Any]] = queue.Queue()
        self.everything: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def next(self, fact: str, within: float = SECONDS) -> dict[str, Any]:
        """The next thing that happens of that kind; what happens before it is passed over."""
        while True:
            try:
                said = self.said.get(timeout=within)
            except queue.Empty:
                raise AssertionError(f"nothing {fact} within {within} s: {self.everything}") from None
            if fact in said:
                return said

    def pop_up(self, within: float = SECONDS) -> Seen:
        """The next pop-up."""
        said = self.next("shown", within)
        return Seen(
            *(said[name] for name in ("shown", "again", "title", "body", "actions", "hints", "expires"))
        )

    def closed(self, within: float = SECONDS) -> int:
        """The number of the next pop-up that is taken away."""
        number: int = self.next("closed", within)["closed"]
        return number

    def press(self, number: int, button: str) -> None:
        """Press a button of a pop-up, or click on it: ``default``."""
        self._wish(press=[number, button])

    def dismiss(self, number: int) -> None:
        """Close a pop-up with its cross."""
        self._wish(close=number)

    def wake(self) -> None:
        """Let a service that hung go on, with everything it was asked meanwhile."""
        self._wish(wake=True)

    def freeze(self) -> None:
        """Stop the service in the middle of whatever it does; it does nothing more when this returns."""
        stop(self.process)

    def numbers(self) -> list[int]:
        """The numbers of all pop-ups so far that were no replacement of one on the screen."""
        self.drain()
        return [said["shown"] for said in self.everything if "shown" in said and not said["again"]]

    def titles(self) -> list[str]:
        """The titles of those."""
        self.drain()
        return [said["title"] for said in self.everything if "shown" in said and not said["again"]]

    def drain(self) -> None:
        """Pass over what was said so far: until the service's answer to a word of the test's."""
        self._wish(echo=True)
        self.next("echo")

    def end(self) -> None:
        """End the service as its crash would."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def _wish(self, **wish: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(wish) + "\n")
        self.process.stdin.flush()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            said = json.loads(line)
            self.everything.append(said)
            self.said.put(said)


def stop(process: "subprocess.Popen[Any]") -> None:
    """Stop a child process in the middle of whatever it does, and wait until it stands."""
    process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)


@contextmanager
def a_screen(bus: Bus, mode: str = "well") -> Iterator[Screen]:
    """A service of that mode on the bus."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop_pop_ups.service", mode],
        cwd=ROOT,
        env=bus.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    screen = Screen(process)
    try:
        screen.next("ready")
        yield screen
    finally:
        screen.end()
