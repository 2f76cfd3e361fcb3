"""The present has a day and may be quiet."""

from datetime import date

from tests.present import a_present, at


def test_the_day_is_that_of_the_laptop() -> None:
    assert a_present("2026-11-24 00:30", "Asia/Tokyo").today == date(2026, 11, 24)
    assert a_present("2026-11-24 00:30", "Asia/Tokyo").day_of(at("2026-11-23 12:00")) == date(2026, 11, 23)


def test_nights_are_quiet() -> None:
    assert a_present("2026-11-24 23:30").quiet
    assert not a_present("2026-11-24 09:30").quiet
