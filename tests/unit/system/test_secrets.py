"""The keyring as the program uses it, on a real gnome-keyring."""

import pytest

from relate_desktop.domain.account import KeyringReport, KeyringState
from relate_desktop.domain.errors import ErrorKind, KeyringError
from relate_desktop.system.secrets import SystemKeyring
from tests.desktop_keyring.daemon import a_keyring
from tests.desktop_pop_ups.bus import Bus

SERVICE = "Relate/github/1c"


class TestUnlocked:
    def test_keeps_reads_overwrites_and_forgets_a_key(self, keyring_bus: Bus) -> None:
        keyring = SystemKeyring()
        with a_keyring(keyring_bus):
            assert keyring.report() == KeyringReport("Secret Service", KeyringState.UNLOCKED)
            assert keyring.get(SERVICE) is None
            keyring.put(SERVICE, "ghp_one")
            keyring.put(SERVICE, "ghp_two")
            assert keyring.get(SERVICE) == "ghp_two"
            keyring.drop(SERVICE)
            keyring.drop(SERVICE)
            assert keyring.get(SERVICE) is None


class TestNone:
    def test_without_a_bus_there_is_none(self) -> None:
        keyring = SystemKeyring()
        assert keyring.report() == KeyringReport("", KeyringState.NONE)
        with pytest.raises(KeyringError) as told:
            keyring.put(SERVICE, "ghp_one")
        assert told.value.kind is ErrorKind.KEYRING_NONE


class TestLocked:
    def test_is_told_and_nobody_is_asked(self, keyring_bus: Bus) -> None:
        keyring = SystemKeyring()
        with a_keyring(keyring_bus) as daemon:
            keyring.put(SERVICE, "ghp_one")
            daemon.lock()
            assert keyring.report().state is KeyringState.LOCKED
            with pytest.raises(KeyringError) as told:
                keyring.get(SERVICE)
        assert told.value.kind is ErrorKind.KEYRING_LOCKED
