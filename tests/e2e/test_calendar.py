"""Calendars through the real program: an .ics goes in, its people are known, the brief is there."""

import json
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.test_journey import RELATE, go, say

EIGHT = "2026-11-24T08:00"
TWELVE = "2026-11-24T12:00"

STUDIO = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Studio//EN
X-WR-CALNAME:Studio
BEGIN:VEVENT
UID:crane@studio.example
DTSTAMP:20261101T000000Z
DTSTART:20261124T103000
DTEND:20261124T111500
SUMMARY:Crane catalogue\\, round two
LOCATION:Studio
ATTENDEE;CN=Misaki Tanaka;PARTSTAT=ACCEPTED:mailto:misaki@example.com
ATTENDEE;CN=L. Rios:mailto:lupe@else.example
END:VEVENT
BEGIN:VEVENT
UID:bad@studio.example
DTSTART:when it suits
SUMMARY:Broken
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    say(folder, "add", "Misaki Tanaka", "--email", "misaki@example.com")
    say(folder, "add", "Lupe Rios", "--email", "lupe@example.com")
    say(folder, "--at", EIGHT, "log", "Misaki Tanaka", "She leaned towards the warmer paper.",
        "--kind", "call", "--direction", "both", "--when", "2026-11-15T10:00")  # fmt: skip
    return folder


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    file = tmp_path / "studio.ics"
    file.write_bytes(STUDIO.replace("\n", "\r\n").encode())
    return file


def test_a_calendar_goes_in_and_says_what_to_know_before_a_meeting(
    desktop: Desktop, book: Path, studio: Path
) -> None:
    program = Program(desktop, [*RELATE, str(book), "--at", EIGHT, "open", str(studio)])
    program.find(id="import.run", name="Import 1 event").press()
    program.find(id="snackbar.text", has="One event")
    program.find(id="calendar.title")
    agenda = program.find(id="calendar.agenda")
    meeting = program.find(role="list item", has="Crane catalogue", under=agenda)
    assert "10:30" in meeting.name
    assert "with Misaki Tanaka" in meeting.name
    assert "warmer paper" in meeting.description

    meeting.click()
    program.find(id="calendar.event", name="Crane catalogue, round two")
    program.find(id="calendar.event.brief.0", has="Before you meet")
    program.find(role="label", has="warmer paper", under=program.find(id="calendar.event.brief"))

    # who L. Rios is, nobody could know for sure: it is asked once, and remembered
    program.find(role="push button", has="Lupe Rios", under=program.find(id="calendar.event.people")).press()
    program.find(id="calendar.event.person.1", has="Lupe Rios")
    program.find(id="calendar.event.note").enter("Bring the samples")
    program.find(id="calendar.event.note.save").press()
    program.find(id="calendar.event.note", text="")
    go(program, "Today")
    program.find(id="today.section.meetings")
    program.find(has="Crane catalogue", under=program.find(id="today.meetings"))
    assert program.quit() == 0

    said = json.loads(say(book, "--at", EIGHT, "--json", "today"))
    (met,) = said["meetings"]
    assert [one["name"] for one in met["people"]] == ["Misaki Tanaka", "Lupe Rios"]
    assert "Bring the samples" in json.dumps(met["brief"])


def test_a_meeting_that_is_over_stands_on_the_timeline_of_its_people(
    desktop: Desktop, book: Path, studio: Path
) -> None:
    program = Program(desktop, [*RELATE, str(book), "--at", TWELVE, "open", str(studio)])
    program.find(id="import.run", name="Import 1 event").press()
    program.find(id="calendar.agenda")
    go(program, "People")
    program.find(role="list item", has="Misaki", under=program.find(id="people.list")).click()
    program.find(role="list item", has="Crane catalogue", under=program.find(id="person.timeline"))
    assert program.quit() == 0
    shown = json.loads(say(book, "--at", TWELVE, "--json", "show", "Misaki Tanaka"))
    assert "Crane catalogue, round two" in [entry["text"] for entry in shown["timeline"]]
