import pytest

from relate_desktop.app import main


def test_words_that_mean_nothing_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense"]) == 2
    assert "relate-desktop" in capsys.readouterr().err
