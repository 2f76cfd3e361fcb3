import subprocess
from pathlib import Path

import pytest

from relate_desktop.app import Window, main
from tests.command_line import run


def test_words_that_mean_nothing_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense"]) == 2
    assert "relate-desktop" in capsys.readouterr().err


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("words", [[], ["open", "people"], ["--json"]])
def test_without_a_screen_the_window_says_so_and_begins_no_book(
    words: list[str], no_screen: None, tmp_path: Path
) -> None:
    ran = run(*words, "--book", tmp_path / "new")
    assert ran.status == 3
    assert "no screen" in ran.err
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_missing_is_told_before_a_window_opens(no_screen: None) -> None:
    ran = run("none.vcf", "--json")
    assert (ran.status, ran.error["code"]) == (3, "file_missing")


def test_every_part_of_the_window_works_here() -> None:
    found = Window().check()
    assert {part: problem for part, problem in found.items() if problem} == {}
    assert found.keys() == {"pictures", "fonts", "window", "rooms", "instance"}


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (subprocess.CompletedProcess([], -6, "", "Qt: no plugin\n"), "ended with -6: Qt: no plugin"),
        (subprocess.CompletedProcess([], 1, "", ""), "ended with 1: no words"),
    ],
)
def test_a_window_that_ends_without_a_word_is_an_answer_too(
    end: "subprocess.CompletedProcess[str]", said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_options: end)
    assert Window().check() == {"window": said}
