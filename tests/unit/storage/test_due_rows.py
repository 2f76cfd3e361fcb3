from datetime import UTC, date, datetime, time, timedelta

import pytest

from relate_desktop.domain.ids import ContactId, EntryId, InteractionId, PromiseId, ReminderId
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.storage.due_rows import (
    due_columns,
    due_of_columns,
    promise_columns,
    promise_of,
    reminder_columns,
    reminder_of,
)
from relate_desktop.storage.moments import to_column
from tests.present import a_rule

MADE = datetime(2026, 3, 14, 9, tzinfo=UTC)
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "due", [None, DueTime(DAY), DueTime(DAY, time(14)), DueTime(DAY, time(23, 59), "Europe/Berlin")]
)
def test_a_due_time_comes_back_as_it_was(due: DueTime | None) -> None:
    assert due_of_columns(*due_columns(due)) == due


def test_a_reminder_comes_back_as_it_was() -> None:
    reminder = Reminder(
        text="Send the cover",
        people=(ContactId(3), ContactId(1)),
        due=DueTime(DAY, time(14), "Europe/Berlin"),
        created_at=MADE,
        repeats=a_rule("FREQ=MONTHLY;BYDAY=-1FR;SKIP=OMIT"),
        began_on=date(2026, 1, 30),
        rule_text="FREQ=HOURLY",
        ahead=timedelta(days=1, seconds=1),
        snoozed_until=MADE,
        done_at=MADE + timedelta(microseconds=1),
        told_in=InteractionId(EntryId(8)),
        id=ReminderId(7),
    )
    row = reminder_columns(reminder)
    assert reminder_of(7, to_column(MADE), row, reminder.people) == reminder


def test_a_rule_of_a_newer_program_is_no_rule_here() -> None:
    row = list(reminder_columns(Reminder("x", (), DueTime(DAY), MADE)))
    row[4] = "FREQ=MOONLY"
    assert reminder_of(7, to_column(MADE), row, ()).repeats is None


def test_a_promise_comes_back_as_it_was() -> None:
    promise = Promise(
        OwedBy.THEIRS,
        "the draft",
        (ContactId(2),),
        DAY,
        DueTime(DAY),
        MADE,
        InteractionId(EntryId(1)),
        PromiseId(4),
    )
    assert promise_of(4, promise_columns(promise), promise.people) == promise
