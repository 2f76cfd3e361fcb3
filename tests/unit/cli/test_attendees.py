"""``attendees``: who is invited and not in the book becomes a person, is somebody, or is nobody."""

from pathlib import Path
from typing import Any

import pytest

from relate_desktop.services.meeting_people import MOST_STRANGERS
from relate_desktop.words.meeting_people import most_frequent
from tests.command_line import run
from tests.unit.services.calendar_files import a_file, vevent

TANAKA = "ATTENDEE;CN=M. Tanaka:mailto:M.Tanaka@work.example"
ROOM = "ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@work.example"
BOB = "ATTENDEE:mailto:bob@b.example"


@pytest.fixture(autouse=True)
def calendar(tmp_path: Path) -> None:
    run("add", "Ada Lovelace", "--email", "ada@ada.example")
    run("add", "Misaki Tanaka")
    ada = "ATTENDEE;CN=Ada:mailto:ada@ada.example"
    file = a_file(tmp_path, vevent("One", TANAKA, BOB, ROOM), vevent("Two", TANAKA, ada))
    run("calendars", "--add", file)


def listed() -> list[dict[str, Any]]:
    found = run("attendees", "--json").json["attendees"]
    assert isinstance(found, list)
    return found


def test_those_whom_nobody_is_known_by_are_listed_most_often_invited_first() -> None:
    assert listed() == [
        {"address": "m.tanaka@work.example", "name": "M. Tanaka", "meetings": 2, "perhaps": []},
        {"address": "bob@b.example", "name": "", "meetings": 1, "perhaps": []},
    ]
    assert "M. Tanaka" in run("attendees").out
    assert "in 2 meetings" in run("attendees").out


def test_they_become_people_as_one_change_that_undo_takes_back() -> None:
    told = run("attendees", "--add", "--json").json
    assert len(told["contacts"]) == 2
    assert listed() == []
    assert run("attendees").out == "Everybody who is invited is in your book.\n"
    assert run("show", "m.tanaka@work.example", "--json").json["name"] == "M. Tanaka"
    assert run("history", "--json").json["operations"][0]["summary"] == (
        "Added two people who are invited to meetings."
    )
    run("undo", told["operation"])
    assert [one["address"] for one in listed()] == ["m.tanaka@work.example", "bob@b.example"]


def test_one_is_said_to_be_somebody_or_nobody() -> None:
    told = run("attendees", "m. tanaka", "--is", "Misaki Tanaka", "--json", at="2026-12-01T09:00+00:00").json
    assert (told["contact"], told["conversations"]["written"]) == ("2", 2)
    assert run("attendees", "bob@b.example", "--nobody", "--json").json["left"] == 1
    assert listed() == []
    assert run("attendees", "somebody", "--add").status == 2


def test_of_very_many_the_most_frequent_are_listed_and_that_there_are_more(tmp_path: Path) -> None:
    crowd = [f"ATTENDEE:mailto:{number}@fair.example" for number in range(MOST_STRANGERS)]
    run("calendars", "--add", a_file(tmp_path, vevent("Fair", *crowd), file="fair.ics"))
    told = run("attendees", "--json").json
    assert (len(told["attendees"]), told["more"]) == (MOST_STRANGERS, True)
    assert run("attendees").out.endswith(f"{most_frequent(MOST_STRANGERS)}\n")
    assert run("attendees", "m. tanaka", "--json").json["more"] is False
