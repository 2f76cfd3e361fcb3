"""Whether Relate is started at login, as the user prefers."""

from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.services.at_login import AtLogin
from relate_desktop.services.preferences import OpenAtLogin, PreferencesService


def test_what_is_set_is_kept_and_brought_about(tmp_path: Path) -> None:
    preferences = PreferencesService(tmp_path)
    entry = AtLogin(tmp_path, preferences)
    assert not entry.on
    entry.set(on=True)
    assert entry.on
    assert preferences.current.open_at_login is OpenAtLogin.YES
    entry.set(on=False)
    assert not entry.on
    assert preferences.current.open_at_login is OpenAtLogin.NO


def test_a_system_that_does_not_let_us_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    entry = AtLogin(tmp_path, PreferencesService(tmp_path))
    with pytest.raises(StorageError) as caught:
        entry.set(on=True)
    assert caught.value.kind is ErrorKind.AT_LOGIN
