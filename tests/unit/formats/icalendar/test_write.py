"""Calendars that we write, as others read them."""

import json
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.outgoing_event import OutgoingEvent
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.write import read_back, write_calendar, written_title
from tests.unit.formats.icalendar.calendars import read_all

STAMP = datetime(2026, 1, 1, 12, tzinfo=UTC)
MORNING = timedelta(hours=8, minutes=30)
DAY = OutgoingEvent("day@relate", "Birthday of Ada", date(1990, 12, 10), rule="FREQ=YEARLY", alarm=MORNING)
HOUR = OutgoingEvent(
    "hour@relate", "Call, Ada; now", date(2026, 7, 1), time(9), "Europe/Berlin", alarm=timedelta(minutes=-15)
)
TASK = OutgoingEvent(
    "task@relate", "Paper", date(2026, 7, 1), time(9), "Europe/Berlin", task=True, alarm=STAMP
)
ROOM = OutgoingEvent("room@relate", "Some day", None, task=True)


def written(*items: OutgoingEvent) -> str:
    return write_calendar(items, STAMP, "Relate").decode()


def test_a_day_is_a_day_of_every_year_with_its_alarm() -> None:
    lines = written(DAY).split("\r\n")
    for line in (
        "DTSTART;VALUE=DATE:19901210",
        "DTEND;VALUE=DATE:19901211",
        "RRULE:FREQ=YEARLY",
        "TRANSP:TRANSPARENT",
        "TRIGGER:PT8H30M",
        "ACTION:DISPLAY",
        "UID:day@relate",
        "DTSTAMP:20260101T120000Z",
    ):
        assert line in lines


def test_an_hour_brings_the_rules_of_its_zone_along() -> None:
    text = written(HOUR)
    assert "DTSTART;TZID=Europe/Berlin:20260701T090000" in text
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin" in text
    assert "DTSTART:20250330T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    assert "RDATE" not in text
    assert "TRIGGER:-PT15M" in text


def test_each_zone_is_explained_once_and_clocks_without_a_rule_by_their_changes() -> None:
    casablanca = OutgoingEvent("c", "Tea", date(2026, 7, 1), time(9), "Africa/Casablanca")
    earlier = OutgoingEvent("e", "Call", date(2019, 7, 1), time(9), "Europe/Berlin")
    text = written(HOUR, casablanca, earlier)
    assert text.count("BEGIN:VTIMEZONE") == 2
    assert "DTSTART:20180325T020000" in text
    assert "RDATE:" in text


def test_a_task_is_due_and_its_alarm_counts_from_there() -> None:
    text = written(TASK)
    assert "DUE;TZID=Europe/Berlin:20260701T090000" in text
    assert "DTSTART" not in text.split("BEGIN:VTODO")[1]
    assert "TRIGGER;VALUE=DATE-TIME:20260101T120000Z" in text
    relative = written(OutgoingEvent("a", "b", date(2026, 7, 1), task=True, alarm=MORNING))
    assert "TRIGGER;RELATED=END:PT8H30M" in relative


def test_a_task_that_comes_back_says_from_when_it_counts() -> None:
    text = written(OutgoingEvent("a", "b", date(2026, 7, 1), rule="FREQ=DAILY", task=True))
    assert "DTSTART;VALUE=DATE:20260701" in text
    assert "DUE;VALUE=DATE:20260701" in text


def test_a_task_without_a_day_has_none() -> None:
    assert "DUE" not in written(ROOM)


def test_floating_hours_stay_floating() -> None:
    text = written(OutgoingEvent("a", "b", date(2026, 7, 1), time(9)))
    assert "DTSTART:20260701T090000\r\n" in text


def test_everything_is_read_back_as_it_was_meant() -> None:
    items = (DAY, HOUR, TASK, ROOM)
    meant = {item.uid: (written_title(item), item.on) for item in items}
    assert read_back(write_calendar(items, STAMP, "Relate")) == meant


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_title_is_read_back(title: str) -> None:
    for item in (OutgoingEvent("a", title, date(2026, 7, 1)), OutgoingEvent("b", title, None, task=True)):
        found = read_back(write_calendar([item], STAMP, title))
        assert found == {item.uid: (written_title(item), item.on)}


def test_what_we_write_we_read_as_a_calendar_of_ours() -> None:
    data = write_calendar([DAY, HOUR, TASK], STAMP, "Relate, mine")
    assert components(data).calendars[0].name == "Relate, mine"
    assert [one.title for one in read_all(data) if isinstance(one, EventDraft)] == [DAY.title, HOUR.title]
    assert json.dumps(str(Calendar.from_ical(data).get("method"))) == '"PUBLISH"'
