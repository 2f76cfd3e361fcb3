"""Moments on their days, with ages, in common years and leap years."""

from datetime import date

import pytest

from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment, day_in_year, days_in, days_of_the_year, moments_of, told_on
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.recurrence import LeapDay
from tests.cards import a_contact, lines
from tests.present import a_moment


def test_a_card_has_moments_that_come_round() -> None:
    contact = a_contact("BDAY:1991-11-26", "ANNIVERSARY:20100612", "BDAY:1985", "BDAY:one summer")
    assert [(moment.kind, moment.date.iso()) for moment in moments_of(contact)] == [
        (DateKind.BIRTHDAY, "1991-11-26"),
        (DateKind.ANNIVERSARY, "2010-06-12"),
    ]


def test_an_own_word_for_a_day_is_kept() -> None:
    contact = a_contact("item1.X-ABDATE:2019-05-01", "item1.X-ABLabel:Met in Porto")
    assert [moment.label for moment in moments_of(contact)] == ["Met in Porto"]


def test_who_has_died_has_no_birthday() -> None:
    contact = a_contact("BDAY:1931-11-26", "DEATHDATE:2024-02-01")
    assert [moment.kind for moment in moments_of(contact)] == [DateKind.DEATH]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:19850415", "--04-15"),
        ("bday:--0229", "--02-29"),
        ("ANNIVERSARY:2010-06-01", "--06-01"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1999-05-06;1;;", "--05-06"),
        ("item1.X-ABDATE:2019-05-01", "--05-01"),
    ],
)
def test_a_card_names_days_of_the_year(line: str, day: str) -> None:
    assert days_of_the_year(lines("FN:Ada", line)) == (day,)


@pytest.mark.parametrize("value", ["1985", "1985-04", "soon", ""])
def test_what_does_not_come_round_is_no_day_of_the_year(value: str) -> None:
    assert days_of_the_year(lines(f"BDAY:{value}")) == ()


def test_a_card_without_dates_has_no_day_of_the_year() -> None:
    assert days_of_the_year(lines("FN:Ada")) == ()


def test_ages_are_counted_where_the_year_is_known() -> None:
    start, end = date(2026, 11, 20), date(2026, 11, 30)
    (day,) = days_in(a_moment("1991-11-26"), start, end, LeapDay.FEBRUARY)
    assert (day.on, day.years, day.days_from(date(2026, 11, 24))) == (date(2026, 11, 26), 35, 2)
    (day,) = days_in(a_moment("--1126"), start, end, LeapDay.FEBRUARY)
    assert day.years is None


def test_impossible_ages_are_not_told() -> None:
    assert (
        days_in(a_moment("1604-11-26"), date(2026, 11, 26), date(2026, 11, 26), LeapDay.MARCH)[0].years
        is None
    )
    born = days_in(a_moment("2026-11-26"), date(2026, 11, 26), date(2026, 11, 26), LeapDay.MARCH)
    assert [day.years for day in born] == [None]
    assert days_in(a_moment("2027-11-26"), date(2026, 1, 1), date(2026, 12, 31), LeapDay.MARCH) == ()


def test_29_february_is_kept_as_the_user_has_it() -> None:
    for moment in (a_moment("1992-02-29"), a_moment("--02-29")):
        assert day_in_year(moment, 2028, LeapDay.FEBRUARY) == date(2028, 2, 29)
        assert day_in_year(moment, 2027, LeapDay.FEBRUARY) == date(2027, 2, 28)
        assert day_in_year(moment, 2027, LeapDay.MARCH) == date(2027, 3, 1)


def test_what_happens_once_does_not_come_back() -> None:
    move = a_moment("2026-11-30", yearly=False, ahead=3)
    (day,) = days_in(move, date(2026, 1, 1), date(2030, 1, 1), LeapDay.FEBRUARY)
    assert (day.on, day.years, told_on(day)) == (date(2026, 11, 30), None, date(2026, 11, 27))


def test_over_the_new_year_both_years_are_looked_at() -> None:
    days = days_in(a_moment("--01-02"), date(2026, 12, 24), date(2027, 1, 3), LeapDay.FEBRUARY)
    assert [day.on for day in days] == [date(2027, 1, 2)]


def test_a_date_without_a_day_has_none() -> None:
    assert day_in_year(Moment(DateKind.OTHER, PartialDate(1985), None), 2026, LeapDay.FEBRUARY) is None
