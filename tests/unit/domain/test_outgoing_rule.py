"""Rules as other programs understand them: on the same days as here."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.event_rule import EventRule
from relate_desktop.domain.event_rule_text import read_event_rule
from relate_desktop.domain.event_rule_walls import walls
from relate_desktop.domain.outgoing_rule import rule_of_day, rule_outward
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import ByDay, Frequency, LeapDay, MissingDay, Recurrence
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.series import Series

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
PRESENT = Present(NOW, UTC)


def days(text: str, first: date, last: date) -> list[date]:
    anchor = datetime.combine(first, time())
    rule = read_event_rule(text, anchor)
    assert isinstance(rule, EventRule)
    return [wall.date() for wall in walls(rule, anchor, anchor, datetime.combine(last, time()))]


@pytest.mark.parametrize(
    ("leap_day", "expected"),
    [
        (LeapDay.FEBRUARY, [date(2024, 2, 29), date(2025, 2, 28), date(2026, 2, 28)]),
        (LeapDay.MARCH, [date(2024, 2, 29), date(2025, 3, 1), date(2026, 3, 1)]),
    ],
)
def test_the_leap_day_is_kept_as_the_user_keeps_it(leap_day: LeapDay, expected: list[date]) -> None:
    assert days(rule_of_day(2, 29, leap_day), date(2024, 2, 29), date(2026, 12, 31)) == expected


RULES = st.one_of(
    st.builds(Recurrence, st.sampled_from(Frequency), st.integers(1, 4)),
    st.builds(
        Recurrence,
        st.just(Frequency.WEEKLY),
        st.integers(1, 3),
        by_day=st.lists(st.builds(ByDay, st.integers(0, 6)), min_size=1, max_size=3, unique=True).map(tuple),
    ),
    st.builds(
        Recurrence,
        st.just(Frequency.MONTHLY),
        st.integers(1, 3),
        by_month_day=st.integers(1, 31).map(lambda day: (day,)),
        missing=st.sampled_from(MissingDay),
    ),
    st.builds(Recurrence, st.just(Frequency.MONTHLY), by_day=st.just((ByDay(4, -1),))),
)


@settings(max_examples=200, deadline=None)
@given(RULES, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.sampled_from(LeapDay))
def test_the_same_days_come_as_here(rule: Recurrence, began_on: date, leap_day: LeapDay) -> None:
    series = Series(rule, began_on, leap_day)
    first = series.first
    assert first is not None
    last = first + timedelta(days=1_500)
    text = rule_outward(rule, DueTime(first), began_on, Present(NOW, UTC, leap_day=leap_day))
    assert days(text, first, last) == [day for day in series.between(first, last) if day <= last]


def test_what_is_past_does_not_count_again() -> None:
    rule = Recurrence(Frequency.DAILY, count=5)
    text = rule_outward(rule, DueTime(date(2026, 1, 4)), date(2026, 1, 1), PRESENT)
    assert text == "FREQ=DAILY;UNTIL=20260105"


@pytest.mark.parametrize(
    ("due", "until"),
    [
        (DueTime(date(2026, 7, 1), time(9)), "20260703T090000"),
        (DueTime(date(2026, 7, 1), time(9), "Europe/Berlin"), "20260703T070000Z"),
    ],
)
def test_the_end_of_hours_is_an_hour(due: DueTime, until: str) -> None:
    rule = Recurrence(Frequency.DAILY, until=date(2026, 7, 3))
    assert rule_outward(rule, due, due.on, PRESENT) == f"FREQ=DAILY;UNTIL={until}"


def test_no_other_program_counts_from_the_day_something_was_done() -> None:
    assert (
        rule_outward(
            Recurrence(Frequency.DAILY, after_done=True), DueTime(date(2026, 1, 1)), date(2026, 1, 1), PRESENT
        )
        == ""
    )
