"""Wall-clock time in zones that change their minds."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.wall_time import day_of, days_between, instant, moved, start_of, zone_named

ZONES = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Athens",
    "Europe/Chisinau",
    "Europe/Kyiv",
    "Atlantic/Azores",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Adak",
    "America/St_Johns",
    "America/Halifax",
    "America/Havana",
    "America/Santiago",
    "America/Asuncion",
    "America/Miquelon",
    "America/Nuuk",
    "America/Port-au-Prince",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "America/Toronto",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Windhoek",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Gaza",
    "Asia/Amman",
    "Asia/Tehran",
    "Australia/Sydney",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Antarctica/Troll",
    "Pacific/Norfolk",
    "Europe/Istanbul",
]
MINUTE = timedelta(minutes=1)


def first_minute_that_shows(wall: datetime, zone: ZoneInfo) -> datetime:
    """Found by looking at the clock every minute of eight hours."""
    offset = wall.replace(tzinfo=zone).utcoffset()
    assert offset is not None
    moment = (wall - offset - timedelta(hours=4)).replace(tzinfo=UTC)
    assert moment.astimezone(zone).replace(tzinfo=None) < wall
    for _ in range(8 * 60):
        if moment.astimezone(zone).replace(tzinfo=None) >= wall:
            return moment
        moment += MINUTE
    raise AssertionError(wall)


def changes(zone: ZoneInfo, year: int) -> list[datetime]:
    """The moments of a year at which the clocks change, to the hour."""
    found = []
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        after = moment + timedelta(hours=1)
        if moment.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            found.append(after)
        moment = after
    return found


def test_around_every_change_of_forty_zones_the_first_minute_is_meant() -> None:
    assert len(ZONES) >= 40
    checked = 0
    for name in ZONES:
        zone = ZoneInfo(name)
        for change in changes(zone, 2023) + changes(zone, 2014):
            for minutes in (-90, -31, -1, 0, 1, 45):
                wall = (change + timedelta(minutes=minutes)).astimezone(zone).replace(tzinfo=None, second=0)
                expected = first_minute_that_shows(wall, zone)
                assert instant(wall.date(), wall.time(), zone) == expected, (name, wall)
                shifted = wall + timedelta(minutes=30)  # may lie in the gap, or in what comes twice
                expected = first_minute_that_shows(shifted, zone)
                assert instant(shifted.date(), shifted.time(), zone) == expected, (name, shifted)
            checked += 1
    assert checked >= 80


def test_a_time_in_the_gap_is_the_first_minute_behind_it() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert instant(date(2026, 3, 29), time(2, 30), berlin) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert instant(date(2026, 10, 25), time(2, 30), berlin) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("at", [time(), time(12), time(23, 59)])
def test_the_day_samoa_left_out_is_the_midnight_behind_it(at: time) -> None:
    apia = ZoneInfo("Pacific/Apia")
    behind = instant(date(2011, 12, 30), at, apia)
    assert behind == datetime(2011, 12, 30, 10, tzinfo=UTC)
    assert day_of(behind, apia) == date(2011, 12, 31)


@given(st.dates(), st.times(), st.sampled_from(ZONES))
def test_no_day_of_any_calendar_is_too_far(day: date, at: time, name: str) -> None:
    assert instant(day, at, ZoneInfo(name)).tzinfo is UTC


@given(st.integers(0, 3_000_000_000), st.sampled_from(ZONES))
def test_a_day_starts_on_that_day(seconds: int, name: str) -> None:
    zone, moment = ZoneInfo(name), datetime.fromtimestamp(seconds, UTC)
    day = day_of(moment, zone)
    start = start_of(day, zone)
    assert start <= moment
    assert day_of(start, zone) == day
    assert day_of(start - timedelta(seconds=1), zone) < day


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "America", "a\0b", "x" * 5000, "Europe/"]
)
def test_a_zone_nobody_knows_is_another_one(name: str) -> None:
    other = timezone(timedelta(hours=3))
    assert zone_named(name, other) is other


def test_a_zone_has_a_name() -> None:
    assert zone_named("Asia/Tokyo", UTC) == ZoneInfo("Asia/Tokyo")


def test_days_are_counted_and_moved_within_the_calendar() -> None:
    assert days_between(date(2024, 2, 28), date(2024, 3, 1)) == 2
    assert moved(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert moved(date.max, 5) == date.max
    assert moved(date.min, -5) == date.min
