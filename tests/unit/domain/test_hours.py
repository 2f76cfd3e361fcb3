"""The user's day and when it is quiet."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.hours import Hours
from tests.present import BERLIN, at

minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))


@pytest.mark.parametrize(
    ("wall", "quiet"), [("21:59", False), ("22:00", True), ("03:00", True), ("06:59", True), ("07:00", False)]
)
def test_quiet_lasts_over_midnight(wall: str, quiet: bool) -> None:
    assert Hours().quiet(at(f"2026-11-24 {wall}"), BERLIN) is quiet


def test_quiet_may_be_at_noon_or_never() -> None:
    noon = at("2026-11-24 12:30")
    assert Hours(quiet_from=time(12), quiet_to=time(13)).quiet(noon, BERLIN)
    assert not Hours(quiet_from=time(12), quiet_to=time(12)).quiet(noon, BERLIN)


def test_what_comes_in_the_night_waits_for_the_start_of_the_day() -> None:
    hours = Hours()
    assert hours.disturbing_from(at("2026-11-24 23:10"), BERLIN) == at("2026-11-25 08:30")
    assert hours.disturbing_from(at("2026-11-25 03:10"), BERLIN) == at("2026-11-25 08:30")
    assert hours.disturbing_from(at("2026-11-25 07:10"), BERLIN) == at("2026-11-25 07:10")


def test_a_pause_holds_everything_back() -> None:
    hours = Hours(paused_until=at("2026-11-24 23:30"))
    assert hours.quiet(at("2026-11-24 12:00"), BERLIN)
    assert hours.disturbing_from(at("2026-11-24 12:00"), BERLIN) == at("2026-11-25 08:30")


def test_the_first_working_day_is_found() -> None:
    assert Hours().working_day_from(date(2026, 11, 28)) == date(2026, 11, 30)
    assert Hours().working_day_from(date(2026, 11, 27)) == date(2026, 11, 27)
    assert Hours(working_days=frozenset()).working_day_from(date(2026, 11, 28)) == date(2026, 11, 28)
    assert not Hours().works(date(2026, 11, 28))


@given(minutes, minutes, minutes, st.integers(0, 400 * 24 * 60))
def test_nothing_disturbs_in_quiet_hours(start: time, quiet_from: time, quiet_to: time, ahead: int) -> None:
    hours = Hours(day_start=start, quiet_from=quiet_from, quiet_to=quiet_to)
    moment = at("2026-01-01 00:00") + timedelta(minutes=ahead)
    allowed = hours.disturbing_from(moment, BERLIN)
    assert allowed >= moment
    assert not hours.quiet(allowed, BERLIN) or _in_gap(allowed)
    assert allowed - moment <= timedelta(hours=50)


def _in_gap(moment: object) -> bool:
    """Where the clocks jump over the end of the quiet hours, the first minute behind is taken."""
    return moment == at("2026-03-29 03:00")
