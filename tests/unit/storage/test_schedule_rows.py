import json
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_schedule import AlsoOn, Lasts, Replaces, Schedule
from relate_desktop.domain.recurrence import ByDay
from relate_desktop.domain.zone_rules import FileZone, Observance
from relate_desktop.storage.schedule_rows import schedule_column, schedule_of

WALLS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001 - wall times
NUMBERS = st.lists(st.integers(-366, 366), max_size=3).map(tuple)
DAYS = st.lists(st.builds(ByDay, st.integers(0, 6), st.none() | st.integers(-5, 5)), max_size=3).map(tuple)
RULES = st.builds(
    EventRule,
    st.sampled_from(Step),
    st.integers(1, 99),
    st.none() | WALLS,
    *(NUMBERS, NUMBERS, NUMBERS, DAYS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    st.integers(0, 6),
    st.sampled_from(Skip),
)
LASTS = st.builds(Lasts, st.integers(0, 40), st.integers(0, 90_000))
ZONES = st.sampled_from(["", "Europe/Berlin", "UTC"]) | st.builds(
    FileZone,
    st.text(max_size=5),
    st.lists(
        st.builds(
            Observance,
            WALLS,
            st.integers(-50_000, 50_000),
            st.integers(-50_000, 50_000),
            st.lists(RULES, max_size=1).map(tuple),
            st.lists(WALLS, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)
SCHEDULES = st.builds(
    Schedule,
    starts=WALLS,
    lasts=LASTS,
    zone=ZONES,
    all_day=st.booleans(),
    rules=st.lists(RULES, max_size=2).map(tuple),
    also=st.lists(st.builds(AlsoOn, WALLS, st.none() | LASTS), max_size=2).map(tuple),
    excluded=st.frozensets(WALLS, max_size=3),
    excluded_days=st.frozensets(st.dates(date(1900, 1, 1)), max_size=2),
    excluded_rules=st.lists(RULES, max_size=1).map(tuple),
    replaces=st.none() | st.builds(Replaces, WALLS, st.booleans(), st.booleans(), st.booleans()),
    sequence=st.integers(0, 1000),
)


@given(SCHEDULES)
def test_a_schedule_comes_back_as_it_was(schedule: Schedule) -> None:
    assert schedule_of(json.loads(json.dumps(schedule_column(schedule)))) == schedule
