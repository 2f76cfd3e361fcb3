"""Rules as text: read, written, and refused where no reminder could mean them."""

from datetime import UTC, date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.recurrence import ByDay, Frequency, MissingDay, Recurrence
from relate_desktop.domain.recurrence_text import RefusedRule, RuleRefusal, read_rule, write_rule
from tests.work import calls

rules = st.builds(
    Recurrence,
    frequency=st.sampled_from([Frequency.MONTHLY, Frequency.YEARLY]),
    interval=st.integers(1, 999),
    count=st.none() | st.integers(1, 10_000),
    by_day=st.lists(
        st.builds(ByDay, st.integers(0, 6), st.none() | st.sampled_from([1, 2, 4, -1, -4])), unique=True
    ).map(tuple),
    by_month_day=st.lists(st.sampled_from([1, 15, 28, -1]), unique=True).map(tuple),
    by_month=st.lists(st.integers(1, 12), unique=True).map(tuple),
    week_start=st.integers(0, 6),
    missing=st.sampled_from(MissingDay),
)


@given(rules)
def test_what_is_written_reads_back(rule: Recurrence) -> None:
    assert read_rule(write_rule(rule)) == rule


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;UNTIL=20261224",
        "FREQ=WEEKLY;INTERVAL=2;X-RELATE-AFTER-DONE=TRUE",
        "FREQ=WEEKLY;BYDAY=MO,FR",
    ],
)
def test_spellings_are_kept(text: str) -> None:
    rule = read_rule(text)
    assert isinstance(rule, Recurrence)
    assert write_rule(rule) == text


def test_case_prefix_and_a_last_semicolon_do_not_matter() -> None:
    assert read_rule("rrule:freq=weekly;byday=mo;") == read_rule("FREQ=WEEKLY;BYDAY=MO")


@pytest.mark.parametrize(
    ("text", "at", "until"),
    [
        ("20261224", time(9), date(2026, 12, 24)),
        ("20261224T080000Z", time(9), date(2026, 12, 24)),
        ("20261224T075959Z", time(9), date(2026, 12, 23)),
        ("20261223T233000Z", time(0, 30), date(2026, 12, 24)),
        ("20261224T090000", time(9), date(2026, 12, 24)),
        ("20261224T000000Z", None, date(2026, 12, 24)),
    ],
)
def test_an_until_is_the_last_day_that_counts(text: str, at: time | None, until: date) -> None:
    rule = read_rule(f"FREQ=DAILY;UNTIL={text}", at=at, zone=ZoneInfo("Europe/Berlin"))
    assert isinstance(rule, Recurrence)
    assert rule.until == until


REFUSED = {
    RuleRefusal.FREQUENCY: ["FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=3", "FREQ=HOURLY", "FREQ=OFTEN", "FREQ="],
    RuleRefusal.BOUNDS: [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=1000",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=10001",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 100_000),
    ],
    RuleRefusal.PART: [
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=13",
        "FREQ=DAILY;BYDAY=-1FR",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=1",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=YEARLY;RSCALE=CHINESE",
        "FREQ=MONTHLY;SKIP=FORWARD",
        "FREQ=WEEKLY;COUNT=3;X-RELATE-AFTER-DONE=TRUE",
    ],
    RuleRefusal.NEVER: [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,31",
        "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=32",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    ],
    RuleRefusal.MALFORMED: [
        "",
        "every day",
        "FREQ",
        "INTERVAL=2",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20270231",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;INTERVAL=two",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=-1",
        "FREQ=DAILY;WKST=ONE",
        "FREQ=DAILY;\0=1",
        "FREQ=DAILY\nDTSTART:20260101",
    ],
}


@pytest.mark.parametrize(
    ("text", "reason"), [(text, reason) for reason, texts in REFUSED.items() for text in texts]
)
def test_what_cannot_be_meant_is_refused_at_once_and_kept(text: str, reason: RuleRefusal) -> None:
    assert calls(lambda: read_rule(text, at=time(9), zone=UTC)) < 10_000
    assert read_rule(text, at=time(9), zone=UTC) == RefusedRule(text, reason)


@given(st.text(max_size=60) | st.from_regex(r"(FREQ=[A-Z]{4,8};)?([A-Z]{2,9}=[0-9A-Z,+-]{0,9};?){0,5}"))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(read_rule(text), Recurrence | RefusedRule)
