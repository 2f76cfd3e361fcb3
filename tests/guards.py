"""What no test may do: reach the network, warn, load the window beside its thread, or leave something.

Each guard is an autouse fixture that ``conftest.py`` takes in. A test that asks for ``caplog``
judges the log itself and is let off the log guard; one that asks for ``loopback`` or ``authority``
may have sockets of the internet family on this machine, and no other test may have any.
"""

import gc
import logging
import socket
import sys
import threading
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

THREAD_PATIENCE = 60.0
"""Seconds a thread that was told to end may take for it."""

FULL_AFTER = 20
"""How many partial collections go before one that looks at everything."""

_OUTSIDE = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind", "socket.getaddrinfo"}
_INTERNET = {socket.AF_INET, socket.AF_INET6}
_LOOPBACK = {"loopback", "authority"}
_reached: list[str] = []
_beside: list[str] = []
_allowed: set[str] = set()
"""What of ``_LOOPBACK`` the running test asked for."""


def _watch_sockets(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        if arguments[1] in _INTERNET and not _allowed and sys.platform != "win32":  # asyncio needs one there
            _refuse("a socket of the internet family, without asking for loopback")
    elif event in _OUTSIDE:
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        if not _stays_here(address):
            _refuse(f"{event} {address!r}")


def _watch_imports(event: str, arguments: tuple[object, ...]) -> None:
    if event == "import" and threading.current_thread() is not threading.main_thread():
        name = str(arguments[0])
        if name.startswith(("relate_desktop.ui", "PySide6")):
            _beside.append(name)


def _refuse(what: str) -> None:
    _reached.append(what)
    raise PermissionError(what)


def _stays_here(address: object) -> bool:
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, bytes):
        host = host.decode("utf-8", "replace")
    if not isinstance(host, str) or host in {"", "localhost"}:
        return True
    if not isinstance(address, tuple) and ("/" in host or host.startswith("\0")):
        return True  # a Unix socket's path
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _stay_on_this_machine(request: pytest.FixtureRequest) -> Iterator[None]:
    _reached.clear()
    _allowed.update(_LOOPBACK & set(request.fixturenames))
    yield
    _allowed.clear()
    assert not _reached, f"reached for the net: {_reached}"


@pytest.fixture(autouse=True)
def _load_the_window_on_its_own_thread() -> Iterator[None]:
    yield
    beside = beside_the_window()
    assert not beside, f"Qt's classes are made on the window's thread only: {beside}"


@pytest.fixture(autouse=True)
def _throw_garbage_away_on_this_thread() -> Iterator[None]:
    """The collector ends what it finds on the thread that it runs on; timers must end on this one."""
    gc.disable()
    yield
    gc.disable()
    counts, limits = gc.get_count(), gc.get_threshold()
    if counts[0] > limits[0]:
        gc.collect(2 if counts[2] > FULL_AFTER else 1 if counts[1] > limits[1] else 0)


def beside_the_window() -> list[str]:
    """What made classes that stand on Qt when another thread loaded it, since last asked."""
    beside, _beside[:] = [name for name in _beside if _makes_classes(name)], []
    return beside


@pytest.fixture
def loopback(_stay_on_this_machine: None) -> None:
    """Lets a test have sockets of the internet family, on this machine."""


@pytest.fixture(autouse=True)
def _log_no_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if "caplog" not in request.fixturenames:
        assert not listener.heard, f"unexpected in the log: {listener.heard}"


@pytest.fixture(autouse=True)
def _live_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runtime_folder: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("APPDATA", "AppData/Roaming"),
        ("LOCALAPPDATA", "AppData/Local"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime_folder))
    monkeypatch.setenv("RELATE_BOOK", str(home / "book"))


@pytest.fixture(autouse=True)
def _leave_nothing_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [*_threads_beside(before), *_left_in_qt()]
    assert not left, f"left behind: {left}"


def _makes_classes(module: str) -> bool:
    """Whether loading it makes classes that stand on Qt."""
    made = vars(sys.modules[module]).values() if module in sys.modules else ()
    return module.startswith("PySide6") or any(
        issubclass(one, Shiboken.Object) and one.__module__ == module for one in made if isinstance(one, type)
    )


def _threads_beside(before: set[threading.Thread]) -> list[str]:
    fresh = [thread for thread in threading.enumerate() if thread not in before]
    for thread in fresh:
        if type(thread).__name__ != "_DummyThread":  # a C++ thread that once called Python
            thread.join(THREAD_PATIENCE)
    return [
        f"thread {thread.name}"
        for thread in fresh
        if thread.is_alive() and type(thread).__name__ != "_DummyThread"
    ]


def _left_in_qt() -> list[str]:
    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = []
    for wrapper in Shiboken.getAllValidWrappers():
        if isinstance(wrapper, QTimer) and wrapper.isActive():
            left.append(f"timer {wrapper.objectName() or wrapper!r} of {wrapper.parent()!r}")
            wrapper.stop()
        elif isinstance(wrapper, QThread) and wrapper is not QThread.currentThread() and wrapper.isRunning():
            left.append(f"QThread {wrapper.objectName()}")
    if QThreadPool.globalInstance().activeThreadCount():
        left.append("work in the global thread pool")
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            left.append(f"window {widget.objectName() or type(widget).__name__}")
            widget.hide()
            widget.deleteLater()
    return left


sys.addaudithook(_watch_sockets)
sys.addaudithook(_watch_imports)
