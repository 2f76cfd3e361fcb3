"""Times as calendars write them."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.event_schedule import Lasts
from relate_desktop.formats.icalendar.lines import content_lines
from relate_desktop.formats.icalendar.times import (
    SaidTime,
    items_in,
    read_length,
    read_offset,
    read_time,
    time_in,
    times_in,
)


def line(text: str) -> list[SaidTime | None]:
    return [time_in(one) for one in content_lines(text.encode())]


def test_a_time_is_of_utc_of_a_zone_or_of_none() -> None:
    noon = datetime(2026, 7, 1, 12)
    assert line("DTSTART:20260701T120000Z") == [SaidTime(noon, utc=True)]
    assert line("DTSTART;TZID=Europe/Berlin:20260701T120000") == [SaidTime(noon, zone="Europe/Berlin")]
    assert line("DTSTART:20260701T120000") == [SaidTime(noon)]
    assert line("DTSTART;TZID=Europe/Berlin:20260701T120000Z") == [SaidTime(noon, utc=True)]


@pytest.mark.parametrize(
    "text",
    [
        "DTSTART;VALUE=DATE:20260701",
        "DTSTART;TZID=US/Pacific:20260701",
        "DTSTART;VALUE=DATE;TZID=US/Pacific:20260701",
        "DTSTART:2026-07-01",
        "DTSTART;VALUE=DATE:20260701T000000",
    ],
)
def test_a_day_is_a_day_whatever_zone_stands_beside_it(text: str) -> None:
    assert line(text) == [SaidTime(datetime(2026, 7, 1), day=True)]


@pytest.mark.parametrize(
    "text", ["", "20260732", "2026", "20260701T250000", "00010101", "99990101", "20260701T1261"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


def test_the_end_of_a_day_and_leap_seconds_are_times() -> None:
    assert read_time("20260701T240000") == SaidTime(datetime(2026, 7, 2))
    assert read_time("20260701T235960Z") == SaidTime(datetime(2026, 7, 1, 23, 59, 59), utc=True)
    assert read_time("2026-07-01T12:00:00+02:00") == SaidTime(datetime(2026, 7, 1, 10), utc=True)


def test_lists_hold_days_times_and_periods() -> None:
    only = next(iter(content_lines(b"FREEBUSY:20260701T120000Z/PT1H,20260702T120000Z/20260702T130000Z,bad")))
    assert list(times_in(only)) == [
        (SaidTime(datetime(2026, 7, 1, 12), utc=True), Lasts(seconds=3600)),
        (SaidTime(datetime(2026, 7, 2, 12), utc=True), SaidTime(datetime(2026, 7, 2, 13), utc=True)),
        None,
    ]
    assert items_in(only) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1D", Lasts(1)),
        ("P2W", Lasts(14)),
        ("PT1H30M", Lasts(0, 5400)),
        ("-P0DT0H0M0S", Lasts()),
        ("P1DT12H", Lasts(1, 43_200)),
        ("-PT5M", None),
        ("P", None),
        ("PT", None),
        ("an hour", None),
    ],
)
def test_lengths(text: str, expected: Lasts | None) -> None:
    assert read_length(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("+0100", 3600), ("-0530", -19_800), ("+00:19:32", 1172), ("+9959", None), ("", None), ("0100", 3600)],
)
def test_offsets_are_less_than_a_day(text: str, expected: int | None) -> None:
    assert read_offset(text) == expected


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    read_time(text)
    read_length(text)
    read_offset(text)
