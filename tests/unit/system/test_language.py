import pytest

from relate_desktop.system.language import spoken


def test_the_language_of_the_environment_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert spoken() == "de_AT"
    monkeypatch.setenv("LC_MESSAGES", "en_GB")
    assert spoken() == "en_GB"
