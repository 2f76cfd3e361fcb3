"""Watches a window from inside its process: when it paints, when its list fills, how long it blocks.

Run as ``python -m tests.bench.probe bare`` or ``… relate --book DIR``; prints one JSON object.
Times count from ``RELATE_BENCH_START``, the moment the process was started. A start is over when
today stands there; the list is the view called ``people.list``. A program is measured as it is,
knowing nothing of this.
"""

import json
import os
import runpy
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QListView, QMainWindow

TODAY = ("today.due.", "today.while.", "today.nothing")
"""What stands on today once it is read, whichever of them it is."""
LIST, SEARCH, PAGE = "people.list", "people.search", "person.title"
QUIET = 300
"""Milliseconds without a change after which a list counts as settled."""
SETTLE = 3_000
"""Milliseconds that the start may go on behind a list that is already full."""
GIVE_UP = 120_000
QUERIES = (
    "anna",
    "muller",
    "lef",
    "smith",
    "0176",
    "49 3",
    "7",
    "李",
    "雷",
    "иван",
    "studio",
    "zoe",
    "köln",
    "oboe",
    "x",
)
OPENED = 60


class Probe(QObject):
    """Sees every event of the program, and its thread's pauses."""

    def __init__(self, app: QApplication, scenario: bool) -> None:
        super().__init__(app)
        self.start = int(os.environ["RELATE_BENCH_START"])
        self.found: dict[str, Any] = {"keys": [], "opened": [], "blocks": []}
        self.on_paint: Callable[[QObject], None] = self._first
        self._scenario = scenario
        self._beaten_at = 0.0
        self.longest = 0.0
        app.installEventFilter(self)
        self._beat = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._beaten)
        QTimer.singleShot(GIVE_UP, self, self.end)

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Pass on what is painted."""
        if event.type() == QEvent.Type.Paint:
            self.on_paint(thing)
        return False

    def since_start(self) -> float:
        """Seconds since the process was started."""
        return (time.monotonic_ns() - self.start) / 1e9

    def after_painting(self, call: Callable[[], None]) -> None:
        """Call when the painting under way has reached the screen."""
        QTimer.singleShot(0, self, call)

    def end(self) -> None:
        """Print what was found and leave at once: the program's end is not measured."""
        print(json.dumps(self.found), flush=True)
        os._exit(0)

    def watch_blocks(self) -> None:
        """From now on, keep the longest time in which the thread did not come to its heartbeat."""
        self.longest, self._beaten_at = 0.0, time.monotonic()
        self._beat.start()

    def _beaten(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._beaten_at)
        self._beaten_at = now

    def _first(self, thing: QObject) -> None:
        self.on_paint = self._filling
        self.after_painting(
            lambda: self.found.update(painted=self.since_start(), painted_cpu=time.process_time())
        )
        self._filling(thing)

    def _filling(self, thing: QObject) -> None:
        if thing.objectName().startswith(TODAY) or _filled_list(thing) is not None:
            self.on_paint = _ignore
            self.after_painting(self._filled)

    def _filled(self) -> None:
        self.found.update(filled=self.since_start(), filled_cpu=time.process_time())
        if self._scenario:
            self.on_paint = self._listing
            _action("action.people").trigger()
        else:
            self.end()

    def _listing(self, thing: QObject) -> None:
        view = _filled_list(thing)
        if view is not None:
            self.on_paint = _ignore
            QTimer.singleShot(SETTLE, self, lambda: Typing(self, view).next())


class Typing(QObject):
    """Types searches letter by letter, each when the list has settled, then opens people."""

    def __init__(self, probe: Probe, view: QAbstractItemView) -> None:
        super().__init__(probe)
        self.probe, self.view = probe, view
        self.field = _widget(QLineEdit, SEARCH)
        self.left = [letter for query in QUERIES for letter in (*query, *"\b" * len(query))]
        self.opened = 0
        self.sent = self.changed = self.painted = 0.0
        self.quiet = QTimer(self, singleShot=True, interval=QUIET)
        self.quiet.timeout.connect(self._settled)
        model: QAbstractItemModel = view.model()
        for signal in (
            model.modelReset,
            model.rowsInserted,
            model.rowsRemoved,
            model.dataChanged,
            model.layoutChanged,
        ):
            signal.connect(self._changed)

    def next(self) -> None:
        """The next letter, or on to opening people."""
        if not self.left:
            self.open_next()
            return
        self.field.setFocus()
        self.probe.on_paint = self._painted
        self.probe.watch_blocks()
        self.sent, self.changed, self.painted = time.perf_counter(), 0.0, 0.0
        letter = self.left.pop(0)
        key = Qt.Key.Key_Backspace if letter == "\b" else Qt.Key.Key_unknown
        text = "" if letter == "\b" else letter
        QApplication.postEvent(
            self.field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        )
        self.quiet.start()

    def open_next(self) -> None:
        """Open the next person of the list and see the page with their name painted."""
        if self.opened >= min(OPENED, self.view.model().rowCount()):
            self.probe.end()
            return
        before = _title()
        self.probe.on_paint = lambda thing: self._page(thing, before)
        self.probe.watch_blocks()
        self.sent, self.changed, self.painted = time.perf_counter(), 0.0, 0.0
        self.view.setCurrentIndex(self.view.model().index(self.opened, 0))
        self.opened += 1
        self.quiet.start()

    def _page(self, thing: QObject, before: str) -> None:
        if not self.painted and thing.objectName() == PAGE and _title() != before:
            self.painted = -1.0
            self.probe.after_painting(lambda: setattr(self, "painted", time.perf_counter()))

    def _changed(self) -> None:
        if not self.opened:
            self.changed, self.painted = time.perf_counter(), 0.0
            self.quiet.start()

    def _painted(self, thing: QObject) -> None:
        if self.changed and not self.painted and thing is self.view.viewport():
            self.painted = -1.0
            self.probe.after_painting(lambda: setattr(self, "painted", time.perf_counter()))

    def _settled(self) -> None:
        if self.painted > 0:
            self.probe.found["opened" if self.opened else "keys"].append(self.painted - self.sent)
        if not self.opened:
            self.probe.found["blocks"].append(self.probe.longest)
        QTimer.singleShot(0, self, self.open_next if self.opened else self.next)


def _ignore(thing: QObject) -> None:
    del thing


def _filled_list(thing: QObject) -> QAbstractItemView | None:
    """The list, if it is what is painted and has rows."""
    view = thing.parent()
    wanted = isinstance(view, QAbstractItemView) and view.objectName() == LIST and _has_text(view)
    return view if wanted and isinstance(view, QAbstractItemView) else None


def _action(name: str) -> QAction:
    """A command of the window."""
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
    return next(action for window in windows for action in window.actions() if action.objectName() == name)


def _has_text(view: QAbstractItemView) -> bool:
    model = view.model()
    return model is not None and bool(model.rowCount()) and bool(model.index(0, 0).data())


def _widget(kind: type[Any], name: str) -> Any:
    return next(
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, kind) and widget.objectName() == name
    )


def _title() -> str:
    labels = (
        widget for widget in QApplication.allWidgets() if widget.objectName() == PAGE and widget.isVisible()
    )
    return next((label.text() for label in labels if isinstance(label, QLabel)), "")


def bare() -> int:
    """What a window with a list costs that does nothing."""
    from PySide6.QtCore import QStringListModel  # noqa: PLC0415 - part of what is measured

    app = QApplication(sys.argv)
    window, view = QMainWindow(), QListView()
    window.resize(1280, 800)
    window.menuBar().addMenu("File").addAction("Quit")
    view.setObjectName(LIST)
    view.setModel(QStringListModel([f"Person {number}" for number in range(1000)], view))
    window.setCentralWidget(view)
    window.show()
    return app.exec()


def main() -> int:
    """Start the program named first with a probe in it."""
    which, *words = sys.argv[1:]
    scenario = "--use" in words
    words = [word for word in words if word != "--use"]
    make = QApplication.__init__

    def watched(app: QApplication, *arguments: Any) -> None:
        make(app, *arguments)
        Probe(app, scenario)

    QApplication.__init__ = watched  # type: ignore[assignment, method-assign]
    if which == "bare":
        return bare()
    sys.argv[1:] = words
    runpy.run_module("relate_desktop", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
