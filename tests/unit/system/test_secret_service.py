from contextlib import closing

from relate_desktop.domain.account import KeyringState
from relate_desktop.system.secret_service import SecretServiceBus
from tests.desktop_keyring.daemon import a_keyring
from tests.desktop_pop_ups.bus import Bus


def state() -> KeyringState:
    with closing(SecretServiceBus(20)) as service:
        return service.state()


def test_a_bus_without_a_keyring_has_none(keyring_bus: Bus) -> None:
    assert state() is KeyringState.NONE


def test_a_keyring_without_a_password_is_empty(keyring_bus: Bus) -> None:
    with a_keyring(keyring_bus, unlocked=False):
        assert state() is KeyringState.EMPTY


def test_a_keyring_that_was_locked_is_locked(keyring_bus: Bus) -> None:
    with a_keyring(keyring_bus) as daemon:
        assert state() is KeyringState.UNLOCKED
        daemon.lock()
        assert state() is KeyringState.LOCKED
