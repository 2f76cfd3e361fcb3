"""What goes out into other programs' calendars: the days, reminders and promises of a book.

A moment becomes an event of a whole day. A reminder or a promise becomes a task, or an event
where the program reads no tasks. Every one keeps its name (``uid``) from one export to the next,
so that a calendar that reads the file again changes what it has instead of doubling it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.moment import Moment, day_in_year
from relate_desktop.domain.outgoing_rule import rule_of_day, rule_outward
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import DueTime, Reminder

FIRST_YEAR = 1970
"""Yearly days begin here at the earliest: older years are no dates to some programs."""

Outward = Moment | Reminder | Promise


class CalendarProgram(StrEnum):
    """Who is to read the file; the values are those of ``export --for``."""

    APPLE = "apple"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    THUNDERBIRD = "thunderbird"
    OTHER = "other"

    @property
    def tasks(self) -> bool:
        """Whether it takes tasks out of a file; Google and Outlook pass over them."""
        return self not in {CalendarProgram.GOOGLE, CalendarProgram.OUTLOOK}


@dataclass(frozen=True, slots=True)
class OutgoingEvent:
    """One event or task.

    ``on`` is None for a task that has room until whenever; ``at`` None for a whole day. ``alarm``
    counts from the start (from when it is due, of a task), or is a moment in UTC.
    """

    uid: str
    title: str
    on: date | None
    at: time | None = None
    zone: str = ""
    rule: str = ""
    task: bool = False
    alarm: timedelta | datetime | None = None


@dataclass(frozen=True, slots=True)
class CalendarExportReport:
    """What went out. ``path`` is None for standard output.

    ``undated`` counts what had no day and went nowhere because the program reads no tasks,
    ``unsaid_rules`` what comes back in a way that no other program knows, and went out once, and
    ``secret`` what was told in confidence and went nowhere.
    """

    path: Path | None
    program: CalendarProgram
    events: int
    tasks: int
    size: int
    undated: int = 0
    unsaid_rules: int = 0
    secret: int = 0


def moment_outward(
    moment: Moment, title: str, whose: tuple[str, int], present: Present
) -> OutgoingEvent | None:
    """A moment as an event; None without a day. ``whose`` names the person for good and its place there."""
    first = _first_day(moment, present)
    if first is None:
        return None
    rule = rule_of_day(moment.date.month, moment.date.day, present.leap_day) if moment.yearly else ""
    uid = _uid("moment", whose[0], moment.kind.value, moment.label, str(moment.id or f"card {whose[1]}"))
    return OutgoingEvent(uid, title, first, rule=rule, alarm=_whole_day_alarm(moment.days_before, present))


def reminder_outward(
    reminder: Reminder, title: str, program: CalendarProgram, present: Present
) -> OutgoingEvent | None:
    """A reminder as a task, or as an event; None for one without a day where there are no tasks."""
    uid = _uid("reminder", str(reminder.id), reminder.created_at.isoformat())
    due = reminder.due
    if due is None:
        return OutgoingEvent(uid, title, None, task=True) if program.tasks else None
    rule = ""
    if reminder.repeats is not None:
        rule = rule_outward(reminder.repeats, due, reminder.began_on or due.on, present)
    alarm: timedelta | datetime = (
        -reminder.ahead if due.at is not None else _whole_day_alarm(reminder.ahead.days, present)
    )
    if reminder.snoozed_until is not None and not rule:
        alarm = reminder.snoozed_until
    return OutgoingEvent(uid, title, due.on, due.at, due.zone, rule, program.tasks, alarm)


def promise_outward(
    promise: Promise, title: str, program: CalendarProgram, present: Present
) -> OutgoingEvent | None:
    """A promise as a task, or as an event; None for one without a day where there are no tasks."""
    uid = _uid("promise", str(promise.id), promise.made_on.isoformat())
    due: DueTime | None = promise.due
    if due is None:
        return OutgoingEvent(uid, title, None, task=True) if program.tasks else None
    alarm = timedelta() if due.at is not None else _whole_day_alarm(0, present)
    return OutgoingEvent(uid, title, due.on, due.at, due.zone, "", program.tasks, alarm)


def rule_unsaid(item: Outward, written: OutgoingEvent) -> bool:
    """Whether something comes back in the book and does not in the file."""
    return isinstance(item, Reminder) and item.repeats is not None and not written.rule


def concerns(people: Iterable[ContactId | None], chosen: frozenset[int] | None) -> bool:
    """Whether something is about one of the chosen; about anybody where nobody was chosen."""
    return chosen is None or not chosen.isdisjoint(person for person in people if person is not None)


def _first_day(moment: Moment, present: Present) -> date | None:
    """The first day an exported moment takes place; the one day of a moment that comes once."""
    year = moment.date.year
    if not moment.yearly:
        return None if year is None else day_in_year(moment, year, present.leap_day)
    first = max(year, FIRST_YEAR) if year is not None else present.today.year
    return day_in_year(moment, first, present.leap_day)


def _whole_day_alarm(days_before: int, present: Present) -> timedelta:
    """When one is told of a whole day: at the start of the user's day, so many days before."""
    start = present.hours.day_start
    return timedelta(hours=start.hour, minutes=start.minute) - timedelta(days=days_before)


def _uid(*parts: str) -> str:
    return f"{sha256('|'.join(parts).encode()).hexdigest()[:32]}@relate"
