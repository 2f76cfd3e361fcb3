"""On which days rules fall, beside an independent implementation and by hand."""

import random
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice, takewhile

from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.recurrence import Frequency, LeapDay, MissingDay, Recurrence
from relate_desktop.domain.recurrence_text import RefusedRule, read_rule
from relate_desktop.domain.series import HORIZON, Series, after_done
from tests.work import calls

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MILLISECOND = 0.001
WINDOW = timedelta(days=900)


def a_rule(text: str, missing: MissingDay = MissingDay.LAST) -> Recurrence:
    rule = read_rule(text, missing=missing)
    assert not isinstance(rule, RefusedRule), (text, rule)
    return rule


def days(text: str, anchor: date, count: int, leap_day: LeapDay = LeapDay.FEBRUARY) -> list[str]:
    series = Series(a_rule(text), anchor, leap_day)
    found: list[str] = []
    day = series.first
    while day is not None and len(found) < count:
        found.append(day.isoformat())
        day = series.after(day)
    return found


def some(choice: random.Random, values: list[str], most: int) -> str:
    return ",".join(choice.sample(values, choice.randint(1, min(most, len(values)))))


def sane_rule(choice: random.Random) -> str:
    """A rule as calendars write them, any part of them at random."""
    frequency = choice.choice(list(Frequency))
    parts = [f"FREQ={frequency.value}"]
    if choice.random() < 0.5:
        parts.append(f"INTERVAL={choice.choice([1, 2, 3, 4, 6, 12, 18])}")
    if choice.random() < 0.4:
        counted = frequency in {Frequency.MONTHLY, Frequency.YEARLY} and choice.random() < 0.5
        values = [f"{nth}{day}" for nth in (1, 2, 3, 4, 5, -1, -2, -5) for day in DAYS] if counted else DAYS
        parts.append(f"BYDAY={some(choice, values, 4)}")
    if frequency is not Frequency.WEEKLY and choice.random() < 0.3:
        values = [str(number) for number in [*range(1, 32), -1, -2, -15, -31]]
        parts.append(f"BYMONTHDAY={some(choice, values, 4)}")
    if choice.random() < 0.25:
        parts.append(f"BYMONTH={some(choice, [str(number) for number in range(1, 13)], 4)}")
    if (
        frequency in {Frequency.MONTHLY, Frequency.YEARLY}
        and "DAY=" in "".join(parts)
        and choice.random() < 0.2
    ):
        parts.append(f"BYSETPOS={some(choice, ['1', '2', '-1', '-3', '5'], 2)}")
    if choice.random() < 0.3:
        parts.append(f"COUNT={choice.choice([1, 2, 5, 10, 30, 100])}")
    elif choice.random() < 0.3:
        parts.append(f"UNTIL={date(2020, 1, 1) + timedelta(days=choice.randint(0, 6000)):%Y%m%d}")
    if choice.random() < 0.3:
        parts.append(f"WKST={choice.choice(['SU', 'MO', 'SA'])}")
    return ";".join(parts)


def test_ten_thousand_sane_rules_fall_where_another_implementation_has_them() -> None:
    choice = random.Random(2026)
    compared = empty = refused = 0
    while compared < 10_000:
        text = sane_rule(choice)
        anchor = date(2015, 1, 1) + timedelta(days=choice.randint(0, 4000))
        rule = read_rule(text, missing=MissingDay.SKIP)
        if isinstance(rule, RefusedRule):
            refused += 1
            continue
        series, end = Series(rule, anchor), anchor + WINDOW
        ours = series.between(anchor, end, 40)
        empty += not ours
        if not ours and empty > 60:
            continue  # the other implementation needs a second to find out that there is nothing
        expected = theirs(text, anchor, end, 40)
        assert ours == expected, (text, anchor)
        later = anchor + timedelta(days=choice.randint(-9, WINDOW.days))
        reach = expected[-1] if len(expected) == 40 else end
        following = next((day for day in expected if day > later), None)
        found = series.after(later)
        assert (found if found is not None and found <= reach else None) == following, (text, anchor, later)
        compared += 1
    assert refused < 1500


def theirs(text: str, anchor: date, end: date, limit: int) -> tuple[date, ...]:
    """The days python-dateutil gives up to the end."""
    rule = rrulestr(text, dtstart=datetime.combine(anchor, time()))
    last = datetime.combine(end, time())
    return tuple(moment.date() for moment in islice(takewhile(lambda moment: moment <= last, rule), limit))


@given(st.integers(0, 2**32), st.integers(0, 4000), st.integers(-500, 5000))
def test_the_latest_day_is_the_one_before_the_next(seed: int, offset: int, distance: int) -> None:
    rule = read_rule(sane_rule(random.Random(seed)))
    if isinstance(rule, RefusedRule):
        return
    anchor = date(2015, 1, 1) + timedelta(days=offset)
    series = Series(rule, anchor)
    day = anchor + timedelta(days=distance)
    latest = series.on_or_before(day)
    if latest is None:
        first = series.first
        assert first is None or first > day
        return
    assert anchor <= latest <= day
    assert series.on_or_after(latest) == latest
    following = series.after(latest)
    assert following is None or following > day


class TestMissingDays:
    def test_the_thirty_first_is_the_last_day_of_shorter_months(self) -> None:
        assert days("FREQ=MONTHLY", date(2026, 1, 31), 5) == [
            "2026-01-31",
            "2026-02-28",
            "2026-03-31",
            "2026-04-30",
            "2026-05-31",
        ]

    def test_a_rule_may_ask_for_real_thirty_firsts_only(self) -> None:
        assert days("FREQ=MONTHLY;SKIP=OMIT", date(2026, 1, 31), 3) == [
            "2026-01-31",
            "2026-03-31",
            "2026-05-31",
        ]

    def test_29_february_is_kept_on_the_28th_by_default(self) -> None:
        assert days("FREQ=YEARLY", date(2024, 2, 29), 5) == [
            "2024-02-29",
            "2025-02-28",
            "2026-02-28",
            "2027-02-28",
            "2028-02-29",
        ]

    def test_29_february_is_kept_on_1_march_by_choice(self) -> None:
        assert days("FREQ=YEARLY", date(2024, 2, 29), 5, LeapDay.MARCH) == [
            "2024-02-29",
            "2025-03-01",
            "2026-03-01",
            "2027-03-01",
            "2028-02-29",
        ]
        named = days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2024, 2, 29), 2, LeapDay.MARCH)
        assert named == ["2024-02-29", "2025-03-01"]

    def test_a_monthly_31st_never_runs_into_march(self) -> None:
        assert days("FREQ=MONTHLY", date(2026, 1, 31), 2, LeapDay.MARCH)[1] == "2026-02-28"

    def test_the_anchor_day_is_not_forgotten_over_a_century(self) -> None:
        series = Series(a_rule("FREQ=MONTHLY"), date(1926, 1, 31))
        assert series.after(date(2026, 2, 1)) == date(2026, 2, 28)
        assert series.after(date(2026, 2, 28)) == date(2026, 3, 31)


class TestWeekdays:
    def test_the_last_friday_of_the_month(self) -> None:
        assert days("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 11, 24), 3) == [
            "2026-11-27",
            "2026-12-25",
            "2027-01-29",
        ]

    def test_the_last_working_day_of_the_month(self) -> None:
        text = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        assert days(text, date(2026, 1, 1), 3) == ["2026-01-30", "2026-02-27", "2026-03-31"]

    def test_the_start_of_the_week_decides_which_weeks_count(self) -> None:
        text = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU"
        monday = days(text + ";WKST=MO", date(1997, 8, 5), 9)
        sunday = days(text + ";WKST=SU", date(1997, 8, 5), 9)
        assert monday == ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]
        assert sunday == ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]

    def test_a_rule_may_begin_on_a_day_that_does_not_fit(self) -> None:
        assert days("FREQ=WEEKLY;BYDAY=MO;COUNT=2", date(2026, 11, 24), 5) == ["2026-11-30", "2026-12-07"]


class TestEnd:
    def test_a_count_is_used_up(self) -> None:
        assert days("FREQ=DAILY;INTERVAL=3;COUNT=3", date(2026, 12, 30), 9) == [
            "2026-12-30",
            "2027-01-02",
            "2027-01-05",
        ]

    def test_weeks_count_from_the_middle_of_the_first(self) -> None:
        series = Series(a_rule("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=10000"), date(2026, 11, 25))
        assert series.last == date(2026, 11, 25) + timedelta(days=(10_000 // 3) * 7)

    def test_the_day_of_until_still_counts(self) -> None:
        assert days("FREQ=DAILY;UNTIL=20261126", date(2026, 11, 25), 9) == ["2026-11-25", "2026-11-26"]

    def test_what_has_ended_has_a_latest_day_for_ever(self) -> None:
        series = Series(a_rule("FREQ=MONTHLY;COUNT=2"), date(2026, 1, 31))
        assert series.on_or_before(date(9999, 12, 31)) == date(2026, 2, 28)
        assert series.after(date(2026, 2, 28)) is None
        assert not series.endless

    def test_at_the_end_of_the_calendar_there_is_nothing(self) -> None:
        series = Series(a_rule("FREQ=YEARLY;INTERVAL=999"), date(9990, 1, 1))
        assert series.after(date(9990, 1, 1)) is None
        assert series.after(date.max) is None


def test_no_list_goes_beyond_the_horizon() -> None:
    listed = Series(a_rule("FREQ=DAILY"), date(2026, 1, 1)).between(
        date(2026, 1, 1), date(2090, 1, 1), 99_999
    )
    assert listed[-1] == date(2026, 1, 1) + HORIZON


def test_what_counts_from_its_last_doing_drifts_with_it() -> None:
    rule = a_rule("FREQ=WEEKLY;INTERVAL=2;X-RELATE-AFTER-DONE=TRUE")
    assert after_done(rule, date(2026, 11, 26)) == date(2026, 12, 10)


def test_no_rule_that_is_read_is_much_work() -> None:
    for text in hostile_but_read():
        rule = a_rule(text)
        for anchor in (date(1, 1, 1), date(1900, 2, 28), date(2026, 11, 24), date(9990, 1, 1)):
            series = Series(rule, anchor)
            assert calls(partial(around, series, date(2026, 11, 24))) < 400_000, text


def around(series: Series, day: date) -> None:
    """Asks for the days next to a day, both ways."""
    series.after(day)
    series.on_or_before(day)


def hostile_but_read() -> list[str]:
    """Rules inside every bound that are as sparse or as long as the bounds allow."""
    every = ",".join(DAYS)
    dates = ",".join(str(day) for day in range(1, 32))
    counted = ",".join(f"{nth}{day}" for nth in (1, 2, 3, 4, 5) for day in DAYS)
    ends = ["", ";COUNT=10000"]
    steps = [1, 2, 7, 365, 999]
    bodies = [
        "FREQ=DAILY;INTERVAL={}",
        "FREQ=DAILY;INTERVAL={};BYDAY=" + every,
        "FREQ=DAILY;INTERVAL={};BYMONTH=2;BYMONTHDAY=29;SKIP=OMIT",
        "FREQ=DAILY;INTERVAL={};BYMONTHDAY=31;BYDAY=MO;SKIP=OMIT",
        "FREQ=DAILY;INTERVAL={};BYMONTHDAY=" + dates,
        "FREQ=WEEKLY;INTERVAL={};BYMONTH=2;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL={};BYDAY=" + every,
        "FREQ=WEEKLY;INTERVAL={};BYDAY=MO,SU;BYMONTH=2;BYSETPOS=2",
        "FREQ=MONTHLY;INTERVAL={};BYMONTHDAY=31;SKIP=OMIT",
        "FREQ=MONTHLY;INTERVAL={};BYDAY=" + counted,
        "FREQ=MONTHLY;INTERVAL={};BYDAY=5MO;BYMONTH=2",
        "FREQ=MONTHLY;INTERVAL={};BYDAY=" + every + ";BYSETPOS=31",
        "FREQ=YEARLY;INTERVAL={};BYMONTH=2;BYMONTHDAY=29;SKIP=OMIT",
        "FREQ=YEARLY;INTERVAL={};BYDAY=" + every,
        "FREQ=YEARLY;INTERVAL={};BYDAY=" + every + ";BYSETPOS=366",
        "FREQ=YEARLY;INTERVAL={};BYDAY=53MO",
        "FREQ=YEARLY;INTERVAL={};BYMONTHDAY=" + dates + ";BYDAY=" + every,
        "FREQ=YEARLY;INTERVAL={};BYMONTH=2;BYDAY=5MO",
    ]
    return [body.format(step) + end for body in bodies for step in steps for end in ends]
