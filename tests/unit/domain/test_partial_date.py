"""Dates with missing parts in every spelling of cards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.partial_date import PartialDate
from tests.cards import a_line

years = st.integers(1, 9999)
whole = st.dates().map(PartialDate.of)
partial = st.one_of(
    whole,
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: PartialDate(None, day.month, day.day)),
    st.builds(PartialDate, years),
    st.builds(PartialDate, years, st.integers(1, 12)),
    st.builds(lambda month: PartialDate(None, month), st.integers(1, 12)),
    st.builds(lambda day: PartialDate(None, None, day), st.integers(1, 31)),
)


@given(partial)
def test_both_spellings_read_back(day: PartialDate) -> None:
    assert PartialDate.parse(day.iso()) == day
    assert PartialDate.parse(day.basic()) == day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("--0412", "--04-12"),
        ("--04-12", "--04-12"),
        ("1985", "1985"),
        ("1985-04", "1985-04"),
        ("---12", "---12"),
        ("--04", "--04"),
        ("19850412", "1985-04-12"),
        ("1985-04-12", "1985-04-12"),
        ("1985/4/2", "1985-04-02"),
        ("1985-04-12T00:00:00Z", "1985-04-12"),
        ("1987-09-27T08:30:00-06:00", "1987-09-27"),
        ("19850412T102200.5+0130", "1985-04-12"),
        ("1985-04-12 10:22", "1985-04-12"),
        (" 1985-04-12 ", "1985-04-12"),
        ("0000-04-12", "--04-12"),
        ("--0229", "--02-29"),
    ],
)
def test_every_spelling_is_read(text: str, iso: str) -> None:
    day = PartialDate.parse(text)
    assert day is not None
    assert day.iso() == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "circa 1800",
        "206-12-15",
        "1985-13-01",
        "19850230",
        "--0230",
        "--0400",
        "12/04/1985",
        "T102200",
        "0000",
        "----",
    ],
)
def test_free_text_and_impossible_dates_are_none(text: str) -> None:
    assert PartialDate.parse(text) is None


@given(st.text("0123456789-/.T:Z+ ", max_size=24))
def test_no_text_breaks_reading(text: str) -> None:
    day = PartialDate.parse(text)
    assert day is None or PartialDate.parse(day.iso()) == day


def test_apples_year_for_no_year_is_none() -> None:
    line = a_line("BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-04-12")
    assert PartialDate.parse(line.text, line.parameters) == PartialDate(None, 4, 12)
    real = a_line("BDAY;X-APPLE-OMIT-YEAR=1604:1985-04-12")
    assert PartialDate.parse(real.text, real.parameters) == PartialDate(1985, 4, 12)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(None, None, None), (1985, None, 3), (1985, 2, 29), (None, 13, None), (10_000, 1, 1)],
)
def test_a_date_no_calendar_has_is_refused(year: int | None, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(year, month, day)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (PartialDate(2000, 2, 29), date(2001, 2, 28), 0),
        (PartialDate(2000, 2, 29), date(2001, 3, 1), 1),
        (PartialDate(1985, 4), date(2026, 4, 1), 41),
        (PartialDate(1985), date(2026, 1, 1), 41),
        (PartialDate(None, 4, 12), date(2026, 1, 1), None),
        (PartialDate(2030, 1, 1), date(2026, 1, 1), None),
    ],
)
def test_age_counts_whole_years(born: PartialDate, on: date, age: int | None) -> None:
    assert born.age(on) == age


@given(st.dates(), st.dates())
def test_whole_dates_order_as_days_do(one: date, other: date) -> None:
    assert (PartialDate.of(one) < PartialDate.of(other)) == (one < other)


def test_a_date_with_day_and_month_comes_round() -> None:
    assert PartialDate(None, 4, 12).recurs
    assert not PartialDate(None, 4, 12).whole
    assert not PartialDate(1985, 4).recurs
