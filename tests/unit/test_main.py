import os
import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.__main__ import READ_ASIDE, READ_BACK, main
from relate_desktop.formats import reading_aside
from relate_desktop.formats.proof_jail import SWITCH
from tests.command_line import finished, start


def test_the_program_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("relate-desktop ")


def test_stopping_before_anything_was_begun_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("relate_desktop.app.main", stop)
    assert main(["list"]) == 130
    assert capsys.readouterr().err == ""


def test_a_frozen_program_is_its_own_second_reader() -> None:
    assert READ_BACK == SWITCH


def test_a_frozen_program_is_its_own_reader_of_large_files() -> None:
    assert READ_ASIDE == reading_aside.SWITCH
    assert main([READ_ASIDE, "0", "no format"]) == 2


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")
def test_what_the_program_writes_is_its_users_alone(tmp_path: Path) -> None:
    assert finished(start("add", "Ada")).status == 0
    assert finished(start("export", tmp_path / "out.vcf", "--format", "vcard4")).status == 0
    assert (tmp_path / "out.vcf").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="limits are a matter of POSIX systems")
def test_a_crash_leaves_no_core() -> None:
    code = (
        "import sys; sys.argv = ['relate-desktop', '--version'];"
        "from relate_desktop.__main__ import main; main();"
        "import resource; print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
