"""What holds the window's thread longest, in processor time, from its start through every room.

A turn is one round of the event loop: while it lasts no key is answered. It is measured in the time
that the window's own thread worked, so that other programs of the machine do not count.
"""

import json
import os
import runpy
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.importing import book_of
from tests.bench.measure import run
from tests.bench.table import Figure
from tests.e2e.desktop import Desktop

FEW = 5_000
RUNS = 3
LIMITS = {"ready": 8.0, "first": 60.0, "used": 8.0}
"""Milliseconds of one turn: behind the first paint, where a room or a part is made, and later."""
WORDS = {"ready": "becoming ready", "first": "made the first time", "used": "in use"}
REST = 700
"""Milliseconds between two steps."""
ROOMS = ("today", "people", "reminders", "calendar", "timeline", "duplicates", "names", "people/removed")
PARTS = ("palette", "jot", "history", "settings", "shortcuts")
OPENED = 5
"""People opened one after another."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The longest turn of each part, at a few thousand people and at many; names where it was."""
    for people in (FEW, large):
        book = book_of(folder, environment, people)
        with (
            tempfile.TemporaryDirectory(prefix="rt", dir="/tmp") as runtime,
            Desktop(folder, Path(runtime)) as desktop,
        ):
            screen = dict(environment) | desktop.environment
            screen["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "0"
            line = [sys.executable, "-m", "tests.bench.turns", "--book", str(book)]
            runs = [json.loads(run(line, screen).output.splitlines()[-1]) for _ in range(RUNS)]
        for part, limit in LIMITS.items():
            best = {step: min(one[part].get(step, 0.0) for one in runs) for step in runs[0][part]}
            step = max(best, key=lambda name: best[name])
            what = f"longest turn {WORDS[part]} ({step}), {people:,} people, ms"
            yield Figure(what, best[step], limit, 1.0, "the limit")


class Turns(QObject):
    """Goes through the window step by step and keeps the longest turn of each."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.found: dict[str, dict[str, float]] = {"start": {}, **{part: {} for part in LIMITS}}
        self._kept, self._step = self.found["start"], "first paint"
        self._began = time.thread_time()
        self._left: list[tuple[str, str, Callable[[], None]]] = []
        self._timer = QTimer(self, interval=REST)
        self._timer.timeout.connect(self._next)
        app.installEventFilter(self)
        dispatcher = QAbstractEventDispatcher.instance()
        # one of them ends each round, which one depends on the platform's event loop
        dispatcher.awake.connect(self._turn)
        dispatcher.aboutToBlock.connect(self._turn)

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin when the whole window is painted, and no more than that is under way."""
        if event.type() == QEvent.Type.Paint and thing.objectName().startswith("today."):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self._turn()
        self._kept, self._step = self.found["ready"], "loading"
        QTimer.singleShot(5 * REST, self, self._begin)

    def _turn(self) -> None:
        """A turn ends and the next begins; waiting in between is no work."""
        now = time.thread_time()
        spent = 1000 * (now - self._began)
        self._kept[self._step] = max(spent, self._kept.get(self._step, 0.0))
        self._began = now

    def _begin(self) -> None:
        steps: list[tuple[str, Callable[[], None]]] = [(name, _act(name)) for name in ROOMS]
        steps += [("people", _act("people")), *[("open a person", _press(Qt.Key.Key_Down))] * OPENED]
        for name in PARTS:
            steps += [(name, _act(name)), (name, _press(Qt.Key.Key_Escape))]
        self._left = [(part, *step) for part in ("first", "used") for step in steps]
        self._timer.start()

    def _next(self) -> None:
        self._turn()
        if not self._left:
            print(json.dumps(self.found), flush=True)
            os._exit(0)
        part, self._step, act = self._left.pop(0)
        self._kept = self.found[part]
        act()


def _act(name: str) -> Callable[[], None]:
    """Triggers a command of the window."""

    def act() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow):
                window.findChild(QAction, f"action.{name}").trigger()  # type: ignore[union-attr]

    return act


def _press(key: Qt.Key) -> Callable[[], None]:
    """Presses a key wherever the keyboard is."""

    def act() -> None:
        thing = QApplication.focusWidget() or QApplication.activeWindow()
        if thing is not None:
            pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QApplication.postEvent(thing, pressed)

    return act


def main() -> None:
    """Start the program with this in it."""
    make = QApplication.__init__

    def watched(app: QApplication, *arguments: Any) -> None:
        make(app, *arguments)
        Turns(app)

    QApplication.__init__ = watched  # type: ignore[assignment, method-assign]
    runpy.run_module("relate_desktop", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
