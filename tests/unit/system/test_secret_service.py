from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from relate_desktop.domain.account import KeyringState
from relate_desktop.system.secret_service import SecretServiceBus
from tests.desktop_keyring.daemon import a_keyring
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


def state() -> KeyringState:
    with closing(SecretServiceBus(20)) as service:
        return service.state()


def test_a_bus_without_a_keyring_has_none(bus: Bus) -> None:
    assert state() is KeyringState.NONE


def test_a_keyring_without_a_password_is_empty(bus: Bus) -> None:
    with a_keyring(bus, unlocked=False):
        assert state() is KeyringState.EMPTY


def test_a_keyring_that_was_locked_is_locked(bus: Bus) -> None:
    with a_keyring(bus) as daemon:
        assert state() is KeyringState.UNLOCKED
        daemon.lock()
        assert state() is KeyringState.LOCKED
