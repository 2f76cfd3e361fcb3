"""Rules of other programs' events as text."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_rule_text import read_event_rule
from relate_desktop.domain.recurrence import ByDay

ANCHOR = datetime(2026, 3, 2, 9, 30)


def read(text: str) -> EventRule:
    rule = read_event_rule(text, ANCHOR)
    assert isinstance(rule, EventRule)
    return rule


def test_every_part_of_the_standard_is_read() -> None:
    rule = read(
        "RRULE:FREQ=YEARLY;INTERVAL=2;BYSECOND=0,30;BYMINUTE=5;BYHOUR=9;BYDAY=-1SU,MO;BYMONTHDAY=1,-1;"
        "BYYEARDAY=-366;BYWEEKNO=53;BYMONTH=1,12;BYSETPOS=-1;WKST=SU;SKIP=FORWARD"
    )
    assert (rule.step, rule.interval, rule.week_start, rule.skip) == (Step.YEARLY, 2, 6, Skip.FORWARD)
    assert rule.by_day == (ByDay(6, -1), ByDay(0))
    assert (rule.by_second, rule.by_minute, rule.by_hour) == ((0, 30), (5,), (9,))
    assert (rule.by_month_day, rule.by_year_day, rule.by_week) == ((1, -1), (-366,), (53,))
    assert (rule.by_month, rule.by_position) == ((1, 12), (-1,))


@pytest.mark.parametrize(
    "text",
    [
        "freq=weekly;byday=mo,tu",
        "FREQ=WEEKLY\\;BYDAY=MO\\,TU",
        " FREQ = WEEKLY ; BYDAY=MO, TU ;".replace(" = ", "="),
        "BYDAY=MO,TU,MO;X-VENDOR=1;FREQ=WEEKLY;",
    ],
)
def test_a_rule_is_read_however_it_was_mangled(text: str) -> None:
    assert read(text) == EventRule(Step.WEEKLY, by_day=(ByDay(0), ByDay(1)))


def test_a_moment_as_the_end_becomes_a_wall_time_of_the_zone() -> None:
    rule = read_event_rule("FREQ=DAILY;UNTIL=20260310T233000Z", ANCHOR, lambda utc: utc + timedelta(hours=1))
    assert isinstance(rule, EventRule)
    assert rule.until == datetime(2026, 3, 11, 0, 30)


def test_a_day_as_the_end_counts_whole() -> None:
    assert read("FREQ=DAILY;UNTIL=20260310").until == datetime(2026, 3, 10, 23, 59, 59)


def test_a_count_becomes_the_time_of_its_last() -> None:
    assert read("FREQ=DAILY;COUNT=3").until == datetime(2026, 3, 4, 9, 30)
    assert read("FREQ=DAILY;COUNT=0").until is None
    assert read("FREQ=DAILY;COUNT=9;UNTIL=20260303").until == datetime(2026, 3, 3, 23, 59, 59)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "FREQ=FORTNIGHTLY",
        "INTERVAL=2",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYDAY=54MO",
        "FREQ=DAILY;UNTIL=20261350",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;SKIP=HOP",
        "FREQ=DAILY;WKST=XX",
        "RSCALE=HEBREW;FREQ=YEARLY",
        "FREQ=YEARLY;BYEASTER=0",
    ],
)
def test_what_is_no_rule_is_none(text: str) -> None:
    assert read_event_rule(text, ANCHOR) is None


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=100001",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;BYMINUTE=" + ",".join(map(str, range(60))) + ";BYSECOND=" + ",".join(map(str, range(60))),
        "FREQ=DAILY;X-LONG=" + "A" * 5000,
    ],
)
def test_what_only_wants_to_hold_somebody_up_is_refused(text: str) -> None:
    assert read_event_rule(text, ANCHOR) is None


@given(st.text(st.characters(codec="utf-8"), max_size=60).map(lambda text: f"FREQ=DAILY;BYDAY={text}"))
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_event_rule(text, ANCHOR), EventRule | None)
