"""What goes into other programs' calendars, in words."""

from datetime import UTC, date, datetime

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.outgoing_event import CalendarExportReport, CalendarProgram
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import Reminder
from relate_desktop.words.calendar_exports import calendar_name, left_out, program_name, title

ADA = ("Ada Lovelace",)


@pytest.mark.parametrize(
    ("kind", "label", "year", "said"),
    [
        (DateKind.BIRTHDAY, "", 1815, "Birthday of Ada Lovelace (1815)"),
        (DateKind.BIRTHDAY, "", None, "Birthday of Ada Lovelace"),
        (DateKind.ANNIVERSARY, "Wedding", None, "Wedding of Ada Lovelace"),
        (DateKind.DEATH, "", 1852, "Day of death of Ada Lovelace (1852)"),
        (DateKind.OTHER, "Name day", None, "Name day of Ada Lovelace"),
        (DateKind.OTHER, "", None, "A day of Ada Lovelace"),
    ],
)
def test_days_are_called_by_what_they_are(kind: DateKind, label: str, year: int | None, said: str) -> None:
    assert title(Moment(kind, PartialDate(year, 12, 10), ContactId(1), label), ADA) == said


def test_a_reminder_names_its_people_once() -> None:
    when = datetime(2026, 1, 1, tzinfo=UTC)
    assert title(Reminder("Send the paper", (), None, when), ()) == "Send the paper"
    assert title(Reminder("Send the paper", (), None, when), ADA) == "Send the paper (Ada Lovelace)"
    assert title(Reminder("Call Ada Lovelace", (), None, when), ADA) == "Call Ada Lovelace"


def test_a_promise_says_whose_turn_it_is() -> None:
    mine = Promise(OwedBy.MINE, "the paper", (), date(2026, 1, 1))
    theirs = Promise(OwedBy.THEIRS, "the paper", (), date(2026, 1, 1))
    assert title(mine, ADA) == "Promised to Ada Lovelace: the paper"
    assert title(theirs, ADA) == "Ada Lovelace promised: the paper"


def test_what_stayed_behind_is_told() -> None:
    report = CalendarExportReport(None, CalendarProgram.GOOGLE, 1, 0, 10, undated=2, unsaid_rules=1, secret=1)
    told = list(left_out(report))
    assert told == [
        "Two reminders and promises without a day stayed here: Google reads no tasks.",
        "One reminder or promise that was told in confidence stayed here.",
        "One reminder that comes back after it is done goes out once: calendars know no such rule.",
    ]
    assert list(left_out(CalendarExportReport(None, CalendarProgram.OTHER, 1, 0, 10))) == []


def test_everything_has_a_name() -> None:
    assert calendar_name()
    assert len({program_name(program) for program in CalendarProgram}) == len(CalendarProgram)
