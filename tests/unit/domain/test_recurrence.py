"""The values of a rule."""

from relate_desktop.domain.recurrence import ByDay, Frequency, Recurrence


def test_a_rule_without_conditions_is_plain() -> None:
    assert Recurrence(Frequency.DAILY, 3, count=2).plain
    assert not Recurrence(Frequency.WEEKLY, by_day=(ByDay(0),)).plain
    assert not Recurrence(Frequency.MONTHLY, by_month_day=(13,)).plain
    assert not Recurrence(Frequency.MONTHLY, by_month=(1,)).plain
