import errno
from pathlib import Path

import pytest

from relate_desktop.cli.problems import ended_by
from relate_desktop.domain.errors import BookBusyError, ErrorKind, UsageError


def test_the_book_that_could_not_be_used_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(BookBusyError(ErrorKind.BOOK_BUSY), as_json=False, folder=tmp_path) == 3
    assert str(tmp_path) in capsys.readouterr().err


def test_a_failing_disk_is_told_by_what_the_system_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(OSError(errno.EIO, "x"), as_json=True, folder=None) == 3
    assert '"disk_failing"' in capsys.readouterr().out


def test_candidates_are_listed_for_people_and_programs(capsys: pytest.CaptureFixture[str]) -> None:
    error = UsageError(ErrorKind.CONTACT_AMBIGUOUS, name="Ada", candidates=((1, "Ada\x1b"), (4, "Ada")))
    assert ended_by(error, as_json=True, folder=None) == 2
    told = capsys.readouterr()
    assert told.err.splitlines()[1:] == ["  1  Ada␛", "  4  Ada"]
    assert '{"contact": "4", "name": "Ada"}' in told.out


def test_a_report_that_cannot_be_kept_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    assert ended_by(ZeroDivisionError(), as_json=False, folder=None) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err
