"""Rules of events as values."""

import pytest

from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.recurrence import ByDay


@pytest.mark.parametrize("step", Step)
def test_only_hours_minutes_and_seconds_come_several_times_a_day(step: Step) -> None:
    assert step.within_a_day == step.value.endswith(("HOURLY", "MINUTELY", "SECONDLY"))


def test_a_rule_with_any_part_is_not_plain() -> None:
    assert EventRule(Step.DAILY, interval=3).plain
    assert not EventRule(Step.DAILY, by_day=(ByDay(0),)).plain
    assert not EventRule(Step.DAILY, by_hour=(9,)).plain
