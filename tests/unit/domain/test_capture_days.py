"""To which day a time comes, seen from a Tuesday afternoon."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.capture_days import Resolved, Toward, resolved
from relate_desktop.domain.capture_tokens import tokenize
from relate_desktop.domain.capture_when import find_times
from relate_desktop.domain.capture_words import Part, Shape, Side, Unit, When
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.domain.recurrence_text import write_rule
from tests.capture_lines import MOMENT
from tests.present import a_present


def come(text: str, toward: Toward, code: str = "en", wall: str = MOMENT) -> Resolved:
    words = LANGUAGES[code].times
    (found,) = find_times(tokenize(text, dot_ordinals=words.dot_ordinals), words)
    return resolved(found.when, a_present(wall), toward)


@pytest.mark.parametrize(
    ("text", "toward", "days"),
    [
        ("Friday", Toward.PAST, ["2026-11-20"]),
        ("Friday", Toward.FUTURE, ["2026-11-27"]),
        ("Tuesday", Toward.PAST, ["2026-11-17", "2026-11-24"]),
        ("Tuesday", Toward.FUTURE, ["2026-12-01", "2026-11-24"]),
        ("last Tuesday", Toward.PAST, ["2026-11-17"]),
        ("next Friday", Toward.FUTURE, ["2026-12-04", "2026-11-27"]),
        ("next Monday", Toward.FUTURE, ["2026-11-30"]),
        ("a week from Friday", Toward.FUTURE, ["2026-12-04"]),
        ("12 Nov", Toward.PAST, ["2026-11-12"]),
        ("12 Nov", Toward.FUTURE, ["2027-11-12"]),
        ("12 Nov", Toward.NEAREST, ["2026-11-12"]),
        ("29 Feb", Toward.FUTURE, ["2028-02-29"]),
        ("the 31st", Toward.FUTURE, ["2026-12-31"]),
        ("the 31st", Toward.PAST, ["2026-10-31"]),
        ("3/4", Toward.FUTURE, ["2027-04-03", "2027-03-04"]),
        ("23/11", Toward.PAST, ["2026-11-23"]),
        ("before the 8th", Toward.FUTURE, ["2026-12-07"]),
        ("next week", Toward.FUTURE, ["2026-11-30"]),
        ("last week", Toward.PAST, ["2026-11-17"]),
        ("in 3 months", Toward.FUTURE, ["2027-02-24"]),
        ("this weekend", Toward.FUTURE, ["2026-11-28"]),
        ("the weekend", Toward.PAST, ["2026-11-21"]),
        ("the end of the month", Toward.FUTURE, ["2026-11-30"]),
        ("30 Feb", Toward.FUTURE, []),
    ],
)
def test_days(text: str, toward: Toward, days: list[str]) -> None:
    found = come(text, toward)
    assert [day.isoformat() for day in found.days] == days
    assert found.sure is (len(days) == 1)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("at 9", time(9)),
        ("at 4", time(16)),
        ("at 04:00", time(4)),
        ("5pm", time(17)),
        ("12am", time(0)),
        ("noon", time(12)),
        ("tomorrow morning", time(9)),
        ("tonight", time(18)),
        ("half past ten", time(10, 30)),
        ("at 24:00", time(0)),
    ],
)
def test_hours(text: str, at: time) -> None:
    assert come(text, Toward.FUTURE).at == at


def test_half_three_is_two_thirty() -> None:
    assert come("um halb drei", Toward.FUTURE, "de").at == time(14, 30)


def test_an_hour_that_has_passed_is_tomorrow() -> None:
    assert come("at 14:00", Toward.FUTURE).on == date(2026, 11, 25)
    assert come("at 16:00", Toward.FUTURE).on == date(2026, 11, 24)
    assert not come("at 16:00", Toward.PAST).sure


def test_minutes_pass_midnight() -> None:
    found = come("in 2 hours", Toward.FUTURE, wall="2026-11-24 23:10")
    assert (found.on, found.at) == (date(2026, 11, 25), time(1, 10))


@pytest.mark.parametrize(
    ("text", "first", "rule"),
    [
        ("every month", "2026-12-24", "FREQ=MONTHLY"),
        ("every 2 weeks", "2026-12-08", "FREQ=WEEKLY;INTERVAL=2"),
        ("every Monday", "2026-11-30", "FREQ=WEEKLY;BYDAY=MO"),
        ("every weekday", "2026-11-25", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("the last Friday of every month", "2026-11-27", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the 31st of every month", "2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=31"),
        ("every year on 3 March", "2027-03-03", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"),
        ("2 weeks after I mark it done", "2026-12-08", "FREQ=WEEKLY;INTERVAL=2;X-RELATE-AFTER-DONE=TRUE"),
    ],
)
def test_repetitions(text: str, first: str, rule: str) -> None:
    found = come(text, Toward.FUTURE)
    assert found.repeats is not None
    assert (found.on, write_rule(found.repeats)) == (date.fromisoformat(first), rule)


def test_what_is_no_day_is_not_sure() -> None:
    assert not come("in May", Toward.PAST).sure
    assert come("someday", Toward.FUTURE).room
    assert not resolved(When(Shape.EVERY, unit=Unit.HOUR), a_present(), Toward.FUTURE).sure


@given(
    st.builds(
        When,
        st.sampled_from(Shape),
        days=st.integers(-3, 7),
        side=st.none() | st.sampled_from(Side),
        n=st.none() | st.integers(0, 9999),
        unit=st.none() | st.sampled_from(Unit),
        weekday=st.none() | st.integers(0, 6),
        nth=st.none() | st.sampled_from([-1, 1, 5]),
        day=st.none() | st.integers(1, 31),
        month=st.none() | st.integers(1, 12),
        year=st.none() | st.integers(1, 2199),
        hour=st.none() | st.integers(0, 24),
        minute=st.integers(0, 59),
        part=st.none() | st.sampled_from(Part),
        before=st.booleans(),
        swapped=st.booleans(),
        minutes_added=st.sampled_from([-30, 0, 15]),
    ),
    st.sampled_from(Toward),
)
def test_no_time_breaks_it(when: When, toward: Toward) -> None:
    if when.swapped and (when.day is None or when.month is None or when.day > 12):
        return
    found = resolved(when, a_present(), toward)
    assert isinstance(found, Resolved)
