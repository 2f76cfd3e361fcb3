import pytest

from relate_desktop.system.keyring_backends import SecretService, backends


def test_linux_keeps_keys_in_the_secret_service_alone() -> None:
    assert [type(backend) for backend in backends()] == [SecretService]


def test_what_the_environment_sets_in_a_keyring_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    monkeypatch.setenv("KEYRING_PROPERTY_APPID", "somebody else")
    vault = SecretService().vault()
    assert vars(vault) == {"appid": "Relate"}
