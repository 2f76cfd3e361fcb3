"""Schedules as text."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_schedule import AlsoOn, Lasts, Replaces, Schedule
from relate_desktop.domain.recurrence import ByDay
from relate_desktop.domain.schedule_text import read_schedule, write_schedule
from relate_desktop.domain.zone_rules import FileZone, Observance

WALLS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)).map(lambda wall: wall.replace(microsecond=0))
NUMBERS = st.lists(st.integers(-366, 366), max_size=3).map(tuple)
LASTS = st.builds(Lasts, st.integers(0, 400), st.integers(0, 90_000))
RULES = st.builds(
    EventRule,
    step=st.sampled_from(Step),
    interval=st.integers(1, 99),
    until=st.none() | WALLS,
    by_second=NUMBERS,
    by_minute=NUMBERS,
    by_hour=NUMBERS,
    by_day=st.lists(st.builds(ByDay, st.integers(0, 6), st.none() | st.just(-1)), max_size=3).map(tuple),
    by_month_day=NUMBERS,
    by_year_day=NUMBERS,
    by_week=NUMBERS,
    by_month=NUMBERS,
    by_position=NUMBERS,
    week_start=st.integers(0, 6),
    skip=st.sampled_from(Skip),
)
SOME_RULES = st.lists(RULES, max_size=2).map(tuple)
OBSERVANCES = st.builds(
    Observance,
    WALLS,
    st.integers(-9, 9),
    st.integers(-9, 9),
    SOME_RULES,
    st.lists(WALLS, max_size=2).map(tuple),
)
ZONES = st.one_of(
    st.sampled_from(["", "UTC", "Europe/Berlin"]),
    st.builds(FileZone, st.text(max_size=5), st.lists(OBSERVANCES, max_size=2).map(tuple)),
)
SCHEDULES = st.builds(
    Schedule,
    starts=WALLS,
    lasts=LASTS,
    zone=ZONES,
    all_day=st.booleans(),
    rules=SOME_RULES,
    also=st.lists(st.builds(AlsoOn, WALLS, st.none() | LASTS), max_size=3).map(tuple),
    excluded=st.frozensets(WALLS, max_size=3),
    excluded_days=st.frozensets(st.dates(date(2, 1, 1)), max_size=3),
    excluded_rules=SOME_RULES,
    replaces=st.none() | st.builds(Replaces, WALLS, st.booleans(), st.booleans(), st.booleans()),
    sequence=st.integers(0, 99),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SCHEDULES)
def test_a_schedule_comes_back_as_it_was(schedule: Schedule) -> None:
    assert read_schedule(write_schedule(schedule)) == schedule


def test_what_goes_without_saying_is_not_said() -> None:
    assert write_schedule(Schedule(datetime(2026, 7, 1, 12))) == '{"at":"20260701T120000"}'


@pytest.mark.parametrize("text", ["", "{}", '{"at":"never"}'])
def test_a_text_that_is_no_schedule_raises(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        read_schedule(text)
