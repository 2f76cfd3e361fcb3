from typing import Any

import pytest

from tests.command_line import run

TUESDAY = "2026-11-24T09:00+00:00"


def today(at: str = TUESDAY) -> Any:
    ran = run("today", "--json", at=at)
    assert ran.status == 0, ran.err
    return ran.json


def test_an_empty_book_has_an_empty_day() -> None:
    run("add", "Ada", at=TUESDAY)
    assert today() == {
        "at": "2026-11-24T09:00:00+00:00",
        "due": [],
        "more": 0,
        "stepped_back": [],
        "meetings": [],
        "dates": [],
        "quiet": [],
        "waiting": 0,
        "done": [],
    }
    assert run("today", at=TUESDAY).out == "Nothing is waiting. Enjoy your day.\n"


def test_it_only_reads() -> None:
    assert run("today", at=TUESDAY).status == 3


def test_what_is_due_says_whom_it_is_about_and_why() -> None:
    run("add", "Ada Lovelace", at=TUESDAY)
    run("remind", "Ada", "Send the cover", "--due", "2026-11-24T14:00", at=TUESDAY)
    run("remind", "Ada", "Later", "--due", "2026-11-25", at=TUESDAY)
    (row,) = today()["due"]
    assert (row["id"], row["kind"], row["contact"], row["name"]) == ("r1", "reminder", "1", "Ada Lovelace")
    assert (row["title"], row["due"]) == ("Send the cover", "2026-11-24T14:00:00+00:00")
    assert row["why"]
    (line,) = (line for line in run("today", at=TUESDAY).out.splitlines() if "Send the cover" in line)
    assert "Ada Lovelace" in line
    assert line.endswith(row["why"])


def test_at_most_seven_rows_and_the_number_of_the_others() -> None:
    run("add", "Ada", at=TUESDAY)
    for number in range(9):
        run("remind", "Ada", f"Thing {number}", "--due", "2026-11-24", at=TUESDAY)
    document = today()
    assert (len(document["due"]), document["more"]) == (7, 2)
    assert "2 more in Reminders" in run("today", at=TUESDAY).out


def test_what_stepped_back_and_what_is_done_is_mentioned() -> None:
    run("add", "Ada", at=TUESDAY)
    run("remind", "Ada", "Old", "--due", "2026-11-21", at=TUESDAY)
    run("remind", "Ada", "Print", "--due", "2026-11-24", at=TUESDAY)
    run("done", "r2", at=TUESDAY)
    document = today()
    assert (document["stepped_back"], document["done"]) == (["r1"], ["Print"])
    said = run("today", at=TUESDAY).out
    assert "Done today: Print" in said
    assert "When there is room" in said


def test_it_has_been_a_while_with_whom_a_rhythm_was_set() -> None:
    run("add", "Ada", at="2026-09-01T09:00+00:00")
    run("rhythm", "Ada", "--every", "4w", at="2026-09-01T09:00+00:00")
    (row,) = today()["due"]
    assert (row["kind"], row["contact"], row["due"]) == ("rhythm", "1", "2026-10-11")
    assert "four weeks" in row["why"]
    assert today() == today(), "looking changes nothing"
    assert today("2026-11-22T09:00+00:00")["due"] == [], "nobody is suggested on a Sunday"


def test_a_day_says_whose_it_is_and_how_old_they_are() -> None:
    run("add", "Hoa", "--property", "BDAY:19911126", at=TUESDAY)
    run("add", "Bob", "--property", "BDAY:--1121", at=TUESDAY)
    late, coming = today()["dates"]
    assert coming == {
        "contact": "1",
        "name": "Hoa",
        "kind": "birthday",
        "label": "",
        "date": "1991-11-26",
        "on": "2026-11-26",
        "days": 2,
        "years": 35,
        "late": False,
    }
    assert (late["date"], late["on"], late["years"], late["late"]) == ("--11-21", "2026-11-21", None, True)


@pytest.mark.parametrize("command", [["--json"], []])
def test_every_part_of_the_day_is_told(command: list[str]) -> None:
    for name in ("Ada", "Hoa"):
        run("add", name, "--property", "BDAY:19911126", at="2026-09-01T09:00+00:00")
        run("rhythm", name, "--every", "4w", at="2026-09-01T09:00+00:00")
    run("remind", "Ada", "Send the cover", "--due", "2026-11-24", at=TUESDAY)
    ran = run("today", *command, at=TUESDAY)
    for word in ("Send the cover", "It has been a while", "Hoa"):
        assert word in ran.out


def test_the_day_is_that_of_the_moment_asked_for() -> None:
    run("add", "Hoa", "--property", "BDAY:19911125", at=TUESDAY)
    assert today("2026-11-24T22:00+00:00")["dates"][0]["days"] == 1
    assert today("2026-11-25T07:00+09:00")["dates"][0]["days"] == 0
