from datetime import timedelta

import pytest

from relate_desktop.domain.recurrence import ByDay, Frequency
from relate_desktop.domain.repeating import Repeats
from relate_desktop.words.repeating import (
    ahead_name,
    day_of_month,
    nth_name,
    repeats_name,
    unit_name,
    weekday_number,
    weekday_of_month,
)


def test_every_choice_and_unit_has_words() -> None:
    assert all(repeats_name(repeats) for repeats in Repeats)
    assert [unit_name(frequency, 2) for frequency in Frequency] == ["days", "weeks", "months", "years"]
    assert unit_name(Frequency.DAILY, 1) == "day"


def test_days_of_a_month_are_said_as_people_say_them() -> None:
    assert weekday_of_month(ByDay(4, -1)) == "the last Friday"
    assert weekday_of_month(ByDay(0, 1)) == "the first Monday"
    assert day_of_month(12) == "on day 12"
    assert day_of_month(-1) == "on the last day"
    assert nth_name(5) == "5"
    assert weekday_number(6) == "Sunday"


@pytest.mark.parametrize(
    ("ahead", "timed", "words"),
    [
        (timedelta(), True, "At that time"),
        (timedelta(), False, "On the day"),
        (timedelta(minutes=15), True, "15 minutes before"),
        (timedelta(hours=1), True, "1 hour before"),
        (timedelta(days=1), False, "1 day before"),
        (timedelta(weeks=2), False, "2 weeks before"),
    ],
)
def test_how_long_before_is_said(ahead: timedelta, timed: bool, words: str) -> None:
    assert ahead_name(ahead, timed=timed) == words
