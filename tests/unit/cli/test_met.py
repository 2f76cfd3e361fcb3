"""What took place is written down after commands that read calendars, as in the window by itself."""

import os
from pathlib import Path

import pytest

from relate_desktop.services.chores import LOCK
from relate_desktop.system.file_lock import FileLock
from tests.command_line import run
from tests.unit.services.calendar_files import a_file, vevent

WEDNESDAY = "2026-11-25T09:00+00:00"
SAID = "1 meeting written down, as the calendar says."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    run("add", "Ada Lovelace", "--email", "ada@ada.example", at=WEDNESDAY)
    return a_file(tmp_path, vevent("Coffee", "ATTENDEE:mailto:ada@ada.example"))


def timeline() -> str:
    return run("show", "Ada", at=WEDNESDAY).out


def test_an_import_writes_down_whom_one_met_and_undo_takes_back_the_import(file: Path) -> None:
    told = run("import", file, "--dry-run", at=WEDNESDAY).out
    assert SAID not in told
    assert "Coffee" not in timeline()
    ran = run("import", file, "--json", at=WEDNESDAY)
    assert ran.json["conversations"] == {"written": 1, "changed": 0, "gone": 0}
    assert "Coffee" in timeline()
    assert ran.json["operation"] == "2"
    assert SAID not in run("import", file, at=WEDNESDAY).out


def test_reading_again_follows_what_the_calendar_says(file: Path) -> None:
    assert run("calendars", "--add", file, at=WEDNESDAY).out.splitlines()[-1] == SAID
    a_file(file.parent, vevent("Tea", "ATTENDEE:mailto:ada@ada.example", uid="Coffee@studio.example"))
    read = run("calendars", "--read", "--json", at=WEDNESDAY).json
    assert (read["changed"], read["conversations"]["changed"]) == (1, 1)
    assert "Tea" in timeline()
    told = run("calendars", "studio", "--remove", at=WEDNESDAY).out
    assert "taken back" in told


def test_a_process_that_does_so_anyway_is_left_to_it(file: Path) -> None:
    lock = FileLock(Path(os.environ["RELATE_BOOK"]) / LOCK)
    assert lock.take()
    assert SAID not in run("import", file, at=WEDNESDAY).out
    assert "Coffee" not in timeline()
    lock.release()
    assert SAID in run("calendars", "--read", at=WEDNESDAY).out
