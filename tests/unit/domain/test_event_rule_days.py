"""The days of one period of a rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_rule_days import (
    day_rule,
    first_week,
    fits,
    month_length,
    periods,
    year_bounds,
)
from relate_desktop.domain.recurrence import ByDay


def days(rule: EventRule, anchor: date, first: date, last: date) -> list[date]:
    found = periods(day_rule(rule, anchor), first.toordinal(), last.toordinal())
    return [
        date.fromordinal(day)
        for period in found
        for day in period
        if first.toordinal() <= day <= last.toordinal()
    ]


def test_what_a_rule_leaves_unsaid_its_first_day_says() -> None:
    monthly = day_rule(EventRule(Step.MONTHLY), date(2026, 3, 17))
    assert monthly.month_days == (17,)
    yearly = day_rule(EventRule(Step.YEARLY), date(2026, 3, 17))
    assert (set(yearly.months), yearly.month_days) == ({3}, (17,))
    assert day_rule(EventRule(Step.WEEKLY), date(2026, 3, 17)).weekdays == {1}


def test_every_other_week_counts_from_the_week_it_began() -> None:
    rule = EventRule(Step.WEEKLY, 2, by_day=(ByDay(1), ByDay(6)), week_start=0)
    assert days(rule, date(1997, 8, 5), date(1997, 8, 5), date(1997, 8, 31)) == [
        date(1997, 8, 5),
        date(1997, 8, 10),
        date(1997, 8, 19),
        date(1997, 8, 24),
    ]
    sunday = EventRule(Step.WEEKLY, 2, by_day=(ByDay(1), ByDay(6)), week_start=6)
    assert days(sunday, date(1997, 8, 5), date(1997, 8, 5), date(1997, 8, 31)) == [
        date(1997, 8, 5),
        date(1997, 8, 17),
        date(1997, 8, 19),
        date(1997, 8, 31),
    ]


@pytest.mark.parametrize(
    ("skip", "expected"),
    [(Skip.OMIT, []), (Skip.BACKWARD, [date(2026, 2, 28)]), (Skip.FORWARD, [date(2026, 3, 1)])],
)
def test_a_day_the_month_does_not_have_goes_where_skip_says(skip: Skip, expected: list[date]) -> None:
    rule = EventRule(Step.MONTHLY, skip=skip, by_month_day=(30,), by_month=(2,))
    assert days(rule, date(2026, 1, 30), date(2026, 2, 1), date(2026, 3, 5)) == expected


@given(st.integers(1900, 2100), st.integers(0, 6))
def test_week_one_is_the_first_with_four_days_of_the_year(year: int, week_start: int) -> None:
    start = first_week(year, week_start)
    assert date.fromordinal(start).weekday() == week_start
    in_year = sum(date.fromordinal(start + offset).year == year for offset in range(7))
    before = sum(date.fromordinal(start - 7 + offset).year == year for offset in range(7))
    assert in_year >= 4 > before


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_week_one_is_that_of_iso_where_weeks_begin_on_monday(day: date) -> None:
    week = day.isocalendar().week
    assert fits(day_rule(EventRule(Step.DAILY, by_week=(week,)), day), day.toordinal())
    assert not fits(day_rule(EventRule(Step.DAILY, by_week=(week % 50 + 2,)), day), day.toordinal())


def test_days_of_the_year_are_counted_from_both_ends() -> None:
    rule = EventRule(Step.YEARLY, by_year_day=(1, -1, 366))
    found = days(rule, date(2024, 1, 1), date(2024, 1, 1), date(2025, 12, 31))
    assert found == [date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31)]


def test_months_and_years_know_their_length() -> None:
    assert (month_length(2024, 2), month_length(2100, 2), month_length(2026, 12)) == (29, 28, 31)
    assert year_bounds(2026) == (date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal())
