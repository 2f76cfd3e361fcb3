"""What is to be done today: reminders and promises, finite, with what may wait.

Never a wall: at most seven rows, and what was left undone for three days steps back to
*when there is room* without a word of blame.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Due, DueTime, Reminder, due_of, hour_matters
from relate_desktop.domain.wall_time import moved

MOST_ROWS = 7
STEPS_BACK_AFTER = 3
"""Days."""


class DueGroup(StrEnum):
    """Under which heading a row stands."""

    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class DueRow:
    """One reminder or promise; exactly one of ``reminder`` and ``promise`` is there.

    ``tell_at`` is when it is to be told of, in UTC, None for one without a day. ``timed`` is
    whether the hour matters. ``due`` is the instance of a reminder that has a day.
    """

    group: DueGroup
    people: tuple[ContactId, ...]
    text: str
    tell_at: datetime | None
    timed: bool
    reminder: Reminder | None = None
    promise: Promise | None = None
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class DueToday:
    """What Today shows: a few rows, how many more there are, what stepped back lately."""

    rows: tuple[DueRow, ...]
    more: int
    stepped_back: tuple[DueRow, ...]
    """Those that stepped back since the last look; mentioned once."""


def due_rows(
    reminders: Iterable[Reminder], promises: Iterable[Promise], present: Present
) -> tuple[DueRow, ...]:
    """Every open reminder and promise with its group, in the order of the Reminders page."""
    items: list[Reminder | Promise] = [*reminders, *promises]
    rows = [row_of(item, present) for item in items if item.open]
    groups = list(DueGroup)
    return tuple(sorted(rows, key=lambda row: (groups.index(row.group), _order(row, present))))


def due_today(
    reminders: Iterable[Reminder],
    promises: Iterable[Promise],
    present: Present,
    last_looked_on: date | None = None,
) -> DueToday:
    """What of them belongs on Today. ``last_looked_on`` is the day Today was last shown."""
    rows = due_rows(reminders, promises, present)
    today = [row for row in rows if row.group is DueGroup.TODAY]
    back = [row for row in rows if row.group is DueGroup.ROOM and row.tell_at is not None]
    lately = tuple(row for row in back if _stepped_back_since(row, last_looked_on, present))
    return DueToday(tuple(today[:MOST_ROWS]), max(len(today) - MOST_ROWS, 0), lately)


def row_of(item: Reminder | Promise, present: Present) -> DueRow:
    """The row of one reminder or promise, open or not."""
    return _of_promise(item, present) if isinstance(item, Promise) else _of_reminder(item, present)


def group_of(tell_at: datetime | None, present: Present) -> DueGroup:
    """The heading for something to be told of at a moment."""
    if tell_at is None:
        return DueGroup.ROOM
    days = (present.day_of(tell_at) - present.today).days
    if days <= -STEPS_BACK_AFTER:
        return DueGroup.ROOM
    if days <= 0:
        return DueGroup.TODAY
    return DueGroup.THIS_WEEK if present.today.weekday() + days < 7 else DueGroup.LATER


def day_in(group: DueGroup, present: Present) -> date | None:
    """The day something gets that is moved into a group; None for *when there is room*.

    Later this week is tomorrow, as long as that is this week; later is the first working day of
    the week that begins next Monday.
    """
    if group is DueGroup.ROOM:
        return None
    if group is DueGroup.TODAY:
        return present.today
    monday = moved(present.today, 7 - present.today.weekday())
    tomorrow = moved(present.today, 1)
    if group is DueGroup.THIS_WEEK and tomorrow < monday:
        return tomorrow
    return present.hours.working_day_from(monday)


def _of_reminder(reminder: Reminder, present: Present) -> DueRow:
    due = due_of(reminder, present)
    tell_at = None if due is None else due.tell_at
    timed = due is not None and hour_matters(due)
    group = group_of(tell_at, present)
    return DueRow(group, reminder.people, reminder.text, tell_at, timed, reminder=reminder, due=due)


def _of_promise(promise: Promise, present: Present) -> DueRow:
    due: DueTime | None = promise.due
    tell_at = None if due is None else due.moment(present)
    timed = due is not None and due.at is not None
    return DueRow(group_of(tell_at, present), promise.people, promise.text, tell_at, timed, promise=promise)


def _stepped_back_since(row: DueRow, last_looked_on: date | None, present: Present) -> bool:
    if row.tell_at is None:
        return False
    on = moved(present.day_of(row.tell_at), STEPS_BACK_AFTER)
    return on == present.today if last_looked_on is None else last_looked_on < on <= present.today


def _order(row: DueRow, present: Present) -> tuple[date, bool, datetime, str]:
    """By day; within a day what may be done at any time comes before the hours."""
    if row.tell_at is None:
        return (date.max, False, datetime.max.replace(tzinfo=present.now.tzinfo), row.text)
    return (present.day_of(row.tell_at), row.timed, row.tell_at, row.text)
