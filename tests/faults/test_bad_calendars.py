"""Fault 49, and 58 for calendars: rules, dates and zones made to hang, flood or lie.

Work is counted in calls, so that no busy machine decides; `tests/bench` prints the seconds.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.event_draft import EventDraft, EventRefusal, EventRemark, RefusedEvent
from relate_desktop.domain.event_schedule import span
from relate_desktop.domain.event_series import MOST_OCCURRENCES, occurrences
from tests.faults.bombs import BOMBS, RULES, a_zone, an_event, calendar
from tests.unit.formats.icalendar.calendars import between, read_all, scheduled, starts, utc
from tests.work import calls

WINDOW = (utc(2026, 11, 1), utc(2026, 12, 1))
MOST_CALLS = 5_000_000
"""About half a second of a laptop."""


def found(data: bytes) -> list[EventDraft | RefusedEvent]:
    """Everything read, its span asked for and its month shown."""
    read = read_all(data)
    drafts = [one for one in read if isinstance(one, EventDraft)]
    for draft in drafts[:1]:
        span(draft.schedule)
    shown = occurrences([scheduled(one) for one in drafts], *WINDOW, ZoneInfo("UTC")) if drafts else ()
    assert len(shown) <= MOST_OCCURRENCES
    return read


def cheaply_found(data: bytes) -> list[EventDraft | RefusedEvent]:
    answers: list[list[EventDraft | RefusedEvent]] = []
    assert calls(lambda: answers.append(found(data))) < MOST_CALLS
    return answers[0]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_costs_little_whatever_it_says(rule: str) -> None:
    data = calendar(an_event(f"RRULE:{rule}", "DURATION:PT1H"))
    read = cheaply_found(data)
    assert [type(one) for one in read] == [EventDraft]


@pytest.mark.parametrize("name", BOMBS)
def test_a_flood_costs_little_and_is_refused_with_its_count_or_read(name: str) -> None:
    make, refused = BOMBS[name]
    read = cheaply_found(make())
    reasons = {one.reason for one in read if isinstance(one, RefusedEvent)} - {EventRefusal.NOT_AN_EVENT}
    assert reasons == refused
    amounts = [one.amount for one in read if isinstance(one, RefusedEvent)]
    assert EventRefusal.TOO_MANY_DATES not in refused or max(amounts) > 10_000


def test_beside_a_bomb_other_events_stand() -> None:
    data = calendar(an_event("EXDATE:" + "20200101T100000Z," * 50_000), an_event("SUMMARY:Coffee"))
    assert [one.title for one in read_all(data) if isinstance(one, EventDraft)] == ["Coffee"]


def test_a_file_cannot_move_berlin() -> None:
    lie = a_zone("Europe/Berlin", "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\n"
                 "TZOFFSETTO:+0900\nEND:STANDARD")  # fmt: skip
    shown = between(calendar(lie, an_event("RRULE:FREQ=DAILY")), *WINDOW)
    assert starts(shown)[0] == "2026-11-01 09:00"


def test_an_offset_of_a_hundred_hours_is_none() -> None:
    lie = a_zone("Nowhere", "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+9959\nTZOFFSETTO:+9959\n"
                 "END:STANDARD")  # fmt: skip
    drafts = [one for one in read_all(calendar(lie, an_event(zone="Nowhere"))) if isinstance(one, EventDraft)]
    assert [(one.remarks, one.unknown_zone) for one in drafts] == [((EventRemark.ZONE,), "Nowhere")]


def test_the_day_that_samoa_left_out_is_no_second_day_after_it() -> None:
    data = calendar(an_event("RRULE:FREQ=DAILY").replace("Europe/Berlin:20200101", "Pacific/Apia:20111228"))
    shown = between(data, utc(2011, 12, 28), utc(2012, 1, 2), ZoneInfo("Pacific/Apia"))
    walls = [one.starts_at.astimezone(ZoneInfo("Pacific/Apia")) for one in shown]
    assert [f"{wall:%d %H:%M}" for wall in walls] == [
        "28 10:00",
        "29 10:00",
        "31 10:00",
        "01 10:00",
        "02 10:00",
    ]


def test_29_february_comes_in_leap_years() -> None:
    data = calendar(an_event("RRULE:FREQ=YEARLY").replace("20200101T100000", "20200229T100000"))
    shown = between(data, utc(2020, 1, 1), utc(2033, 1, 1))
    assert [one.starts_at.year for one in shown] == [2020, 2024, 2028, 2032]


@pytest.mark.parametrize("years", [-60, 10, 100, 7_000])
def test_a_window_of_any_year_is_answered(years: int) -> None:
    data = calendar(an_event("RRULE:FREQ=WEEKLY"))
    start = datetime(2026 + years, 1, 1, tzinfo=ZoneInfo("UTC"))
    shown = between(data, start, start + timedelta(days=30))
    assert bool(shown) == (years > 0)
