"""Every test runs without a screen, a network or a home, and leaves nothing behind."""

import gc
import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before the first import of PySide6: a test that needs a real display starts a program of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # otherwise libdbus starts a stray daemon
for name in ("LANGUAGE", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "RELATE_BOOK"):
    os.environ.pop(name, None)
for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[name]  # a test that wants a proxy stands one up

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so a shell begins what it runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

from tests.bytecode import share_byte_code
from tests.clock import FixedClock, a_clock
from tests.desktop_keyring.fixtures import keyring, keyring_bus  # noqa: F401 - likewise
from tests.guards import (  # noqa: F401 - autouse fixtures work by being here
    _leave_nothing_behind,
    _live_in_a_folder_of_its_own,
    _load_the_window_on_its_own_thread,
    _log_no_warnings,
    _stay_on_this_machine,
    _throw_garbage_away_on_this_thread,
    loopback,
)
from tests.in_memory import keep_files_in_memory
from tests.patience import qtbot  # noqa: F401 - the fixture of that name, for every test
from tests.servers.authority import Authority
from tests.side_by_side import pytest_xdist_make_scheduler  # noqa: F401 - likewise

share_byte_code()
keep_files_in_memory()
settings.register_profile("relate", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "relate")


def pytest_collection_finish() -> None:
    """What has been loaded and collected stays: no test need have it looked through for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still until the test moves it."""
    return a_clock()


@pytest.fixture(scope="session")
def runtime_folder() -> Iterator[Path]:
    """A short folder for sockets, whose paths may have no more than 107 characters."""
    with tempfile.TemporaryDirectory(prefix="rt", dir="/tmp" if os.name == "posix" else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Whom TLS believes in tests that stand servers on loopback."""
    return Authority(tmp_path_factory.mktemp("authority"))
