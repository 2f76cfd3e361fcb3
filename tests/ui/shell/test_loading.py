"""What a fresh process loads for its window, on which thread, and how much at once."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ONE_A_TURN = """
import sys
from importlib import import_module
import relate_desktop.ui.shell.start
from relate_desktop.ui.shell.loading import FOLLOWING, PALETTE, SETTINGS

def of_the_window():
    return {name for name in sys.modules if name.startswith("relate_desktop.ui")}

for name in (*FOLLOWING, *PALETTE, *SETTINGS):
    before = of_the_window()
    import_module(name)
    print(name, *sorted(of_the_window() - before - {name}))
"""
WHOLE_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.guards import beside_the_window
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.start import run_window
from relate_desktop.ui.shell.window import MainWindow

folder = Path(sys.argv[1])
first_paint.paint_first(folder)
(window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]

def look():
    if "relate_desktop.ui.shell.palette.panel" in sys.modules:
        window.leave()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
print("ended", run_window(folder), *beside_the_window())
"""


def fresh_process(lines: str, *arguments: str) -> list[str]:
    here = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    line = [sys.executable, "-P", "-c", lines, *arguments]
    done = subprocess.run(line, capture_output=True, env=here, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def test_a_turn_loads_one_module_of_the_window() -> None:
    more_than_one = [line for line in fresh_process(ONE_A_TURN) if " " in line]
    assert not more_than_one


def test_a_worker_loads_nothing_that_knows_qt() -> None:
    lines = """
import sys
from relate_desktop.ui.shell import loading
before = set(sys.modules)
loading.load_beside()
print(*(name for name in set(sys.modules) - before if name.startswith(("PySide6", "relate_desktop.ui"))))
"""
    assert fresh_process(lines) == [""]


def test_no_other_thread_loads_anything_of_the_window(tmp_path: Path) -> None:
    assert fresh_process(WHOLE_START, str(tmp_path / "book")) == ["ended 0"]


def test_every_class_that_stands_on_qobject_is_made_ahead() -> None:
    lines = """
from PySide6 import QtCore, QtGui, QtWidgets
from relate_desktop.ui.shell.qt_classes import FAMILY
made = {(module, name) for module, name in FAMILY}
for module in (QtCore, QtGui, QtWidgets):
    for name in dir(module):
        one = getattr(module, name)
        if isinstance(one, type) and issubclass(one, QtCore.QObject) and (module, name) not in made:
            print(name)
"""
    assert fresh_process(lines) == []
