from pathlib import Path
from typing import Any

import pytest

from tests.command_line import run
from tests.unit.services.calendar_files import a_file, vcalendar, vevent

BAD = vevent("bad", when="DTSTART:when it suits\r\n")
CORPORATE = "DTSTART;TZID=Corporate:20261124T093000\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = a_file(tmp_path, vevent("a"), BAD, vevent("far", when=CORPORATE), name="Studio")
    assert run("calendars", "--add", path).status == 1  # one event could not be read
    return path


def calendar(*words: object) -> dict[str, Any]:
    (found,) = run("calendars", *words, "--json").json["calendars"]
    return dict(found)


def test_calendars_are_listed_with_what_is_wrong_with_them(file: Path) -> None:
    assert calendar() == {
        "calendar": "1",
        "name": "Studio",
        "colour": "sky",
        "shown": True,
        "events": 2,
        "refused": 1,
        "path": str(file),
        "missing": False,
        "read_at": "2026-03-14T09:26:53+00:00",
        "unknown_zones": ["Corporate"],
        "zone": None,
    }
    told = run("calendars").out
    assert "1  Studio  two events  Sky" in told
    assert "Studio has 1 event Relate could not read. The other 2 are shown." in told
    assert "“Corporate”" in told


def test_an_import_and_add_answer_the_same(tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"), vevent("b"))
    added = run("calendars", "--add", path, "--json").json
    assert added["files"][0]["records"] == added["files"][0]["created"] == 2
    again = run("import", path, "--json").json
    assert (again["operation"], again["files"][0]["same"], again["files"][0]["removed"]) == (None, 2, 0)
    assert "2 events: 2 already here" in run("import", path).out


def test_one_calendar_is_changed_as_one_operation_each(file: Path) -> None:
    assert run("calendars", "studio", "--rename", "Work", "--json").json == {
        "operation": "2",
        "calendar": "1",
        "changed": True,
        "conversations": {"written": 0, "changed": 0, "gone": 0},
    }
    assert run("calendars", "1", "--colour", "rose").out == "Changed Work.\n"
    assert run("calendars", "Work", "--hide").status == 0
    found = calendar("work")
    assert (found["name"], found["colour"], found["shown"]) == ("Work", "rose", False)
    assert run("calendars", "work", "--hide", "--json").json["changed"] is False
    assert run("calendars", "work", "--show").status == 0
    assert run("calendars", "work", "--zone", "Corporate", "Asia/Tokyo").status == 0
    assert calendar()["unknown_zones"] == []
    assert "Removed Work from the calendars" in run("calendars", "work", "--remove").out
    assert run("calendars").out == "There is no calendar yet.\n"
    assert run("undo").status == 0
    assert calendar()["name"] == "Work"
    assert file.exists()


def test_an_address_is_said_to_be_ones_own(tmp_path: Path) -> None:
    run("add", "Ada", "--email", "ada@x.example")
    run("add", "Robin", "--email", "robin@x.example")
    people = [f"ATTENDEE:mailto:{name}@x.example" for name in ("ada", "robin")]
    held = vevent("a", *people, when="DTSTART:20260301T090000Z\r\n")
    run("import", a_file(tmp_path, held, name="Robin@x.example"))
    assert run("calendars", "--json").json["perhaps_mine"] == ["robin@x.example"]
    assert (
        "robin@x.example may be your own: calendars --mine robin@x.example says so." in run("calendars").out
    )
    assert len(run("show", "Robin", "--json").json["timeline"]) == 1
    said = run("calendars", "--mine", "Robin@x.example", "--json").json
    assert said == {
        "mine": "robin@x.example",
        "changed": True,
        "conversations": {"written": 0, "changed": 1, "gone": 0},
    }
    assert run("show", "Robin", "--json").json["timeline"] == []
    assert len(run("show", "Ada", "--json").json["timeline"]) == 1
    assert run("calendars", "--json").json["perhaps_mine"] == []
    assert "robin@x.example is known as yours." in run("calendars", "--mine", "robin@x.example").out
    assert run("calendars", "--mine", "Robin").status == 2


def test_undo_of_an_import_takes_its_conversations_along_and_redo_brings_them_back(tmp_path: Path) -> None:
    run("add", "Ada", "--email", "ada@x.example")
    held = vevent("a", "ATTENDEE:mailto:ada@x.example", when="DTSTART:20260301T090000Z\r\n")
    run("import", a_file(tmp_path, held))
    assert len(run("show", "Ada", "--json").json["timeline"]) == 1
    undone = run("undo", "--json").json
    assert undone["conversations"] == {"written": 0, "changed": 0, "gone": 1}
    assert run("show", "Ada", "--json").json["timeline"] == []
    assert "1 meeting written down" in run("redo").out
    assert len(run("show", "Ada", "--json").json["timeline"]) == 1


def test_files_are_read_again_and_a_missing_one_is_told(file: Path) -> None:
    file.write_bytes(vcalendar(vevent("a"), vevent("b"), vevent("c"), name="Studio"))
    read = run("calendars", "--read", "--json")
    assert (read.status, read.json["changed"], read.json["calendars"][0]["events"]) == (0, 1, 3)
    file.rename(file.with_name("moved.ics"))
    read = run("calendars", "studio", "--read")
    assert read.status == 1
    assert "Studio has moved. Its events are still here" in read.out
    assert run("calendars", "studio", "--file", file.with_name("moved.ics")).status == 0
    assert calendar()["missing"] is False


def test_what_could_not_be_read_is_shown_with_its_text(file: Path) -> None:
    (refused,) = run("calendars", "studio", "--problems", "--json").json["refused"]
    assert (refused["code"], "when it suits" in refused["raw"]) == ("bad_start", True)
    assert "when it suits" in run("calendars", "1", "--problems").out
    file.write_bytes(vcalendar(vevent("a")))
    run("calendars", "--read")
    assert run("calendars", "1", "--problems").out == "Everything of this calendar could be read.\n"


def test_what_cannot_be_meant_is_refused(file: Path, tmp_path: Path) -> None:
    assert run("calendars", "--remove").status == 2
    assert run("calendars", "nobody", "--remove").status == 3
    assert run("calendars", "studio", "--add", file).status == 2
    assert run("calendars", "studio", "--zone", "Corporate", "Atlantis").status == 2
    assert run("calendars", "--add", tmp_path / "nothing.ics").status == 3
    run("calendars", "--add", a_file(tmp_path / "other", vevent("x"), vevent("y"), name="Studio"))
    refused = run("calendars", "studio", "--hide")
    assert (refused.status, "1, 2" in refused.err) == (2, True)


def test_tasks_are_counted_apart_from_events_in_report_and_history(tmp_path: Path) -> None:
    task = "BEGIN:VTODO\r\nUID:todo\r\nEND:VTODO\r\n"
    path = a_file(tmp_path, vevent("a"), task)
    ran = run("import", path)
    assert f"{path}: 1 event and 1 other entry: 2 new" in ran.out
    assert "  Entry 2: a task, kept as it is and not shown" in ran.out
    assert "One event and one other entry added." in ran.out
    assert "One event and one other entry imported." in run("history").out
    again = run("import", path, "--json").json["files"][0]
    assert (again["records"], again["same"], again["no_events"]) == (2, 2, 1)


def test_an_empty_calendar_is_not_asked_for_as_a_list_of_people(tmp_path: Path) -> None:
    path = tmp_path / "studio.ics"
    path.touch()
    assert run("import", path).err.endswith("Export it again from the program it comes from.\n")
    path.write_text("hello")
    assert "or a calendar as iCalendar (.ics)" in run("import", path).err
