"""The keyrings that may be used; that of Windows over a store that behaves as Windows' own."""

from typing import Any

import pytest
from keyring.backends import Windows

from relate_desktop.domain.account import KeyringState
from relate_desktop.domain.errors import ErrorKind, KeyringError
from relate_desktop.system.keyring_backends import (
    Keychain,
    KWallet,
    SecretService,
    WindowsCredentials,
    backends,
)
from relate_desktop.system.secrets import SystemKeyring

SERVICE = "Relate/github/1c"


def test_linux_keeps_keys_in_the_secret_service_or_else_in_kwallet() -> None:
    assert [type(backend) for backend in backends()] == [SecretService, KWallet]


@pytest.mark.parametrize(("platform", "kind"), [("win32", WindowsCredentials), ("darwin", Keychain)])
def test_other_systems_keep_them_in_their_own(
    platform: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert [type(backend) for backend in backends()] == [kind]


@pytest.mark.parametrize("backend", [WindowsCredentials(), Keychain()])
def test_a_keyring_of_another_system_is_none_here(backend: WindowsCredentials | Keychain) -> None:
    assert backend.state(1) is KeyringState.NONE
    assert SystemKeyring(lambda: (backend,)).report().state is KeyringState.NONE


def test_what_the_environment_sets_in_a_keyring_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    monkeypatch.setenv("KEYRING_PROPERTY_APPID", "somebody else")
    assert vars(SecretService().vault()) == {"appid": "Relate"}


class Refused(Exception):  # noqa: N818 - as pywintypes.error
    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname, "")
        self.winerror, self.funcname = winerror, funcname


class Store:
    """``win32cred``: one credential a target, of at most 2,560 bytes."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_LOCAL_MACHINE = 2
    CRED_PERSIST_ENTERPRISE = 3

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.failing = 0

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: ARG002, N802, N803
        if TargetName not in self.kept:
            raise Refused(1168, "CredRead")
        return self.kept[TargetName]

    def CredWrite(self, credential: dict[str, Any], _flags: int) -> None:  # noqa: N802
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if self.failing:
            self.failing -= 1
            raise Refused(5, "CredWrite")
        if len(blob) > 2560:
            raise Refused(1783, "CredWrite")
        self.kept[credential["TargetName"]] = {**credential, "CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: ARG002, N802, N803
        if TargetName not in self.kept:
            raise Refused(1168, "CredDelete")
        del self.kept[TargetName]


class Errors:
    error = Refused


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    store = Store()
    monkeypatch.setattr(Windows, "win32cred", store, raising=False)
    monkeypatch.setattr(Windows, "pywintypes", Errors, raising=False)
    monkeypatch.setattr(Windows, "missing_deps", False)
    return store


def windows() -> SystemKeyring:
    return SystemKeyring(lambda: (WindowsCredentials(),))


class TestWindows:
    def test_a_renewed_key_leaves_no_copy_of_the_old_one_behind(self, store: Store) -> None:
        keyring = windows()
        keyring.put(SERVICE, "ghp_one")
        keyring.put(SERVICE, "ghp_two")
        assert keyring.get(SERVICE) == "ghp_two"
        assert list(store.kept) == [SERVICE], "keyring would keep the old key as token@service"

    def test_a_forgotten_key_is_gone_with_any_copy(self, store: Store) -> None:
        vault = WindowsCredentials().vault()
        vault.set_password(SERVICE, "token", "ghp_one")
        vault.set_password(SERVICE, "token", "ghp_two")
        assert len(store.kept) == 2
        windows().drop(SERVICE)
        assert store.kept == {}

    def test_keys_stay_on_this_machine(self, store: Store) -> None:
        windows().put(SERVICE, "ghp_one")
        assert store.kept[SERVICE]["Persist"] == Store.CRED_PERSIST_LOCAL_MACHINE

    @pytest.mark.usefixtures("store")
    def test_the_longest_key_is_kept(self) -> None:
        windows().put(SERVICE, "x" * 1280)
        assert windows().get(SERVICE) == "x" * 1280

    def test_the_old_key_returns_when_the_new_one_cannot_be_kept(self, store: Store) -> None:
        keyring = windows()
        keyring.put(SERVICE, "ghp_one")
        store.failing = 1
        with pytest.raises(KeyringError) as raised:
            keyring.put(SERVICE, "ghp_two")
        assert raised.value.kind is ErrorKind.KEYRING_FAILED
        assert keyring.get(SERVICE) == "ghp_one"
        with pytest.raises(KeyringError):
            keyring.put(SERVICE, "x" * 1281)
        assert keyring.get(SERVICE) == "ghp_one"
