"""The guards bite: each forbidden thing turns the very test red that does it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

OFFENCES = """
import importlib, logging, os, socket, threading, warnings
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

from tests import guards

kept = []
guards.THREAD_PATIENCE = 0.1

def test_reaching_out():
    try:
        socket.create_connection(("192.0.2.1", 9), timeout=0.1)
    except OSError:
        pass

def test_a_socket_of_the_net():
    socket.socket(socket.AF_INET).close()

def test_a_socket_of_the_newer_net():
    try:
        socket.socket(socket.AF_INET6).close()
    except OSError:
        pass

def test_asking_for_a_name():
    try:
        socket.getaddrinfo("relate.example", 80)
    except OSError:
        pass

def test_warning_in_the_log():
    logging.getLogger("relate").warning("odd")

def test_warning_of_python():
    warnings.warn("old")

def test_warning_of_qt(qapp):
    qWarning("odd")

def test_thread_left():
    thread = threading.Thread(target=threading.Event().wait, args=(60,), daemon=True)
    thread.start()

def test_timer_left(qapp):
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)

def test_window_left(qapp):
    widget = QWidget()
    widget.show()
    kept.append(widget)

def test_a_class_of_qt_made_beside_the_window():
    name = "relate_desktop.ui.kit.tinted_line"
    thread = threading.Thread(target=importlib.import_module, args=(name,))
    thread.start()
    thread.join()

def test_exception_in_a_slot(qapp):
    QTimer.singleShot(0, lambda: 1 / 0)
    qapp.processEvents()
"""

DECENT = """
import logging, os, socket
from pathlib import Path

def test_loopback_is_allowed_to_who_asks_for_it(loopback):
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_expected_warnings_are_judged_by_the_test(caplog):
    logging.getLogger("relate").warning("odd")
    assert "odd" in caplog.text

def test_home_is_in_the_temporary_folder(tmp_path):
    assert Path.home().is_relative_to(tmp_path)
    assert Path(os.environ["RELATE_BOOK"]).is_relative_to(tmp_path)
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(tmp_path)
"""


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "conftest.py").write_text(
        (ROOT / "tests/conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "test_offences.py").write_text(OFFENCES, encoding="utf-8")
    (folder / "test_decent.py").write_text(DECENT, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}"]
    command += [f"--basetemp={folder / 'temporary'}", "-rA", "-p", "no:cacheprovider", str(folder)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=120,
    )
    return done.stdout


def _names(module: str) -> list[str]:
    return re.findall(r"^def (test_\w+)", module, re.MULTILINE)


@pytest.mark.parametrize("name", _names(OFFENCES))
def test_an_offence_turns_its_own_test_red(verdict: str, name: str) -> None:
    assert re.search(rf"^(FAILED|ERROR) \S+::{name}\b", verdict, re.MULTILINE), verdict


@pytest.mark.parametrize("name", _names(DECENT))
def test_a_decent_test_stays_green(verdict: str, name: str) -> None:
    assert re.findall(rf"^([A-Z]+) \S+::{name}\b", verdict, re.MULTILINE) == ["PASSED"], verdict
