from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from relate_desktop.cli.due_words import parted_id, read_repeat, read_when
from relate_desktop.domain.errors import NotFoundError, UsageError
from relate_desktop.domain.recurrence import Frequency
from relate_desktop.domain.reminder import DueTime
from tests.open_book import a_book
from tests.present import a_present


def test_a_moment_keeps_the_zone_of_the_laptop(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        present = a_present()
        found = read_when("2026-11-27T14:00", book, present).due
        assert found == DueTime(date(2026, 11, 27), time(14), "Europe/Berlin")
        found = read_when("2026-11-27T14:00Z", book, present).due
        assert found == DueTime(date(2026, 11, 27), time(15), "Europe/Berlin")
        assert read_when(" 2026-11-27 ", book, present).due == DueTime(date(2026, 11, 27))


@pytest.mark.parametrize("text", ["", "  ", "0001-01-01T00:00+23:00", "2026-11-31", "x" * 5000])
def test_what_is_no_time_is_refused(tmp_path: Path, text: str) -> None:
    with a_book(tmp_path) as book, pytest.raises(UsageError):
        read_when(text, book, a_present())


def test_a_rule_is_read_for_the_hour_and_zone_of_what_repeats() -> None:
    due = DueTime(date(2026, 11, 27), time(14), "Europe/Berlin")
    rule = read_repeat("RRULE:FREQ=DAILY;UNTIL=20261130T120000Z", due, a_present())
    assert (rule.frequency, rule.until) == (Frequency.DAILY, date(2026, 11, 29))
    with pytest.raises(UsageError):
        read_repeat("FREQ=SECONDLY", due, a_present())


def test_an_id_is_a_letter_and_a_number() -> None:
    assert [parted_id(text) for text in ("r7", "R7", " p12 ", "7")] == [
        ("r", 7),
        ("r", 7),
        ("p", 12),
        ("r", 7),
    ]
    with pytest.raises(NotFoundError):
        parted_id("q7")


def test_a_moment_stays_that_moment_where_the_zone_has_no_name(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for offset in ("+05:30", "+09:00"):
            here = datetime.fromisoformat(f"2026-11-24T09:00{offset}").tzinfo
            assert here is not None
            present = replace(a_present(), here=here)
            due = read_when("2026-11-27T14:00+01:00", book, present).due
            assert due is not None
            assert due.moment(a_present()) == datetime.fromisoformat("2026-11-27T14:00+01:00")
