"""A program on a test's desktop, seen and used only as a person with a screen reader could."""

import contextlib
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.e2e.desktop import Desktop
from tests.patience import SECONDS

SOON = 10.0
"""Seconds after which a key that brought nothing is pressed again."""
LOOK_AGAIN = 1.0
"""Seconds between two looks whether the program still runs."""
TRIES = 5


def until(happens: Callable[[], object], what: str) -> None:
    """Wait for something that nobody announces."""
    end, pause = time.monotonic() + SECONDS, threading.Event()
    while not happens():
        assert time.monotonic() < end, f"{what} does not come to be"
        pause.wait(0.1)


@dataclass(frozen=True)
class Thing:
    """Something on the screen as it was when it was looked at."""

    program: "Program"
    number: int
    name: str
    description: str
    role: str
    id: str
    states: tuple[str, ...]
    focused: bool
    text: str
    value: float | None

    def press(self) -> None:
        """Press it, as a click would."""
        self.act("press")

    def act(self, action: str) -> None:
        """Do one of its actions: ``press``, ``toggle``, ``show menu``."""
        self.program.desktop.ask(do="act", number=self.number, action=action)

    def click(self) -> None:
        """Click on its middle with the mouse."""
        self.program.desktop.click(*self.program.desktop.ask(do="place", number=self.number))

    def drag_onto(self, other: "Thing") -> None:
        """Drag it with the mouse onto another."""
        places = [self.program.desktop.ask(do="place", number=thing.number) for thing in (self, other)]
        self.program.desktop.drag(*places)

    def enter(self, text: str) -> None:
        """Replace what is written there by typing."""
        for _ in range(TRIES):  # xdotool now and then loses a letter that no key of the keyboard has
            self.focus()
            self.program.desktop.press_keys("ctrl+a", "Delete")
            self.program.desktop.type_text(text)
            if self.becomes(text=text, within=3):
                return
        raise AssertionError(f"typed {text!r}, but there stands {self.now()}")

    def becomes(self, *, within: float = SECONDS, **facts: str | float) -> bool:
        """Whether its name, text, value or description comes to be as told."""
        asked = self.program.desktop.ask(do="becomes", number=self.number, facts=facts, within=within)
        return bool(asked)

    def focus(self) -> None:
        """Put the keyboard there, bringing the window to the front where it is not."""
        for _ in range(TRIES):
            self.program.desktop.ask(do="focus", number=self.number)
            if self.program.desktop.ask(do="becomes", number=self.number, facts={"focused": True}, within=1):
                return
            self.program.desktop.activate(self.program.process.pid)
        raise AssertionError(f"{self.name!r} takes no focus")

    def now(self) -> "Thing | None":
        """The same thing as it is now; None when it is gone."""
        seen = self.program.desktop.ask(do="state", number=self.number)
        return self.program.thing(seen) if seen else None


class Program:
    """A started program with everything it shows."""

    def __init__(self, desktop: Desktop, line: Sequence[str]) -> None:
        self.desktop = desktop
        self._said = desktop.new_file()
        with self._said.open("wb") as errors:
            self.process = desktop.launch(line, errors=errors)

    def find(self, *, within: float = SECONDS, **wish: Any) -> Thing:
        """The first thing that fits, waiting for it; fails with everything that shows instead."""
        end = time.monotonic() + within
        while True:
            seen = self.desktop.ask(do="find", wish=self._wish(wish), within=min(within, LOOK_AGAIN))
            if seen:
                return self.thing(seen)
            status = self.process.poll()
            assert status is None, f"the program has ended with {status}\n{self.said()}"
            assert time.monotonic() < end, (
                f"nothing like {wish} within {within} s, but\n{self.tree()}\n{self.said()}"
            )

    def all(self, **wish: Any) -> list[Thing]:
        """Everything that fits now."""
        return [self.thing(seen) for seen in self.desktop.ask(do="all", wish=self._wish(wish))]

    def wait_until_gone(self, *, within: float = SECONDS, **wish: Any) -> None:
        """Wait until nothing fits any more."""
        end = time.monotonic() + within
        while self.desktop.ask(do="find", wish=self._wish(wish), within=0):
            assert time.monotonic() < end, f"still there: {wish}\n{self.tree()}"

    def quit(self) -> int:
        """Ask it to end, as the window manager does when its window is closed; answers its status."""
        for _ in range(TRIES):  # xdotool now and then loses a key
            self.desktop.press_keys("alt+F4")
            with contextlib.suppress(subprocess.TimeoutExpired):
                return self.process.wait(SOON)
        raise AssertionError(f"it does not end\n{self.tree()}\n{self.said()}")

    def close_until(self, **wish: Any) -> Thing:
        """Close its window until something shows that closing brings up."""
        return self.press_until("alt+F4", **wish)

    def press_until(self, chord: str, **wish: Any) -> Thing:
        """Press a chord, again where it was lost on its way, until something shows that it brings up."""
        for _ in range(TRIES):
            self.desktop.press_keys(chord)
            end = time.monotonic() + SOON
            while time.monotonic() < end:
                seen = self.desktop.ask(do="find", wish=self._wish(wish), within=LOOK_AGAIN)
                if seen:
                    return self.thing(seen)
        raise AssertionError(f"{chord} brings nothing like {wish}\n{self.tree()}\n{self.said()}")

    def close_until_gone(self, **wish: Any) -> None:
        """Close its window until something is gone with it."""
        for _ in range(TRIES):
            self.desktop.press_keys("alt+F4")
            end = time.monotonic() + SOON
            while time.monotonic() < end:
                if not self.desktop.ask(do="find", wish=self._wish(wish), within=0):
                    return
        raise AssertionError(f"closing leaves {wish}\n{self.tree()}\n{self.said()}")

    def said(self) -> str:
        """What it wrote to standard error."""
        return self._said.read_text(encoding="utf-8", errors="replace")

    def tree(self) -> str:
        """All it shows, a line each."""
        return str(self.desktop.ask(do="tree", pid=self.process.pid))

    def thing(self, seen: dict[str, Any]) -> Thing:
        """What the driver saw as a thing of this program."""
        return Thing(program=self, **seen | {"states": tuple(seen["states"])})

    def _wish(self, wish: dict[str, Any]) -> dict[str, Any]:
        under = wish.get("under")
        return wish | {"pid": self.process.pid, "under": under.number if isinstance(under, Thing) else None}
