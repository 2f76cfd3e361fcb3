from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from tests.clock import START, a_clock

TOKYO = ZoneInfo("Asia/Tokyo")


def a_source(folder: Path, **preferred: object) -> PresentSource:
    preferences = PreferencesService(folder)
    preferences.change(**preferred)
    return PresentSource(a_clock(), preferences, lambda: TOKYO)


def test_the_present_is_of_the_clock_and_the_zone(tmp_path: Path) -> None:
    present = a_source(tmp_path)()
    assert present.now == START
    assert present.here is TOKYO
    assert present.today.isoformat() == "2026-03-14"


def test_the_clock_and_the_zone_are_asked_each_time(tmp_path: Path) -> None:
    clock, zones = a_clock(), [TOKYO]
    source = PresentSource(clock, PreferencesService(tmp_path), lambda: zones[-1])
    source()
    clock.pass_time(timedelta(days=1))
    zones.append(ZoneInfo("America/New_York"))
    assert source().today.isoformat() == "2026-03-15"
    assert str(source().here) == "America/New_York"


def test_the_users_day_is_as_they_keep_it(tmp_path: Path) -> None:
    hours = a_source(tmp_path, day_start=9 * 60, quiet_from=21 * 60 + 30, working_days="0246")().hours
    assert hours.day_start == time(9)
    assert hours.quiet_from == time(21, 30)
    assert hours.working_days == {0, 2, 4, 6}


def test_nobody_who_prefers_nothing_is_disturbed_at_night(tmp_path: Path) -> None:
    hours = a_source(tmp_path)().hours
    assert (hours.day_start, hours.quiet_from, hours.quiet_to) == (time(8, 30), time(22), time(7))
    assert hours.working_days == {0, 1, 2, 3, 4}
    assert hours.paused_until is None


def test_a_pause_holds_until_it_is_over(tmp_path: Path) -> None:
    until = START + timedelta(hours=1)
    assert a_source(tmp_path, paused_until=until.isoformat())().quiet
    assert a_source(tmp_path, paused_until=until.isoformat())().hours.paused_until == until


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-03-14T09:00:00+00:00", "2999-01-01T00:00:00+00:00", "9999-12-31T23:59-23:00"]
)
def test_a_pause_that_is_over_or_absurd_is_none(tmp_path: Path, text: str) -> None:
    assert a_source(tmp_path, paused_until=text)().hours.paused_until is None


def test_the_leap_day_is_kept_as_preferred(tmp_path: Path) -> None:
    assert a_source(tmp_path, leap_day=LeapDay.MARCH)().leap_day is LeapDay.MARCH
