from datetime import date, datetime, timedelta

import pytest

from relate_desktop.words.dates import (
    day_in_row,
    elapsed,
    elapsed_days,
    full_day,
    full_moment,
    moment_in_row,
    month_name,
    parts_of_date,
    short_month_name,
)

TODAY = date(2026, 11, 24)  # a Tuesday
NOW = datetime(2026, 11, 24, 12).astimezone()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 18), "Wednesday"),
        (date(2026, 11, 17), "17 Nov"),
        (date(2026, 11, 30), "Monday"),
        (date(2026, 12, 1), "1 Dec"),
        (date(2025, 11, 12), "12 Nov 2025"),
    ],
)
def test_a_day_in_a_row(day: date, words: str) -> None:
    assert day_in_row(day, TODAY) == words


def test_a_moment_of_today_has_its_hour() -> None:
    assert moment_in_row(NOW.replace(hour=9, minute=5), NOW) == "today, 09:05"
    assert moment_in_row(NOW - timedelta(days=1), NOW) == "yesterday"


def test_a_day_and_a_moment_in_full() -> None:
    assert full_day(TODAY) == "Tuesday 24 November 2026"
    assert full_moment(NOW.replace(hour=9)) == "Tuesday 24 November 2026, 09:00"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (4, "4 days ago"),
        (7, "last week"),
        (14, "2 weeks ago"),
        (29, "4 weeks ago"),
        (30, "last month"),
        (61, "2 months ago"),
        (364, "12 months ago"),
        (365, "last year"),
        (800, "2 years ago"),
        (-1, "tomorrow"),
        (-3, "in 3 days"),
        (-21, "in 3 weeks"),
        (-90, "in 3 months"),
    ],
)
def test_elapsed_time_is_rough_on_purpose(days: int, words: str) -> None:
    assert elapsed(NOW - timedelta(days=days), NOW) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((1985, 3, 3), "3 March 1985"),
        ((None, 3, 3), "3 March"),
        ((1985, 3, None), "March 1985"),
        ((1985, None, None), "1985"),
        ((None, 3, None), "March"),
        ((None, None, 3), "day 3"),
        ((None, None, None), ""),
    ],
)
def test_a_date_says_what_is_known(parts: tuple[int | None, int | None, int | None], words: str) -> None:
    assert parts_of_date(*parts) == words


def test_every_month_has_both_names() -> None:
    assert all(month_name(month).startswith(short_month_name(month)) for month in range(1, 13))


def test_days_are_told_as_moments_are() -> None:
    assert elapsed_days(date(2026, 3, 10), date(2026, 3, 14)) == "4 days ago"
    assert elapsed_days(date(2026, 3, 15), date(2026, 3, 14)) == "tomorrow"
