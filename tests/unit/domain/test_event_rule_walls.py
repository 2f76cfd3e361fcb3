"""The times of a rule, beside python-dateutil as the other implementation."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_rule_text import read_event_rule
from relate_desktop.domain.event_rule_walls import Patience, counted_end, times_of_day, walls
from tests.work import calls

ANCHOR = datetime(1997, 9, 2, 9, 0)
END = datetime(2040, 1, 1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def some(name: str, least: int, most: int, size: int = 3) -> st.SearchStrategy[str]:
    numbers = st.lists(st.integers(least, most).filter(bool), min_size=1, max_size=size, unique=True)
    return numbers.map(lambda chosen: f";{name}=" + ",".join(map(str, sorted(chosen))))


def maybe(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), part)


@st.composite
def rules(draw: st.DrawFn) -> str:
    step = draw(st.sampled_from(Step))
    text = f"FREQ={step.value};INTERVAL={draw(st.integers(1, 7))};WKST={draw(st.sampled_from(WEEKDAYS))}"
    text += draw(maybe(some("BYMONTH", 1, 12)))
    within = step is not Step.WEEKLY
    nth = step in {Step.MONTHLY, Step.YEARLY}
    days = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True)
    text += draw(maybe(days.map(lambda chosen: ";BYDAY=" + ",".join(chosen))))
    if nth and "BYDAY" not in text:
        numbered = st.tuples(st.sampled_from([-2, -1, 1, 2, 4]), st.sampled_from(WEEKDAYS))
        text += draw(maybe(numbered.map(lambda pair: f";BYDAY={pair[0]:+}{pair[1]}")))
    if within:
        text += draw(maybe(some("BYMONTHDAY", -31, 31)))
    if step is Step.YEARLY and "BYMONTHDAY" not in text:
        text += draw(maybe(some("BYYEARDAY", -366, 366)))
    text += draw(maybe(some("BYHOUR", 1, 23, 2)))
    text += draw(maybe(some("BYMINUTE", 1, 59, 2)))
    if not step.within_a_day and text.count("BY"):
        text += draw(maybe(some("BYSETPOS", -3, 3, 2)))
    return text


def dateutil(text: str, anchor: datetime) -> list[datetime]:
    """What the other implementation makes of it; it refuses rules that fall nowhere."""
    try:
        return list(rrulestr(text, dtstart=anchor))
    except ValueError:
        return []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rules(), st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)), st.integers(0, 3000))
def test_every_rule_falls_where_the_other_implementation_has_it(
    text: str, anchor: datetime, later: int
) -> None:
    anchor = anchor.replace(microsecond=0)
    rule = read_event_rule(text, anchor)
    assert isinstance(rule, EventRule)
    days = 1 if rule.step.within_a_day else 800
    first = anchor + timedelta(days=later % 3 if rule.step.within_a_day else later)
    last = first + timedelta(days=days)
    ours = list(islice(walls(rule, anchor, first, last, Patience(10**9)), 2000))
    theirs = [wall for wall in dateutil(f"{text};UNTIL={last:%Y%m%dT%H%M%S}", anchor) if wall >= first]
    assert ours == theirs[:2000]


@settings(max_examples=25, deadline=None)
@given(rules(), st.integers(1, 40))
def test_a_count_ends_where_counting_off_ends(text: str, count: int) -> None:
    last = datetime(1997, 9, 12) if Step(text[5:].split(";", maxsplit=1)[0]).within_a_day else END
    theirs = dateutil(f"{text};UNTIL={last:%Y%m%dT%H%M%S}", ANCHOR)
    if len(theirs) < count:
        return
    counted = read_event_rule(f"{text};COUNT={count}", theirs[0])
    assert isinstance(counted, EventRule)
    assert counted.until == dateutil(f"{text};COUNT={count}", theirs[0])[-1]


def test_a_first_time_outside_its_own_rule_counts() -> None:
    rule = EventRule(Step.MONTHLY, by_month_day=(15,))
    assert counted_end(rule, ANCHOR, 3) == datetime(1997, 10, 15, 9, 0)


def test_a_week_and_a_day_of_the_year_have_both_to_be_named() -> None:
    anchor = datetime(2009, 1, 2, 10)
    rule = read_event_rule("FREQ=YEARLY;BYWEEKNO=-1;BYYEARDAY=-1;BYDAY=MO,FR", anchor)
    assert rule is not None
    found = walls(rule, anchor, anchor, datetime(2012, 1, 1))
    assert list(found) == [datetime(2010, 12, 31, 10)]


def test_what_repeats_without_parts_is_counted_without_going_there() -> None:
    assert counted_end(EventRule(Step.SECONDLY), ANCHOR, 1_000_000_000) == ANCHOR + timedelta(
        seconds=999_999_999
    )
    assert counted_end(EventRule(Step.DAILY, 10), ANCHOR, 10**12) is None


def test_several_hours_and_minutes_make_every_pair_of_them() -> None:
    rule = EventRule(Step.DAILY, by_hour=(18, 9), by_minute=(30, 0))
    assert times_of_day(rule, ANCHOR) == (32_400, 34_200, 64_800, 66_600)


HOSTILE = [
    *(f"FREQ={step.value}{extra}" for step in Step for extra in (
        "", ";BYMONTH=2;BYMONTHDAY=30", ";COUNT=1000000000", ";BYMONTH=2;BYMONTHDAY=30;COUNT=1000000000",
        ";BYSETPOS=-366", ";BYDAY=MO;BYSETPOS=366;COUNT=10000", ";UNTIL=99980101T000000", ";INTERVAL=100000",
        ";BYYEARDAY=-366;BYMONTH=6;COUNT=10000", ";BYWEEKNO=53;BYMONTH=7;COUNT=10000",
        ";BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;COUNT=10000",
        ";INTERVAL=2;BYSECOND=1,3,5,7,9,11,13,15,17,19;COUNT=10000",
        ";INTERVAL=7919;BYMINUTE=1;BYSECOND=1;BYHOUR=1;COUNT=10000", ";BYDAY=-53SU;BYMONTHDAY=31;COUNT=9999",
    )),
    "FREQ=YEARLY;COUNT=9999;BYDAY=" + ",".join(f"{nth}{day}" for nth in range(1, 54) for day in WEEKDAYS[:5]),
    "FREQ=MINUTELY;BYSECOND=" + ",".join(map(str, range(60))),
    "FREQ=SECONDLY;BYMINUTE=59;BYHOUR=23;BYMONTH=2;BYMONTHDAY=29;BYSECOND=" + ",".join(map(str, range(59))),
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_rule_holds_anybody_up(text: str) -> None:
    def expand() -> None:
        rule = read_event_rule(text, ANCHOR)
        if isinstance(rule, EventRule):
            list(islice(walls(rule, ANCHOR, datetime(2026, 12, 1), datetime(2026, 12, 31)), 2000))

    assert calls(expand) < 500_000


def test_patience_ends() -> None:
    patience = Patience(2)
    assert [patience.spent() for _ in range(3)] == [False, False, True]
    never = EventRule(Step.DAILY, by_month=(2,), by_month_day=(30,))
    assert list(walls(never, ANCHOR, ANCHOR, datetime(9000, 1, 1))) == []
