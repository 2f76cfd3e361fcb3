"""``brief``: what to know before one meets somebody; meetings in ``today`` and ``show``."""

import os
from pathlib import Path
from typing import Any

from relate_desktop.domain.change import Origin
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.meetings import MOST_OF_ONE
from relate_desktop.services.book import open_book
from tests.bare import bare
from tests.clock import a_clock
from tests.command_line import run
from tests.present import at
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import a_schedule, an_event

TUESDAY = "2026-11-24T09:00+00:00"


def asked(*words: str) -> Any:
    ran = run(*words, "--json", at=TUESDAY)
    assert ran.status == 0, ran.err
    return ran.json


def a_meeting(title: str = "Coffee") -> None:
    """Ada is met at ten."""
    run("add", "Ada Lovelace", "--email", "ada@ada.example", "--property", "NOTE:Likes tea", at=TUESDAY)
    run(
        "log",
        "Ada",
        "about engines",
        "--kind",
        "call",
        "--direction",
        "both",
        "--when",
        "2026-11-20",
        at=TUESDAY,
    )
    clock = a_clock(at("2026-11-24 09:00", "UTC"))
    with open_book(Path(os.environ["RELATE_BOOK"]), clock=clock, origin=Origin.WINDOW) as book:
        schedule = a_schedule("2026-11-24T10:00", zone="UTC")
        a_calendar(book, an_event(title, schedule, addresses=["ada@ada.example"]))


def test_the_brief_of_a_person_says_what_to_know() -> None:
    run("add", "Ada Lovelace", "--property", "NOTE:Likes tea", at=TUESDAY)
    run(
        "log",
        "Ada",
        "about engines",
        "--kind",
        "call",
        "--direction",
        "both",
        "--when",
        "2026-11-20",
        at=TUESDAY,
    )
    document = asked("brief", "Ada")
    (person,) = document["people"]
    assert (person["name"], person["remember"]) == ("Ada Lovelace", ["Likes tea"])
    assert [talk["text"] for talk in person["talks"]] == ["about engines"]
    out = run("brief", "Ada", at=TUESDAY).out
    assert "about engines" in out
    assert "Likes tea" in out


def test_without_a_meeting_there_is_nobody_to_meet() -> None:
    run("add", "Ada", at=TUESDAY)
    assert asked("brief") == {"meeting": None, "people": []}
    assert run("brief", at=TUESDAY).out == "There is nobody to meet today.\n"
    assert run("brief", "Nobody", at=TUESDAY).status == 3


def test_today_and_show_carry_the_meetings_of_calendars() -> None:
    a_meeting()
    (meeting,) = asked("today")["meetings"]
    assert (meeting["title"], meeting["calendar"]) == ("Coffee", "Studio")
    assert meeting["start"] == "2026-11-24T10:00:00+00:00"
    assert meeting["end"] == "2026-11-24T10:45:00+00:00"
    assert meeting["people"] == [{"contact": "1", "name": "Ada Lovelace"}]
    assert meeting["brief"][0]["useful"]
    assert [one["title"] for one in asked("show", "Ada")["meetings"]] == ["Coffee"]
    assert "Coffee" in run("today", at=TUESDAY).out
    assert "Coffee" in run("show", "Ada", at=TUESDAY).out


def test_a_title_of_several_lines_is_one_line_of_today() -> None:
    a_meeting("Coffee\nand cake")
    told = run("today", at=TUESDAY).out
    assert "Coffee and cake" in told
    assert "␊" not in told


def test_the_next_meeting_of_today_is_the_one_the_brief_is_about() -> None:
    a_meeting()
    document = asked("brief")
    assert document["meeting"]["title"] == "Coffee"
    assert document["people"][0]["name"] == "Ada Lovelace"
    assert "about engines" in run("brief", at=TUESDAY).out
    later = run("brief", "--json", at="2026-11-24T12:00+00:00")
    assert later.json["meeting"] is None


def test_what_takes_place_all_day_long_leaves_room_for_other_meetings() -> None:
    a_meeting()
    clock = a_clock(at("2026-11-24 09:00", "UTC"))
    with open_book(Path(os.environ["RELATE_BOOK"]), clock=clock, origin=Origin.WINDOW) as book:
        rule = EventRule(Step.SECONDLY)
        endless = a_schedule("2026-11-01T00:00", zone="UTC", rules=(rule,))
        a_calendar(book, an_event("Endless", endless, uid="endless", addresses=["ada@ada.example"]))
    told = run("today", at=TUESDAY).out
    assert "Coffee" in told
    assert told.count("Endless") == MOST_OF_ONE
    assert "Endless, and more times that day" in bare(told)
