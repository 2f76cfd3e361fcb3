"""Whether the screen is locked, told by a screen saver on a bus of the test's own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jeepney import HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from relate_desktop.system.screen_lock import ScreenLock
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus
from tests.patience import SECONDS


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


@pytest.fixture
def lock() -> Iterator[ScreenLock]:
    lock = ScreenLock(SECONDS)
    yield lock
    lock.close()


@contextmanager
def a_saver(name: str, *, active: bool) -> Iterator[None]:
    """A screen saver that answers one question."""
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(message_bus.RequestName(name))

    def serve() -> None:
        while True:
            message = connection.receive(timeout=SECONDS)
            if message.header.message_type is MessageType.method_call:
                assert message.header.fields[HeaderFields.member] == "GetActive"
                connection.send(new_method_return(message, "b", (active,)))
                return

    thread = threading.Thread(target=serve)
    thread.start()
    yield
    thread.join()
    connection.close()


@pytest.mark.parametrize("name", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
@pytest.mark.parametrize("active", [True, False])
def test_the_screen_saver_is_believed(bus: Bus, lock: ScreenLock, name: str, *, active: bool) -> None:
    with a_saver(name, active=active):
        assert lock.locked() is active


def test_without_a_screen_saver_the_screen_is_taken_for_open(bus: Bus, lock: ScreenLock) -> None:
    assert not lock.locked()


def test_without_a_bus_the_screen_is_taken_for_open(lock: ScreenLock) -> None:
    assert not lock.locked()
