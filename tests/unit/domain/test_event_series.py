"""Occurrences of events in a window of time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.calendar_event import EventStatus
from relate_desktop.domain.event_series import MOST_A_DAY
from tests.unit.formats.icalendar.calendars import BERLIN, a_calendar, an_event, between, starts, utc

START = "DTSTART;TZID=Europe/Berlin:20260701T120000"
END = "DTEND;TZID=Europe/Berlin:20260701T130000"
JULY, AUGUST = utc(2026, 7, 1), utc(2026, 8, 1)


def test_an_event_that_happens_once_touches_the_window_or_not() -> None:
    data = a_calendar(an_event(START, END))
    assert starts(between(data, JULY, AUGUST)) == ["2026-07-01 10:00"]
    assert between(data, utc(2026, 7, 1, 10, 59), AUGUST)[0].key == ""
    assert between(data, utc(2026, 7, 1, 11), AUGUST) == ()
    assert between(data, utc(2026, 6, 1), utc(2026, 7, 1, 10)) == ()


def test_an_event_without_length_belongs_to_the_window_it_begins_in() -> None:
    data = a_calendar(an_event(START))
    noon = utc(2026, 7, 1, 10)
    assert len(between(data, noon, noon + timedelta(hours=1))) == 1
    assert between(data, noon - timedelta(hours=1), noon) == ()


def test_a_series_keeps_its_hour_when_clocks_change() -> None:
    data = a_calendar(an_event("DTSTART;TZID=Europe/Berlin:20261020T120000", "RRULE:FREQ=DAILY"))
    found = starts(between(data, utc(2026, 10, 24), utc(2026, 10, 27)))
    assert found == ["2026-10-24 10:00", "2026-10-25 11:00", "2026-10-26 11:00"]


def test_each_occurrence_is_named_for_good() -> None:
    data = a_calendar(an_event(START, END, "RRULE:FREQ=DAILY;COUNT=2"))
    assert [one.key for one in between(data, JULY, AUGUST)] == ["20260701T100000Z", "20260702T100000Z"]


def test_whole_days_are_the_days_of_whoever_looks() -> None:
    data = a_calendar(an_event("DTSTART;TZID=US/Pacific:20260704", "RRULE:FREQ=YEARLY"))
    found = between(data, JULY, AUGUST, ZoneInfo("Asia/Tokyo"))[0]
    assert (found.first_on, found.last_on, found.all_day) == (date(2026, 7, 4), date(2026, 7, 4), True)
    assert (found.starts_at, found.ends_at) == (utc(2026, 7, 3, 15), utc(2026, 7, 4, 15))
    assert found.key == "20260704"


def test_floating_hours_are_those_of_whoever_looks() -> None:
    data = a_calendar(an_event("DTSTART:20260701T120000"))
    assert starts(between(data, JULY, AUGUST, BERLIN)) == ["2026-07-01 10:00"]
    assert starts(between(data, JULY, AUGUST, ZoneInfo("Asia/Tokyo"))) == ["2026-07-01 03:00"]


def test_the_days_an_occurrence_touches_do_not_hold_the_midnight_it_ends_at() -> None:
    data = a_calendar(an_event("DTSTART:20260701T200000Z", "DTEND:20260703T000000Z"))
    found = between(data, JULY, AUGUST)[0]
    assert (found.first_on, found.last_on) == (date(2026, 7, 1), date(2026, 7, 2))


def test_exceptions_and_further_dates() -> None:
    data = a_calendar(
        an_event(
            START,
            END,
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "EXDATE;TZID=Europe/Berlin:20260708T120000",
            "RDATE:20260709T080000Z",
        )
    )
    found = starts(between(data, JULY, AUGUST))
    assert found == ["2026-07-01 10:00", "2026-07-09 08:00", "2026-07-15 10:00", "2026-07-22 10:00"]


def test_the_first_time_counts_even_outside_its_rule() -> None:
    data = a_calendar(an_event(START, "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3"))
    assert starts(between(data, JULY, AUGUST)) == ["2026-07-01 10:00", "2026-07-02 10:00", "2026-07-09 10:00"]


MASTER = an_event("UID:a", START, END, "SUMMARY:Coffee", "RRULE:FREQ=DAILY;COUNT=5")


def test_an_override_moves_one_occurrence_and_keeps_its_name() -> None:
    moved = an_event("UID:a", "RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T150000Z", "SUMMARY:Tea")
    found = between(a_calendar(MASTER, moved), JULY, AUGUST)
    assert [(one.key, one.event.title) for one in found][1] == ("20260702T100000Z", "Tea")
    assert starts(found)[1] == "2026-07-02 15:00"
    assert len(found) == 5


def test_an_override_may_move_into_the_window_from_outside() -> None:
    moved = an_event("UID:a", "RECURRENCE-ID:20260702T100000Z", "DTSTART:20260902T150000Z")
    data = a_calendar(MASTER, moved)
    assert starts(between(data, utc(2026, 9, 1), utc(2026, 10, 1))) == ["2026-09-02 15:00"]
    assert len(between(data, JULY, AUGUST)) == 4


@pytest.mark.parametrize(
    "line", ["RECURRENCE-ID:20260702T120000", "RECURRENCE-ID;VALUE=DATE:20260702",
             "RECURRENCE-ID;TZID=Europe/London:20260702T110000"],
)  # fmt: skip
def test_an_override_is_understood_by_any_spelling_of_its_time(line: str) -> None:
    found = between(a_calendar(MASTER, an_event(line, "DTSTART:20260702T150000Z")), JULY, AUGUST)
    assert len(found) == 5


def test_exchange_says_the_midnight_of_a_whole_day_that_moves() -> None:
    whole = an_event("DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=DAILY;COUNT=2")
    moved = an_event("RECURRENCE-ID;TZID=UTC+01:20260703T000000", "DTSTART;VALUE=DATE:20260710")
    found = between(a_calendar(whole, moved), JULY, AUGUST)
    assert [one.first_on.day for one in found] == [2, 10]


@pytest.mark.parametrize(
    "line", ["RECURRENCE-ID:20260703T000000Z", "RECURRENCE-ID:20260702T220000Z",
             "RECURRENCE-ID:20260703T050000Z", "RECURRENCE-ID:20260703T000000",
             "RECURRENCE-ID;TZID=Europe/Berlin:20260703T000000"],
)  # fmt: skip
def test_a_whole_day_is_also_named_by_its_midnight(line: str) -> None:
    whole = an_event("DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=DAILY;COUNT=2")
    moved = an_event(line, "DTSTART;TZID=Europe/Berlin:20260710T120000", "DURATION:PT1H")
    found = between(a_calendar(whole, moved), JULY, AUGUST)
    assert [(one.first_on.day, one.key) for one in found] == [(2, "20260702"), (10, "20260703")]


@pytest.mark.parametrize("line", ["RECURRENCE-ID:20260702T120000", "RECURRENCE-ID;VALUE=DATE:20260702"])
def test_an_override_has_the_name_that_its_occurrence_had_before(line: str) -> None:
    moved = an_event(line, "DTSTART:20260702T150000Z")
    assert between(a_calendar(MASTER, moved), JULY, AUGUST)[1].key == "20260702T100000Z"
    again = an_event("RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T160000Z", "SEQUENCE:1")
    assert len(between(a_calendar(MASTER, moved, again), JULY, AUGUST)) == 5


@pytest.mark.parametrize("line", ["RECURRENCE-ID:never", "RECURRENCE-ID:"])
def test_an_override_of_nobody_knows_what_does_not_stand_for_its_series(line: str) -> None:
    stray = an_event("UID:a", line, "DTSTART:20260720T150000Z")
    assert len(between(a_calendar(MASTER, stray), JULY, AUGUST)) == 6


def test_a_cancelled_occurrence_stays_and_says_so() -> None:
    gone = an_event("UID:a", "RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T100000Z", "STATUS:CANCELLED")
    found = between(a_calendar(MASTER, gone), JULY, AUGUST)
    assert [one.takes_place for one in found] == [True, False, True, True, True]


def test_the_later_word_on_an_occurrence_counts() -> None:
    one = an_event("RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T140000Z", "SEQUENCE:2")
    two = an_event("RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T150000Z", "SEQUENCE:1")
    assert "2026-07-02 14:00" in starts(between(a_calendar(MASTER, one, two), JULY, AUGUST))


def test_of_several_versions_of_an_event_the_latest_counts() -> None:
    early, late = an_event(START, "SEQUENCE:1"), an_event(START.replace("T12", "T15"), "SEQUENCE:2")
    for data in (a_calendar(early, late), a_calendar(late, early)):
        assert starts(between(data, JULY, AUGUST)) == ["2026-07-01 13:00"]
    unnumbered = an_event(START.replace("T12", "T15"))
    assert starts(between(a_calendar(an_event(START), unnumbered), JULY, AUGUST)) == ["2026-07-01 13:00"]


def test_from_then_on_all_occurrences_follow_the_override() -> None:
    later = an_event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260703T100000Z",
        "DTSTART;TZID=Europe/Berlin:20260703T140000",
        "DURATION:PT30M",
        "SUMMARY:Late",
    )
    found = between(a_calendar(MASTER, later), JULY, AUGUST)
    assert starts(found) == [
        "2026-07-01 10:00", "2026-07-02 10:00", "2026-07-03 12:00", "2026-07-04 12:00", "2026-07-05 12:00",
    ]  # fmt: skip
    assert [one.event.title for one in found] == ["Coffee", "Coffee", "Late", "Late", "Late"]
    assert found[-1].lasts == timedelta(minutes=30)


def test_an_override_of_what_is_taken_out_is_taken_out() -> None:
    master = MASTER.replace("END:VEVENT", "EXDATE:20260702T100000Z\nEND:VEVENT")
    moved = an_event("RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T150000Z")
    assert len(between(a_calendar(master, moved), JULY, AUGUST)) == 4


def test_an_override_without_its_series_stands_alone() -> None:
    found = between(
        a_calendar(an_event("RECURRENCE-ID:20260702T100000Z", "DTSTART:20260702T150000Z")), JULY, AUGUST
    )
    assert [(one.key, one.event.status) for one in found] == [("20260702T100000Z", EventStatus.CONFIRMED)]


def test_a_long_occurrence_that_began_before_the_window_is_in_it() -> None:
    data = a_calendar(
        an_event("DTSTART:20260601T000000Z", "DTEND:20260611T000000Z", "RRULE:FREQ=MONTHLY;COUNT=3")
    )
    assert starts(between(data, utc(2026, 7, 5), utc(2026, 7, 6))) == ["2026-07-01 00:00"]


def test_one_event_fills_no_window_beyond_measure() -> None:
    data = a_calendar(an_event("DTSTART:20260601T000000Z", "RRULE:FREQ=SECONDLY"))
    assert len(between(data, JULY, AUGUST)) <= 2_000


def test_windows_at_the_ends_of_time_are_windows() -> None:
    data = a_calendar(an_event(START, "RRULE:FREQ=DAILY"))
    last = datetime(9999, 12, 31, tzinfo=UTC)
    assert between(data, datetime(1, 1, 1, tzinfo=UTC), datetime(1, 2, 1, tzinfo=UTC)) == ()
    assert isinstance(between(data, last - timedelta(days=1), last, ZoneInfo("Asia/Tokyo")), tuple)


@pytest.mark.parametrize("rule", ["FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=SECONDLY;INTERVAL=7"])
def test_what_comes_every_minute_or_second_is_told_by_its_first_times_of_each_day(rule: str) -> None:
    data = a_calendar(an_event("DTSTART:20200701T120000Z", "DURATION:PT10S", f"RRULE:{rule}"))
    found = between(data, JULY, utc(2026, 7, 3))
    for day in (date(2026, 7, 1), date(2026, 7, 2)):
        assert sum(one.first_on == day for one in found) == MOST_A_DAY
    assert all(one.often for one in found)
    noon = between(data, utc(2026, 7, 1, 12), utc(2026, 7, 1, 13))
    assert len(noon) >= MOST_A_DAY - 10
    assert noon[0].starts_at <= utc(2026, 7, 1, 12) + timedelta(minutes=1)


def test_many_hours_and_minutes_of_a_daily_rule_come_often_as_well() -> None:
    minutes = ",".join(map(str, range(60)))
    hours = ",".join(map(str, range(24)))
    rule = f"RRULE:FREQ=DAILY;BYHOUR={hours};BYMINUTE={minutes}"
    data = a_calendar(an_event("DTSTART:20200701T000000Z", rule))
    assert len(between(data, JULY, AUGUST)) == 31 * MOST_A_DAY


def test_what_comes_every_hour_is_told_as_a_whole() -> None:
    data = a_calendar(an_event("DTSTART:20200701T120000Z", "RRULE:FREQ=HOURLY"))
    found = between(data, JULY, utc(2026, 7, 3))
    assert len(found) == 48
    assert not any(one.often for one in found)


def test_a_few_times_a_day_by_minutes_are_told_as_a_whole() -> None:
    data = a_calendar(an_event("DTSTART:20200701T120000Z", "RRULE:FREQ=MINUTELY;INTERVAL=90;BYHOUR=9,10,12"))
    found = between(data, JULY, AUGUST)
    assert len({one.first_on for one in found}) == 31
    assert not any(one.often for one in found)
