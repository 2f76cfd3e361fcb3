"""Zones by the rules of their files, beside the world's own."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.recurrence import ByDay
from relate_desktop.domain.zone_rules import FileZone, Observance, utc_wall, zone_of

HOUR = 3600
LAST_SUNDAY_OF_MARCH = EventRule(Step.YEARLY, by_month=(3,), by_day=(ByDay(6, -1),))
LAST_SUNDAY_OF_OCTOBER = EventRule(Step.YEARLY, by_month=(10,), by_day=(ByDay(6, -1),))
EUROPE = FileZone(
    "Somewhere",
    (
        Observance(datetime(1996, 10, 27, 3), 2 * HOUR, HOUR, (LAST_SUNDAY_OF_OCTOBER,)),
        Observance(datetime(1981, 3, 29, 2), HOUR, 2 * HOUR, (LAST_SUNDAY_OF_MARCH,)),
    ),
)
BERLIN = ZoneInfo("Europe/Berlin")


@given(st.datetimes(datetime(1997, 1, 1), datetime(2037, 12, 31)))
def test_moments_have_the_wall_time_of_the_world(moment: datetime) -> None:
    at = moment.replace(tzinfo=UTC)
    ours, theirs = at.astimezone(zone_of(EUROPE)), at.astimezone(BERLIN)
    assert ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
    assert ours.fold == theirs.fold
    assert ours.astimezone(UTC) == at


@given(st.datetimes(datetime(1997, 1, 1), datetime(2037, 12, 31)), st.sampled_from([0, 1]))
def test_wall_times_mean_the_moments_of_the_world(wall: datetime, fold: int) -> None:
    wall = wall.replace(fold=fold)
    assert wall.replace(tzinfo=zone_of(EUROPE)).utcoffset() == wall.replace(tzinfo=BERLIN).utcoffset()


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("minute", [0, 30, 59])
def test_jumps_and_second_comings_are_read_as_the_world_reads_them(fold: int, minute: int) -> None:
    for day in (datetime(2026, 3, 29, 2, minute), datetime(2026, 10, 25, 2, minute)):
        wall = day.replace(fold=fold)
        assert wall.replace(tzinfo=zone_of(EUROPE)).utcoffset() == wall.replace(tzinfo=BERLIN).utcoffset()


def test_before_the_first_change_the_offset_before_it_holds() -> None:
    zone = zone_of(FileZone("Late", (Observance(datetime(2026, 1, 1), 0, HOUR),)))
    assert datetime(2025, 12, 31, tzinfo=zone).utcoffset() == timedelta(0)
    assert datetime(2026, 1, 2, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert zone.tzname(None) == "Late"
    assert zone.dst(None) is None


def test_a_zone_may_list_its_changes_one_by_one() -> None:
    dates = (datetime(2026, 5, 1),)
    zone = zone_of(FileZone("Listed", (Observance(datetime(2020, 1, 1), 0, HOUR, dates=dates),)))
    assert datetime(2026, 6, 1, tzinfo=zone).utcoffset() == timedelta(hours=1)


def test_a_moment_of_utc_becomes_a_wall_time() -> None:
    assert utc_wall(datetime(2026, 7, 1, 12), BERLIN) == datetime(2026, 7, 1, 14)
    assert utc_wall(datetime(9999, 12, 31, 23, 59), BERLIN) == datetime(9999, 12, 31, 23, 59)
