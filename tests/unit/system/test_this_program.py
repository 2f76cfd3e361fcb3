"""How the program is started again."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from relate_desktop.system.this_program import start_beside, this_program


def test_a_checkout_is_started_by_its_python() -> None:
    assert this_program() == [sys.executable, "-m", "relate_desktop"]


def test_a_frozen_program_is_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert this_program() == [sys.executable]


def test_an_image_is_started_from_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPIMAGE", "/opt/Relate.AppImage")
    assert this_program() == ["/opt/Relate.AppImage"]


def test_another_process_gets_book_and_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, answer = tmp_path / "program", tmp_path / "answer"
    program.write_text(
        f"#!{sys.executable}\nimport json, pathlib, sys\n"
        f"pathlib.Path({str(answer) + '.part'!r}).write_text(json.dumps(sys.argv[1:]))\n"
        f"pathlib.Path({str(answer) + '.part'!r}).rename({str(answer)!r})\n"
    )
    program.chmod(0o700)
    monkeypatch.setenv("APPIMAGE", str(program))
    assert start_beside(tmp_path / "book", ["open", "people/3"])
    pause = threading.Event()
    for _ in range(500):
        if answer.exists():
            break
        pause.wait(0.02)
    assert json.loads(answer.read_text()) == ["--book", str(tmp_path / "book"), "open", "people/3"]
    for thread in threading.enumerate():
        if thread.name == "started":
            thread.join(10)


def test_what_cannot_be_started_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPIMAGE", str(tmp_path / "missing"))
    assert not start_beside(tmp_path, ["open"])


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot do it")
def test_the_program_can_take_the_place_of_a_process(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nprintf '%s ' \"$@\"\n")
    program.chmod(0o700)
    code = (
        "from pathlib import Path; from relate_desktop.system.this_program import become; "
        "become(Path('/book'), ['agent'])"
    )
    environment = os.environ | {"APPIMAGE": str(program), "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "--book /book agent "
