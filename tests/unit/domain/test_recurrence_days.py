"""The days one period of a rule holds, and how periods are numbered."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.recurrence import ByDay, Frequency, LeapDay, MissingDay, Recurrence
from relate_desktop.domain.recurrence_days import Period, days_of, grid_of, month_days

rules = st.builds(
    Recurrence,
    st.sampled_from(Frequency),
    st.integers(1, 50),
    by_day=st.sampled_from([(), (ByDay(2),), (ByDay(0), ByDay(6))]),
    week_start=st.integers(0, 6),
)
days = st.dates(date(2, 1, 1), date(9990, 1, 1))


@given(rules, days, days)
def test_a_day_lies_in_the_period_of_its_number(rule: Recurrence, anchor: date, day: date) -> None:
    grid = grid_of(rule, anchor)
    found = days_of(rule, anchor, LeapDay.FEBRUARY, grid.number_of(day))
    assert {grid.number_of(other) for other in found} <= {grid.number_of(day)}
    assert found == sorted(set(found))


@given(rules, days, st.integers(-5000, 5_000_000))
def test_the_grid_is_met_from_both_sides(rule: Recurrence, anchor: date, number: int) -> None:
    grid = grid_of(rule, anchor)
    behind, before = grid.from_number(number), grid.up_to_number(number)
    assert before <= number
    assert behind >= max(number, grid.first)
    assert (behind - grid.first) % grid.step == (before - grid.first) % grid.step == 0
    assert behind - max(number, grid.first) < grid.step
    assert number - before < grid.step


def test_daily_rules_with_conditions_are_searched_by_month() -> None:
    assert grid_of(Recurrence(Frequency.DAILY, 3), date(2026, 1, 1)).period is Period.DAY
    assert grid_of(Recurrence(Frequency.DAILY, 3, by_month=(1,)), date(2026, 1, 1)).period is Period.MONTH


def test_missing_days_of_a_month_are_its_last() -> None:
    rule = Recurrence(Frequency.MONTHLY, by_month_day=(30, 31, -1, -30))
    assert month_days(rule, 2026, 2) == {date(2026, 2, 28)}
    assert month_days(rule, 2026, 4) == {date(2026, 4, 1), date(2026, 4, 30)}


def test_missing_days_may_stay_away() -> None:
    rule = Recurrence(Frequency.MONTHLY, by_month_day=(30, 31), missing=MissingDay.SKIP)
    assert month_days(rule, 2026, 2) == set()


def test_friday_the_thirteenth_is_not_moved() -> None:
    rule = Recurrence(Frequency.MONTHLY, by_month_day=(31,), by_day=(ByDay(4),))
    anchor = date(2026, 1, 1)
    number = grid_of(rule, anchor).number_of(date(2026, 2, 1))
    assert days_of(rule, anchor, LeapDay.FEBRUARY, number) == []
