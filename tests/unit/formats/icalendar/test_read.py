"""Events out of their components."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.calendar_event import EventStatus
from relate_desktop.domain.event_draft import EventDraft, EventRefusal, EventRemark, RefusedEvent
from relate_desktop.domain.event_schedule import Replaces
from tests.unit.formats.icalendar.calendars import a_calendar, an_event, read_all, read_one

START = "DTSTART:20260701T120000Z"


def test_an_event_is_read_in_plain_text() -> None:
    draft = read_one(
        "UID:coffee@x.org",
        START,
        "SUMMARY:Coffee\\, with Olena",
        "LOCATION:Lisbon\\; the old town",
        "DESCRIPTION:First line\\nsecond",
        "URL:https://example.org/a",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "CLASS:CONFIDENTIAL",
    )
    assert (draft.uid, draft.title) == ("coffee@x.org", "Coffee, with Olena")
    assert (draft.place, draft.description) == ("Lisbon; the old town", "First line\nsecond")
    assert (draft.url, draft.status) == ("https://example.org/a", EventStatus.TENTATIVE)
    assert (draft.busy, draft.private, draft.remarks) == (False, True, ())


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["SUMMARY:x"], EventRefusal.NO_START),
        (["DTSTART:tomorrow"], EventRefusal.BAD_START),
        (["DTSTART;VALUE=DATE:20260230"], EventRefusal.BAD_START),
        ([START, "EXDATE:" + ",".join(["20260701T120000Z"] * 10_001)], EventRefusal.TOO_MANY_DATES),
    ],
)
def test_an_event_nobody_could_show_is_refused_with_its_reason(
    lines: list[str], reason: EventRefusal
) -> None:
    refused = read_all(a_calendar(an_event(*lines)))[0]
    assert isinstance(refused, RefusedEvent)
    assert (refused.reason, refused.kind, refused.line) == (reason, "VEVENT", 3)


def test_more_versions_and_overrides_of_an_event_than_could_be_meant_are_refused() -> None:
    data = a_calendar(*[an_event("UID:a", START)] * 10_002)
    found = read_all(data)
    assert sum(isinstance(one, EventDraft) for one in found) == 10_000
    last = found[-1]
    assert isinstance(last, RefusedEvent)
    assert (last.reason, last.amount) == (EventRefusal.TOO_MANY_DATES, 10_002)


def test_one_bad_event_costs_that_event_only() -> None:
    found = read_all(a_calendar(an_event("DTSTART:never"), an_event(START, "SUMMARY:Coffee")))
    assert [isinstance(one, EventDraft) for one in found] == [False, True]


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "STATUS:Canceled"])
def test_what_is_called_off_is_said_to_be_in_either_spelling(line: str) -> None:
    assert read_one(START, line).status is EventStatus.CANCELLED


def test_a_calendar_that_is_sent_to_call_off_calls_its_events_off() -> None:
    data = a_calendar("METHOD:CANCEL", an_event(START), an_event("UID:b", "RECURRENCE-ID:20260708T120000Z"))
    drafts = [one for one in read_all(data) if isinstance(one, EventDraft)]
    assert [one.status for one in drafts] == [EventStatus.CANCELLED] * 2
    assert drafts[1].schedule.replaces == Replaces(drafts[1].schedule.starts, utc=True)


def test_tasks_and_zones_are_no_events() -> None:
    found = read_all(a_calendar("BEGIN:VTODO\nUID:a\nEND:VTODO", "BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE"))
    assert [one.reason for one in found if isinstance(one, RefusedEvent)] == [EventRefusal.NOT_AN_EVENT] * 2


def test_what_an_alarm_says_is_not_said_of_the_event() -> None:
    alarm = "BEGIN:VALARM\nSUMMARY:Alarm\nDURATION:PT5M\nATTENDEE:mailto:a@x.org\nEND:VALARM"
    draft = read_one(START, alarm, "SUMMARY:Coffee")
    assert (draft.title, draft.attendees, draft.schedule.lasts.seconds) == ("Coffee", (), 0)


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("RRULE:FREQ=SOMETIMES", EventRemark.RULE),
        ("EXDATE:never", EventRemark.DATES),
        ("DTEND:20260701T110000Z", EventRemark.END),
        ("DURATION:-PT1H", EventRemark.END),
        ("this is no line", EventRemark.LINE),
        ("RECURRENCE-ID:never", EventRemark.DATES),
        ("RDATE;VALUE=PERIOD:20260702T120000Z/later", EventRemark.DATES),
        ("SUMMARY:" + "x" * (2 << 20), EventRemark.LINE),
    ],
)
def test_what_could_not_be_read_is_told_and_the_event_stands(line: str, remark: EventRemark) -> None:
    assert read_one(START, line).remarks == (remark,)


def test_a_strange_parameter_costs_nothing() -> None:
    draft = read_one(START, "SUMMARY:Coffee", "ATTENDEE;CN=A\x07B:mailto:a@x.org", "LOCATION:Lisbon")
    assert (draft.title, draft.place) == ("Coffee", "Lisbon")


def test_letters_of_an_unnamed_charset_are_guessed_and_told() -> None:
    data = a_calendar(an_event(START, "SUMMARY:Käse")).decode().encode("latin-1")
    draft = read_all(data)[0]
    assert isinstance(draft, EventDraft)
    assert (draft.title, draft.remarks) == ("Käse", (EventRemark.CHARSET,))


def test_quoted_printable_of_old_calendars_is_decoded() -> None:
    draft = read_one(
        START, "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:K=C3=A4se=\n=0D=0Amit Brot", version="1.0"
    )
    assert draft.title == "Käse\nmit Brot"


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=6))
def test_no_lines_raise(lines: list[str]) -> None:
    for prefix in ("", "ATTENDEE;", "SUMMARY;", "DTEND:", "RRULE:FREQ=", "EXDATE:"):
        read_all(a_calendar(an_event(START, *(prefix + line for line in lines))))
