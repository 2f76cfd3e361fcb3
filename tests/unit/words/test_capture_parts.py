from datetime import date, time

import pytest

from relate_desktop.domain.capture import understand
from relate_desktop.domain.capture_parts import CapturedDue
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.words.capture_parts import (
    answers,
    day_near,
    day_short,
    due_near,
    due_short,
    mark_done,
    night_there,
    part_sentence,
)
from tests.bare import bare
from tests.capture_lines import load_people
from tests.present import a_present

PEOPLE = load_people("en")
TODAY = date(2026, 11, 24)


def said(sentence: str) -> list[str]:
    captured = understand(sentence, LANGUAGES["en"], PEOPLE.index, a_present("2026-11-24 15:00"))
    return [bare(part_sentence(part, TODAY)) for part in captured.parts]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Called Anna yesterday about the invoice", [
            "You called Anna: Monday 23 November, about the invoice"
        ]),
        ("met Anna and Olena 1h30", ["You met Anna and Olena: today, 1 h 30 min"]),
        ("call with Chidi tomorrow 9am", [
            "You will talk to Chidi on the phone: Wednesday 25 November, 09:00"
        ]),
        ("remind me tomorrow at 9 to call Anna", ["Call Anna: Reminder: tomorrow, Wednesday, 09:00"]),
        ("remind me to water the plants someday", ["Water the plants: Reminder when there is room"]),
        ("remind me every month to call Mum", [
            "Call Mum: Every month, first on Thursday 24 December"
        ]),
        ("I owe Anna the contract by Friday", [
            "You promised Anna: the contract, by Friday 27 November"
        ]),
        ("Anna birthday 26 Nov", [
            "A note about Anna: today, Anna birthday 26 Nov",
            "A day to remember for Anna: birthday: 26 November, every year",
        ]),
        ("Chidi is allergic to nuts", [
            "A note about Chidi: today, Chidi is allergic to nuts",
            "Worth remembering of Chidi: allergic to nuts",
        ]),
        ("+Johanna Vale, Northlight Clinic, 020 7946 0123", [
            "New person: Johanna Vale: Northlight Clinic, 020 7946 0123"
        ]),
    ],
)  # fmt: skip
def test_every_part_is_a_sentence(sentence: str, parts: list[str]) -> None:
    assert said(sentence) == parts


def test_days_are_said_as_one_says_them() -> None:
    assert day_near(TODAY, TODAY) == "today"
    assert day_near(date(2026, 11, 23), TODAY) == "yesterday, Monday"
    assert day_near(date(2027, 1, 5), TODAY) == "Tuesday 5 January 2027"
    assert day_short(date(2026, 11, 12), TODAY) == "12 Nov"
    assert due_near(CapturedDue(None), TODAY) == "when there is room"
    assert due_short(CapturedDue(None), TODAY) == "no date"
    assert due_short(CapturedDue(date(2026, 12, 8)), TODAY) == "8 Dec, any time"


def test_what_a_reminder_says_stands_safely_in_the_sentence() -> None:
    assert "\u202e" not in answers("a\u202eb")
    assert bare(mark_done("Call Anna")) == "Mark done: Call Anna"


def test_the_hour_of_somebody_far_away_is_said() -> None:
    assert bare(night_there(time(3, 10), "Misaki-san")) == "It is 03:10 for Misaki-san then."
