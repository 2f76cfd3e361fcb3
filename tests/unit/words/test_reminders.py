"""Reminders and promises in words."""

import pytest

from relate_desktop.domain.due_list import DueGroup
from relate_desktop.domain.pop_ups import PopUpKind
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.recurrence_text import RuleRefusal
from relate_desktop.domain.snooze import Snooze
from relate_desktop.domain.text import isolate
from relate_desktop.words.reminders import (
    group_name,
    leap_day_name,
    owed,
    pop_up_title,
    refusal_words,
    repeats,
    snooze_name,
)
from tests.present import a_rule


def test_every_kind_has_words() -> None:
    assert all(group_name(group) for group in DueGroup)
    assert all(snooze_name(snooze) for snooze in Snooze)
    assert all(leap_day_name(day) for day in LeapDay)
    assert all(refusal_words(reason) for reason in RuleRefusal)
    assert [pop_up_title(kind, 3, "Send it") for kind in PopUpKind] == [
        "Send it",
        "3 things for today",
        "3 reminders while you were away",
    ]


def test_who_owes_whom_is_said() -> None:
    anna = isolate("Anna")
    assert owed(OwedBy.MINE, "Anna") == f"You promised {anna}"
    assert owed(OwedBy.THEIRS, "Anna") == f"{anna} promised you"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "Every day"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "Every two weeks on Monday and Thursday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday"),
        ("FREQ=MONTHLY;BYDAY=2TU,-2TU", "Every month on Tuesday no. 2 and Tuesday no. 2 from the end"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1,-2", "Every month on day 15, the last day and day 2 from the end"),
        ("FREQ=YEARLY;BYMONTH=3;COUNT=5", "Every year in March, five times"),
        ("FREQ=DAILY;UNTIL=20261224", "Every day, until Thursday 24 December 2026"),
        ("FREQ=WEEKLY;INTERVAL=2;X-RELATE-AFTER-DONE=TRUE", "Every two weeks after it is done"),
    ],
)
def test_repeating_is_told(rule: str, words: str) -> None:
    assert repeats(a_rule(rule)) == words
