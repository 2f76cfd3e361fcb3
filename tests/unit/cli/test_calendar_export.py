"""``export --format ics``."""

from pathlib import Path

import pytest

from tests.command_line import run


@pytest.fixture
def people(tmp_path: Path) -> None:
    path = tmp_path / "phone.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nBDAY:1990-12-10\r\nUID:a\r\nEND:VCARD\r\n")
    run("import", path)
    run("remind", "Ada", "Call Ada", "--due", "2030-07-01T09:00")


@pytest.mark.usefixtures("people")
def test_days_and_reminders_go_out_and_are_counted(tmp_path: Path) -> None:
    target = tmp_path / "days.ics"
    ran = run("export", target, "--format", "ics", "--json")
    assert ran.status == 0
    assert (ran.json["events"], ran.json["tasks"], ran.json["for"]) == (1, 1, "other")
    assert ran.json["size"] == target.stat().st_size
    assert b"SUMMARY:Birthday of Ada (1990)" in target.read_bytes()


@pytest.mark.usefixtures("people")
def test_for_google_everything_is_an_event(tmp_path: Path) -> None:
    target = tmp_path / "days.ics"
    ran = run("export", target, "--format", "ics", "--for", "google")
    assert ran.status == 0
    assert "wo events and no tasks written to" in ran.out
    assert b"VTODO" not in target.read_bytes()


@pytest.mark.usefixtures("people")
def test_standard_output_gets_the_calendar_alone(tmp_path: Path) -> None:
    ran = run("export", "-", "--format", "ics", "--contact", "Ada")
    assert ran.out.startswith("BEGIN:VCALENDAR")
    assert ran.out.rstrip().endswith("END:VCALENDAR")


@pytest.mark.usefixtures("people")
def test_who_reads_it_is_asked_of_calendars_only(tmp_path: Path) -> None:
    ran = run("export", tmp_path / "a.vcf", "--format", "vcard4", "--for", "google")
    assert ran.status != 0
    assert "--for goes with --format ics" in ran.err
