"""Due times and reminders and promises as rows, and back."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from relate_desktop.domain.ids import ContactId, InteractionId, PromiseId, ReminderId
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import Recurrence
from relate_desktop.domain.recurrence_text import RefusedRule, read_rule, write_rule
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

REMINDER_FIELDS = (
    "text",
    "due_on",
    "due_time",
    "due_zone",
    "repeats",
    "began_on",
    "rule_text",
    "ahead",
    "snoozed_until",
    "done_at",
    "told_in",
)
"""The columns a reminder fills, in order."""

PROMISE_FIELDS = ("owed_by", "text", "made_on", "due_on", "due_time", "due_zone", "kept_at", "told_in")
"""The columns a promise fills, in order."""

_SECOND = timedelta(seconds=1)


def due_columns(due: DueTime | None) -> tuple[str | None, str | None, str]:
    """``due_on``, ``due_time`` and ``due_zone``."""
    if due is None:
        return (None, None, "")
    at = None if due.at is None else due.at.isoformat("minutes")
    return (due.on.isoformat(), at, storable(due.zone))


def due_of_columns(on: str | None, at: str | None, zone: str) -> DueTime | None:
    """The due time of its three columns."""
    if on is None:
        return None
    return DueTime(date.fromisoformat(on), None if at is None else time.fromisoformat(at), zone)


def reminder_columns(reminder: Reminder) -> tuple[object, ...]:
    """The columns ``REMINDER_FIELDS`` of a reminder."""
    return (
        storable(reminder.text),
        *due_columns(reminder.due),
        None if reminder.repeats is None else write_rule(reminder.repeats),
        None if reminder.began_on is None else reminder.began_on.isoformat(),
        storable(reminder.rule_text),
        reminder.ahead // _SECOND,
        _instant(reminder.snoozed_until),
        _instant(reminder.done_at),
        reminder.told_in,
    )


def reminder_of(number: int, created_at: int, row: Sequence[Any], people: tuple[ContactId, ...]) -> Reminder:
    """The reminder of a row of ``REMINDER_FIELDS``."""
    text, on, at, zone, repeats, began_on, rule_text, ahead, snoozed, done, told_in = row
    return Reminder(
        text=text,
        people=people,
        due=due_of_columns(on, at, zone),
        created_at=from_column(created_at),
        repeats=None if repeats is None else _rule(repeats),
        began_on=None if began_on is None else date.fromisoformat(began_on),
        rule_text=rule_text,
        ahead=timedelta(seconds=ahead),
        snoozed_until=None if snoozed is None else from_column(snoozed),
        done_at=None if done is None else from_column(done),
        told_in=None if told_in is None else InteractionId(told_in),
        id=ReminderId(number),
    )


def promise_columns(promise: Promise) -> tuple[object, ...]:
    """The columns ``PROMISE_FIELDS`` of a promise."""
    return (
        promise.owed_by.value,
        storable(promise.text),
        promise.made_on.isoformat(),
        *due_columns(promise.due),
        _instant(promise.kept_at),
        promise.told_in,
    )


def promise_of(number: int, row: Sequence[Any], people: tuple[ContactId, ...]) -> Promise:
    """The promise of a row of ``PROMISE_FIELDS``."""
    owed_by, text, made_on, on, at, zone, kept_at, told_in = row
    return Promise(
        owed_by=OwedBy(owed_by),
        text=text,
        people=people,
        made_on=date.fromisoformat(made_on),
        due=due_of_columns(on, at, zone),
        kept_at=None if kept_at is None else from_column(kept_at),
        told_in=None if told_in is None else InteractionId(told_in),
        id=PromiseId(number),
    )


@lru_cache(maxsize=1024)
def _rule(text: str) -> Recurrence | None:
    """The rule as it was written; None for one that a newer Relate wrote and this one cannot follow."""
    found = read_rule(text)
    return None if isinstance(found, RefusedRule) else found


def _instant(moment: datetime | None) -> int | None:
    return None if moment is None else to_column(moment)
