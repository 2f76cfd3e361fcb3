"""What a snooze comes to."""

from datetime import datetime

import pytest

from relate_desktop.domain.snooze import Snooze, snooze_choices, snoozed_until
from tests.present import a_present, at


def test_every_choice_has_its_moment() -> None:
    choices = {choice.snooze: choice.until for choice in snooze_choices(a_present("2026-11-24 08:40"))}
    assert choices == {
        Snooze.HOUR: at("2026-11-24 09:40"),
        Snooze.EVENING: at("2026-11-24 18:00"),
        Snooze.TOMORROW: at("2026-11-25 08:30"),
        Snooze.NEXT_WEEK: at("2026-11-30 08:30"),
        Snooze.ROOM: None,
    }


def test_the_evening_is_not_offered_once_it_has_come() -> None:
    found = [choice.snooze for choice in snooze_choices(a_present("2026-11-24 17:30"))]
    assert Snooze.EVENING not in found


@pytest.mark.parametrize(
    ("wall", "until"),
    [
        ("2026-11-29 12:00", at("2026-11-30 08:30")),
        ("2026-11-30 07:00", at("2026-12-07 08:30")),
    ],
)
def test_next_week_begins_on_a_monday_to_come(wall: str, until: datetime) -> None:
    assert snoozed_until(Snooze.NEXT_WEEK, a_present(wall)) == until


def test_an_hour_is_an_hour_even_when_the_clocks_change() -> None:
    assert snoozed_until(Snooze.HOUR, a_present("2026-10-25 01:30")) == at("2026-10-25 02:30")
