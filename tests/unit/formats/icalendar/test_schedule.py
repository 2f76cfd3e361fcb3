"""When an event takes place, from its lines."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import date, datetime

import pytest

from relate_desktop.domain.event_draft import EventDraft, EventRefusal, RefusedEvent
from relate_desktop.domain.event_schedule import AlsoOn, Lasts, Replaces, Schedule
from tests.unit.formats.icalendar.calendars import a_calendar, read_all, read_one

START = "DTSTART;TZID=Europe/Berlin:20260701T120000"


def schedule(*lines: str, version: str = "2.0") -> Schedule:
    return read_one(*lines, version=version).schedule


@pytest.mark.parametrize(
    ("lines", "lasts"),
    [
        ([START, "DTEND;TZID=Europe/Berlin:20260701T133000"], Lasts(0, 5400)),
        ([START, "DTEND;TZID=Europe/London:20260701T120000"], Lasts(0, 3600)),
        ([START, "DTEND:20260701T110000Z"], Lasts(0, 3600)),
        ([START, "DTEND:20260701T130000"], Lasts(0, 3600)),
        ([START, "DURATION:P1DT1H"], Lasts(1, 3600)),
        ([START], Lasts()),
        (["DTSTART;VALUE=DATE:20260701"], Lasts(1)),
        (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704"], Lasts(3)),
        (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260701"], Lasts(1)),
        (["DTSTART;VALUE=DATE:20260701", "DTEND:20260702T120000"], Lasts(2)),
        (["DTSTART;VALUE=DATE:20260701", "DURATION:PT36H"], Lasts(2)),
        (["DTSTART;TZID=Europe/Berlin:20260328T120000", "DTEND;TZID=Europe/Berlin:20260329T120000"],
         Lasts(0, 23 * 3600)),
        (["DTSTART;TZID=Europe/Berlin:20260329T021500", "DTEND;TZID=Europe/Berlin:20260329T031500"],
         Lasts(0, 3600)),
    ],
)  # fmt: skip
def test_how_long_it_lasts(lines: list[str], lasts: Lasts) -> None:
    assert schedule(*lines).lasts == lasts


def test_an_all_day_event_of_outlook_is_of_whole_days() -> None:
    found = schedule(
        "DTSTART;TZID=Europe/Berlin:20260701T000000",
        "DTEND;TZID=Europe/Berlin:20260702T000000",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    )
    assert (found.all_day, found.lasts) == (True, Lasts(1))


def test_exceptions_are_wall_times_of_the_event_whatever_zone_they_are_said_in() -> None:
    found = schedule(
        START,
        "EXDATE:20260702T100000Z",
        "EXDATE;TZID=Europe/London:20260703T110000",
        "EXDATE:20260704T120000",
        "EXDATE;VALUE=DATE:20260705",
    )
    assert found.excluded == {datetime(2026, 7, day, 12) for day in (2, 3, 4)}
    assert found.excluded_days == {date(2026, 7, 5)}


def test_further_dates_may_have_a_length_of_their_own() -> None:
    found = schedule(
        START, "RDATE;VALUE=PERIOD:20260702T100000Z/PT30M,20260703T100000Z/20260703T103000Z", "RDATE:20260704"
    )
    half = Lasts(0, 1800)
    assert found.also == (
        AlsoOn(datetime(2026, 7, 2, 12), half),
        AlsoOn(datetime(2026, 7, 3, 12), half),
        AlsoOn(datetime(2026, 7, 4, 12)),
    )


def test_a_period_is_as_long_as_it_takes_when_clocks_change() -> None:
    found = schedule(START, "RDATE;VALUE=PERIOD:20261024T220000Z/20261025T060000Z")
    assert found.also == (AlsoOn(datetime(2026, 10, 25), Lasts(0, 8 * 3600)),)


@pytest.mark.parametrize(
    ("line", "replaces"),
    [
        ("RECURRENCE-ID;TZID=Europe/Berlin:20260708T120000", Replaces(datetime(2026, 7, 8, 10), utc=True)),
        ("RECURRENCE-ID:20260708T100000Z", Replaces(datetime(2026, 7, 8, 10), utc=True)),
        ("RECURRENCE-ID:20260708T120000", Replaces(datetime(2026, 7, 8, 12))),
        ("RECURRENCE-ID;VALUE=DATE:20260708", Replaces(datetime(2026, 7, 8), day=True)),
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20260708T100000Z",
            Replaces(datetime(2026, 7, 8, 10), utc=True, and_future=True),
        ),
    ],
)
def test_which_occurrence_it_stands_for(line: str, replaces: Replaces) -> None:
    assert schedule(START, line).replaces == replaces


def test_the_end_of_a_rule_is_a_wall_time_of_the_event() -> None:
    found = schedule(START, "RRULE:FREQ=DAILY;UNTIL=20260710T100000Z")
    assert found.rules[0].until == datetime(2026, 7, 10, 12)


def test_an_empty_rule_is_none() -> None:
    draft = read_one(START, "RRULE:")
    assert (draft.repeats, draft.remarks) == (False, ())


def test_every_period_of_a_busy_list_is_kept() -> None:
    busy = (
        "BEGIN:VFREEBUSY\nFREEBUSY:20260701T100000Z/PT1H,20260702T100000Z/PT2H\n"
        "FREEBUSY;FBTYPE=FREE:20260703T100000Z/PT1H\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20260630T100000Z/PT1H\n"
        "END:VFREEBUSY"
    )
    draft = read_all(a_calendar(busy))[0]
    assert isinstance(draft, EventDraft)
    assert draft.schedule.starts == datetime(2026, 6, 30, 10)
    assert [also.wall.day for also in draft.schedule.also] == [1, 2, 30]


def test_free_and_busy_times_without_a_busy_one_say_so() -> None:
    free = "BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=FREE:20260703T100000Z/PT1H\nEND:VFREEBUSY"
    (found,) = read_all(a_calendar(free))
    assert isinstance(found, RefusedEvent)
    assert found.reason is EventRefusal.NOT_BUSY
