"""A desktop of its own for each test: screen, window manager, message bus, accessibility."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tests.desktop_pop_ups.bus import bus_line
from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).with_name("driver.py")
SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool")
SIZE = "1280x800x24"
"""Pixels across and down, and bits of colour."""
DRAG_STEPS = 12
"""Moves of the mouse in one drag: a window system takes none of them for a jump."""


def missing_parts() -> list[str]:
    """What this machine lacks for a desktop of its own; empty where tests can run."""
    if sys.platform != "linux":
        return ["Linux"]
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if not any(Path(path).exists() for path in BUS_LAUNCHERS):
        missing.append("at-spi2-core")
    probe = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(probe, check=False, capture_output=True).returncode:
        missing.append("gir1.2-atspi-2.0")
    return missing


@dataclass
class DesktopBus:
    """The message bus of a desktop, for what a test starts on it by itself."""

    address: str
    environment: Mapping[str, str]


class Desktop:
    """Starts everything that a window needs and ends it again; one test, one desktop."""

    def __init__(self, home: Path, runtime: Path, size: str = SIZE) -> None:
        self._folder, self._runtime, self._size = home, runtime, size
        self.environment = os.environ | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
            "PYTHONFAULTHANDLER": "1",
        }
        self._started: list[subprocess.Popen[bytes]] = []
        self._driver: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _start(self) -> None:
        # without -noreset the screen throws everybody out whenever the last of them leaves for a moment
        screen = self.launch(
            ["Xvfb", "-displayfd", "1", "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
            subprocess.PIPE,
        )
        self.environment["DISPLAY"] = f":{_first_line(screen)}"
        # nothing starts by itself on it, whatever this machine has installed
        bus = self.launch(bus_line(self._runtime), subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        self.launch([next(path for path in BUS_LAUNCHERS if Path(path).exists()), "--launch-immediately"])
        self.launch(["openbox", "--sm-disable"])
        end = time.monotonic() + SECONDS
        while not self._xdotool("get_num_desktops").strip().isdecimal():
            assert time.monotonic() < end, "the window manager does not come"
        self._start_driver()

    def _start_driver(self) -> None:
        if self._driver is not None:
            _stop(self._driver)
        self._driver = subprocess.Popen(
            [SYSTEM_PYTHON, "-W", "ignore", str(DRIVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=self.environment,
            start_new_session=True,
        )
        assert self._read() == {"ready": True}

    def launch(
        self,
        line: Sequence[str],
        output: int = subprocess.DEVNULL,
        errors: int | IO[bytes] = subprocess.DEVNULL,
    ) -> subprocess.Popen[bytes]:
        """Start something on this desktop; it ends with the desktop at the latest."""
        started = subprocess.Popen(
            line,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        self._started.append(started)
        return started

    @property
    def bus(self) -> DesktopBus:
        """Its message bus."""
        return DesktopBus(self.environment["DBUS_SESSION_BUS_ADDRESS"], self.environment)

    def lose_screen(self) -> None:
        """Kill the screen under everything that is on it."""
        screen = next(one for one in self._started if "Xvfb" in str(one.args))
        screen.kill()
        screen.wait(SECONDS)

    def new_file(self) -> Path:
        """A file of this desktop's own for what a program says."""
        return self._folder / f"said-{len(self._started)}.txt"

    def ask(self, **request: Any) -> Any:
        """Send the driver a request and return its answer.

        The accessibility library ends its process over some faults of the bus: another driver then
        answers, unless the request is about a thing that only the first one knew.
        """
        knows = "number" in request or request.get("wish", {}).get("under") is not None
        said = self._said(request)
        if said is None and not knows:
            self._start_driver()
            said = self._said(request)
        assert said is not None, "the accessibility driver has ended"
        if "error" in said:
            raise LookupError(said["error"])
        return said["answer"]

    def press_keys(self, *chords: str) -> None:
        """Press chords such as ``ctrl+z`` where the keyboard is."""
        self._wait_for_a_keyboard()
        self._xdotool("key", "--clearmodifiers", *chords)

    def type_text(self, text: str) -> None:
        """Type a text where the keyboard is, whatever its script."""
        self._wait_for_a_keyboard()
        self._xdotool("type", "--clearmodifiers", "--delay", "25", "--", text)

    def click(self, x: int, y: int) -> None:
        """Click with the mouse at a point of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at a point of the screen, move it to another in steps, and let go."""
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, DRAG_STEPS + 1):
            x, y = (a + (b - a) * step // DRAG_STEPS for a, b in zip(start, end, strict=True))
            self._xdotool("mousemove", "--sync", str(x), str(y))
        self._xdotool("mousemove_relative", "--sync", "1", "0", "mouseup", "1")

    def activate(self, pid: int) -> None:
        """Bring the program's newest window to the front, as a click on its title would."""
        shown = self._xdotool("search", "--onlyvisible", "--pid", str(pid)).split()
        if shown:
            self._xdotool("windowactivate", shown[-1])

    def active_title(self) -> str:
        """The title of the window that has the keyboard."""
        return self._xdotool("getactivewindow", "getwindowname").strip()

    def wait_for_title(self, part: str, within: float = SECONDS) -> None:
        """Wait until a window with this in its title has the keyboard."""
        end = time.monotonic() + within
        while part not in (title := self.active_title()):
            assert time.monotonic() < end, f"{title!r} has the keyboard, not {part!r}"

    def picture_of(self, pid: int, path: Path) -> None:
        """A program's window as a picture; needs ImageMagick."""
        window = self._xdotool("search", "--onlyvisible", "--pid", str(pid)).split()[-1]
        subprocess.run(["import", "-window", window, str(path)], env=self.environment, check=True)

    def _wait_for_a_keyboard(self) -> None:
        """Wait until a window has the keyboard: between two windows a key reaches nobody."""
        end = time.monotonic() + SECONDS
        while not self._xdotool("getactivewindow").strip():
            assert time.monotonic() < end, "no window has the keyboard"

    def _xdotool(self, *words: str) -> str:
        line = ["xdotool", *words]
        return subprocess.run(line, env=self.environment, check=False, capture_output=True, text=True).stdout

    def _said(self, request: dict[str, Any]) -> dict[str, Any] | None:
        assert self._driver is not None
        assert self._driver.stdin is not None
        try:
            self._driver.stdin.write(json.dumps(request) + "\n")
            self._driver.stdin.flush()
        except BrokenPipeError:
            return None
        return self._read()

    def _read(self) -> dict[str, Any] | None:
        """The next line of the driver; None when it has ended."""
        assert self._driver is not None
        assert self._driver.stdout is not None
        line = self._driver.stdout.readline()
        answer: dict[str, Any] | None = json.loads(line) if line else None
        return answer

    def _end(self) -> None:
        if self._driver is not None:
            _stop(self._driver)
        for started in reversed(self._started):
            _stop(started)


def _first_line(started: subprocess.Popen[bytes]) -> str:
    assert started.stdout is not None
    line = started.stdout.readline().decode().strip()
    assert line, f"{started.args!r} did not start"
    return line


def _stop(started: subprocess.Popen[Any]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(started.pid, how)
        except ProcessLookupError:
            break
        try:
            started.wait(5)
            break
        except subprocess.TimeoutExpired:
            continue
    pipes: tuple[IO[Any] | None, ...] = (started.stdin, started.stdout)
    for pipe in pipes:
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):  # what was still to be said, nobody reads
                pipe.close()
