import pytest

from relate_desktop.__main__ import READ_BACK, main
from relate_desktop.formats.proof_jail import SWITCH


def test_the_program_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("relate-desktop ")


def test_stopping_before_anything_was_begun_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("relate_desktop.app.main", stop)
    assert main([]) == 130
    assert capsys.readouterr().err == ""


def test_a_frozen_program_is_its_own_second_reader() -> None:
    assert READ_BACK == SWITCH
