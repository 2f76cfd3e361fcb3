"""What vCalendar 1.0 says in its own way; the rules are examples of its specification."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.event_draft import EventDraft, EventRemark
from relate_desktop.domain.event_schedule import Lasts
from relate_desktop.domain.zone_rules import zone_of
from relate_desktop.formats.icalendar.version1 import rule_of, zone_of_calendar
from tests.unit.formats.icalendar.calendars import (
    a_calendar,
    an_event,
    between,
    read_all,
    read_one,
    starts,
    utc,
)

FIRST = datetime(2026, 7, 14, 9)  # noqa: DTZ001 - a wall time: the second Tuesday


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("D1 #10", "FREQ=DAILY;INTERVAL=1;COUNT=10"),
        ("D2 19971224T000000", "FREQ=DAILY;INTERVAL=2;UNTIL=19971224T000000"),
        ("W2 TU$ TH #0", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ("W1", "FREQ=WEEKLY;INTERVAL=1;COUNT=2"),
        ("MP1 1+ FR #10", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1FR;COUNT=10"),
        ("MP3 2- FR #17", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-2FR;COUNT=17"),
        ("MP2 1+ SU 1- SA #10", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SA;COUNT=10"),
        ("MP6 1+ 2- MO TU #2", "FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO,-2MO,1TU,-2TU;COUNT=2"),
        ("MD1 2 15 #10", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=2,15;COUNT=10"),
        ("MD1 3- LD #10", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-3,-1;COUNT=10"),
        ("YM1 6 7 #10", "FREQ=YEARLY;INTERVAL=1;BYMONTH=6,7;COUNT=10"),
        ("YD5 1 100 200 #10", "FREQ=YEARLY;INTERVAL=5;BYYEARDAY=1,100,200;COUNT=10"),
        ("MP1 3+ #4", "FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU;COUNT=4"),
        ("MP1 #4", "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU;COUNT=4"),
        ("D1#5", "FREQ=DAILY;INTERVAL=1;COUNT=5"),
        ("D1 0600 1200 #5", "FREQ=DAILY;INTERVAL=1;BYHOUR=6,12;BYMINUTE=0;COUNT=5"),
        ("MP FR #0", "FREQ=MONTHLY;INTERVAL=1;BYDAY=FR"),
        ("W MO WE #4", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=4"),
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("M5 #3", "M5 #3"),
    ],
)
def test_rules_of_old_calendars_become_rules_of_today(old: str, new: str) -> None:
    assert rule_of(old, FIRST) == new


@pytest.mark.parametrize(
    "old", ["M5 #3", "MP1 W1 #4", "W1 TU 0600 TH 1800 #4", "D1 0600 1230", "D1 FR", "W1 3+"]
)
def test_a_rule_nobody_else_can_say_is_told_and_not_followed(old: str) -> None:
    draft = read_one("DTSTART:20260714T090000", "DURATION:PT1H", f"RRULE:{old}", version="1.0")
    assert (draft.remarks, draft.repeats) == ((EventRemark.RULE,), False)


@given(st.text("DWMPY123 #+-LTZSU$", max_size=40))
def test_no_rule_raises(text: str) -> None:
    rule_of(text, FIRST)


def test_the_zone_of_a_calendar_has_summers_that_it_lists() -> None:
    zone = zone_of_calendar("TZ:-05\nDAYLIGHT:TRUE;-04;20260308T020000;20261101T020000;EST;EDT")
    assert zone is not None
    at = zone_of(zone)
    assert datetime(2026, 1, 1, 12, tzinfo=at).utcoffset() == timedelta(hours=-5)
    assert datetime(2026, 7, 1, 12, tzinfo=at).utcoffset() == timedelta(hours=-4)
    assert datetime(2026, 12, 1, 12, tzinfo=at).utcoffset() == timedelta(hours=-5)


def test_summer_may_stand_before_the_zone() -> None:
    summer, zone = "DAYLIGHT:TRUE;+02;20260329T010000Z;20261025T010000Z;;", "TZ:+01"
    assert zone_of_calendar(f"{summer}\n{zone}") == zone_of_calendar(f"{zone}\n{summer}")


def test_a_calendar_may_name_its_zone_and_one_nobody_knows_is_asked_for() -> None:
    event = an_event("DTSTART:20260701T120000", "DTEND:20260701T130000")
    data = a_calendar("TZ:Europe/Berlin", event, version="1.0")
    assert starts(between(data, utc(2026, 7, 1), utc(2026, 8, 1))) == ["2026-07-01 10:00"]
    (draft,) = read_all(a_calendar("TZ:Corporate", event, version="1.0"))
    assert isinstance(draft, EventDraft)
    assert (draft.unknown_zone, draft.schedule.zone) == ("Corporate", "")


@pytest.mark.parametrize("text", ["", "TZ:somewhere", "DAYLIGHT:TRUE;-04;x;y"])
def test_a_calendar_without_offset_has_no_zone(text: str) -> None:
    assert zone_of_calendar(text) is None


@pytest.mark.parametrize("line", ["DAYLIGHT:FALSE", "DAYLIGHT:TRUE;-04", "DAYLIGHT:TRUE;x;y;z"])
def test_a_summer_nobody_can_read_is_none(line: str) -> None:
    zone = zone_of_calendar(f"TZ:+05:30\n{line}")
    assert zone is not None
    assert len(zone.observances) == 1


def test_hours_of_an_old_calendar_are_those_of_its_zone() -> None:
    event = an_event("DTSTART:20260701T120000", "DTEND:20260701T130000", "RRULE:D1 #2")
    data = a_calendar("TZ:+02", event, version="1.0")
    assert starts(between(data, utc(2026, 7, 1), utc(2026, 8, 1))) == ["2026-07-01 10:00", "2026-07-02 10:00"]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["DTSTART:20260701T000000", "DTEND:20260702T000000"], 1),
        (["DTSTART:20260701T000000", "DTEND:20260703T235959"], 3),
        (["DTSTART:20260701T000000"], 1),
    ],
)
def test_old_calendars_say_whole_days_from_midnight_to_midnight(lines: list[str], days: int) -> None:
    found = read_one(*lines, version="1.0").schedule
    assert (found.all_day, found.lasts) == (True, Lasts(days))


def test_an_evening_that_ends_at_midnight_is_no_whole_day() -> None:
    found = read_one("DTSTART:20260701T200000", "DTEND:20260702T000000", version="1.0").schedule
    assert (found.all_day, found.lasts) == (False, Lasts(0, 14_400))
