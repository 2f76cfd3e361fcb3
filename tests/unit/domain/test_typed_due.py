from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.capture_days import Toward
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.domain.languages.de import GERMAN
from relate_desktop.domain.languages.en import ENGLISH
from relate_desktop.domain.recurrence import ByDay, Frequency
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.typed_due import TypedDue, read_due, read_length, zone_name
from relate_desktop.words.due import due_in_field
from tests.present import TODAY, a_present, at

PRESENT = a_present()


def typed(text: str) -> TypedDue | None:
    """What the words mean on Tuesday 24 November 2026, nine in the morning, in Berlin."""
    return read_due(text, LANGUAGES.values(), PRESENT)


def due(text: str) -> DueTime | None:
    found = typed(text)
    assert found is not None, text
    return found.due


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("tomorrow", date(2026, 11, 25)),
        ("fri", date(2026, 11, 27)),
        ("sun", date(2026, 11, 29)),
        ("in 10 days", date(2026, 12, 4)),
        ("2w", date(2026, 12, 8)),
        ("next week", date(2026, 11, 30)),
        ("12 Nov 2027", date(2027, 11, 12)),
        ("2026-12-24", date(2026, 12, 24)),
        ("before the 8th", date(2026, 12, 7)),
        ("end of the month", date(2026, 11, 30)),
        ("Tuesday 24 November 2026", TODAY),
        ("morgen", date(2026, 11, 25)),
        ("nächste Woche", date(2026, 11, 30)),
        ("in zwei Wochen", date(2026, 12, 8)),
    ],
)
def test_days_are_understood(text: str, day: date) -> None:
    assert due(text) == DueTime(day)


@pytest.mark.parametrize("text", ["friday 14:00", "Friday, 14:00", "fri at 2 pm", "am Freitag 14 Uhr"])
def test_a_day_with_an_hour_keeps_the_zone_it_was_meant_in(text: str) -> None:
    assert due(text) == DueTime(date(2026, 11, 27), time(14), "Europe/Berlin")


def test_an_hour_that_has_passed_today_is_tomorrows() -> None:
    assert due("8:00") == DueTime(date(2026, 11, 25), time(8), "Europe/Berlin")


@pytest.mark.parametrize("text", ["", "   ", "when there is room", "someday"])
def test_no_time_at_all_is_when_there_is_room(text: str) -> None:
    assert typed(text) == TypedDue(None)


@pytest.mark.parametrize(
    "text",
    [
        "bananas", "friday or monday", "friday bananas", "in march", "31 feb", "0000-00-00", "in 9999 years",
        "Monday 24 November 2026", "99999 days", "x" * 100_000,
    ],
)  # fmt: skip
def test_what_is_only_half_understood_is_no_time(text: str) -> None:
    assert typed(text) is None


def test_a_rule_is_read_with_its_first_day() -> None:
    found = typed("the last friday of every month")
    assert found is not None
    assert found.due == DueTime(date(2026, 11, 27))
    assert found.repeats is not None
    assert (found.repeats.frequency, found.repeats.by_day) == (Frequency.MONTHLY, (ByDay(4, -1),))


def test_a_date_that_may_be_two_says_the_other() -> None:
    found = typed("1/2")
    assert found == TypedDue(DueTime(date(2027, 2, 1)), other=date(2027, 1, 2))


def test_the_moment_is_where_the_laptop_is() -> None:
    found = typed("friday 14:00")
    assert found is not None
    assert found.moment(PRESENT) == at("2026-11-27 14:00")
    assert TypedDue(None).moment(PRESENT) is None


def test_a_zone_without_a_name_floats() -> None:
    assert zone_name(timezone(timedelta(hours=5, minutes=30))) == ""
    assert zone_name(PRESENT.here) == "Europe/Berlin"


def test_the_first_language_that_understands_counts() -> None:
    assert read_due("morgen", [ENGLISH], PRESENT) is None
    assert read_due("morgen", [ENGLISH, GERMAN], PRESENT) == TypedDue(DueTime(date(2026, 11, 25)))


@given(st.integers(-400, 4000), st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_what_a_field_shows_means_the_same_when_it_is_typed(days: int, hour: time | None) -> None:
    shown = DueTime(TODAY + timedelta(days=days), hour, "" if hour is None else "Europe/Berlin")
    assert due(due_in_field(shown, TODAY)) == shown


def test_a_field_without_a_day_means_the_same_when_it_is_typed() -> None:
    assert due(due_in_field(None, TODAY)) is None


_SAID = (
    "in at on every the last next friday monday 1 2 31 99 9999 days weeks years 14:00 25:99 am pm noon "
    "2026-02-30 30/2 before by morgen um jeden letzten uhr , . - ' 0 1h 3w"
)
_WORDS = st.sampled_from(_SAID.split())


@given(st.text(max_size=60) | st.lists(_WORDS, max_size=8).map(" ".join))
def test_nothing_that_can_be_typed_goes_wrong(text: str) -> None:
    found = typed(text)
    if found is not None and found.due is not None:
        found.moment(PRESENT)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("40 min", 40), ("1 h 30", 90), ("1:30", 90), ("90", 90), ("zwei stunden", 120), ("half an hour", 30)],
)
def test_lengths_are_read(text: str, minutes: int) -> None:
    assert read_length(text, LANGUAGES.values()) == minutes


@pytest.mark.parametrize("text", ["", "0", "long", "40 min and then some", "9" * 300, "99999"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert read_length(text, LANGUAGES.values()) is None


def test_a_weekday_may_mean_the_last_one() -> None:
    found = read_due("friday", LANGUAGES.values(), a_present("2026-11-24 09:00"), Toward.PAST)
    assert found is not None
    assert found.due == DueTime(date(2026, 11, 20))


@pytest.mark.parametrize(
    ("hours", "name"),
    [
        (9, "Etc/GMT-9"),
        (-5, "Etc/GMT+5"),
        (0, "Etc/UTC"),
        (5.5, ""),
        (14, "Etc/GMT-14"),
        (-12, "Etc/GMT+12"),
    ],
)
def test_a_bare_offset_of_whole_hours_has_a_name_as_well(hours: float, name: str) -> None:
    zone = timezone(timedelta(hours=hours))
    assert zone_name(zone) == name
    if name:
        moment = datetime(2026, 11, 24, tzinfo=UTC)
        assert moment.astimezone(ZoneInfo(name)).utcoffset() == moment.astimezone(zone).utcoffset()
