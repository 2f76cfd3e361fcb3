"""Reminders: what one wants to be told of, when, and what became of it.

A reminder is due on a day, at an hour of it or at any time. It keeps the wall time and the
zone; the moment follows from them. One that repeats holds the day of its present instance,
and missing it several times makes one instance, not many.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from relate_desktop.domain.ids import ContactId, InteractionId, ReminderId
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import LeapDay, Recurrence
from relate_desktop.domain.series import Series, after_done
from relate_desktop.domain.wall_time import day_of, instant, zone_named

_WHOLE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueTime:
    """A day, and an hour of it unless any time that day will do.

    ``zone`` is the IANA name of where the hour is meant. An empty one floats: the hour is
    then that of wherever the laptop is. A day without an hour always floats.
    """

    on: date
    at: time | None = None
    zone: str = ""

    def moment(self, present: Present) -> datetime:
        """When it is due, in UTC; any time that day means from the start of the user's day."""
        if self.at is None:
            return present.hours.start_of(self.on, present.here)
        return instant(self.on, self.at, zone_named(self.zone, present.here))


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. ``due`` is None for *when there is room*.

    ``repeats`` with ``began_on`` is the series, whose present instance stands in ``due``.
    ``rule_text`` keeps a rule that no reminder follows. ``ahead`` is how long before the due
    time one wants to be told; without an hour its whole days count. Moments are aware, in UTC.
    ``told_in`` is the conversation from which it came.
    """

    text: str
    people: tuple[ContactId, ...]
    due: DueTime | None
    created_at: datetime
    repeats: Recurrence | None = None
    began_on: date | None = None
    rule_text: str = ""
    ahead: timedelta = timedelta()
    snoozed_until: datetime | None = None
    done_at: datetime | None = None
    told_in: InteractionId | None = None
    id: ReminderId | None = None

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.done_at is None

    @property
    def repeating(self) -> bool:
        """Whether it comes back once it is done."""
        return self.repeats is not None


@dataclass(frozen=True, slots=True)
class Due:
    """One due instance of a reminder.

    ``due_at`` is when it is due, ``tell_at`` when to tell of it: earlier by what it is told
    ahead, or later if it was snoozed. ``key`` names the instance for ever: whoever told of a
    key once need never tell again, whichever way the clock jumps.
    """

    reminder: Reminder
    on: date
    due_at: datetime
    tell_at: datetime
    key: str


def due_of(reminder: Reminder, present: Present) -> Due | None:
    """The instance of an open reminder that is due now or next; None when it has no day.

    Of several instances that have come while nobody looked, the latest stands for all.
    """
    if not reminder.open or reminder.due is None:
        return None
    due = _latest(reminder, reminder.due, present)
    due_at, tell_at = due.moment(present), _tell_at(reminder, due, present)
    key = _key(reminder, due)
    if reminder.snoozed_until is not None and not _come_since(reminder, due, tell_at):
        tell_at = reminder.snoozed_until
        key += f"~{reminder.snoozed_until:%Y%m%dT%H%M%S}"
    return Due(reminder, due.on, due_at, tell_at, key)


def hour_matters(due: Due) -> bool:
    """Whether the hour of an instance matters: it was set, or snoozed to."""
    reminder = due.reminder
    hour = reminder.due is not None and reminder.due.at is not None
    return hour or due.tell_at == reminder.snoozed_until


def done(reminder: Reminder, present: Present) -> Reminder:
    """The reminder once it is done: over, or moved on to the first instance still to come.

    Done early, the instance that was to come is the one that is done.
    """
    following = _following(reminder, present)
    if following is None or reminder.due is None:
        return replace(reminder, done_at=present.now, snoozed_until=None)
    return replace(reminder, due=replace(reminder.due, on=following), snoozed_until=None)


def snoozed(reminder: Reminder, until: datetime) -> Reminder:
    """The reminder told again at a moment, and not before."""
    return replace(reminder, snoozed_until=until)


def when_there_is_room(reminder: Reminder, present: Present) -> Reminder:
    """The reminder without a day; one that repeats waits for its next day, if there is one."""
    following = _following(reminder, present)
    if following is not None and reminder.due is not None:
        return replace(reminder, due=replace(reminder.due, on=following), snoozed_until=None)
    return replace(reminder, due=None, snoozed_until=None)


def moved_to(reminder: Reminder, due: DueTime | None) -> Reminder:
    """The reminder on another day; one that repeats begins anew from there."""
    if reminder.repeats is not None and due is not None:
        return replace(reminder, due=due, began_on=due.on, snoozed_until=None)
    return replace(reminder, due=due, snoozed_until=None)


def first_due(
    due: DueTime, repeats: Recurrence | None, leap_day: LeapDay = LeapDay.FEBRUARY
) -> DueTime | None:
    """The first instance of a series that begins there; None when its rule has no day at all."""
    if repeats is None or repeats.after_done:
        return due
    first = Series(repeats, due.on, leap_day).first
    return None if first is None else replace(due, on=first)


def _come_since(reminder: Reminder, due: DueTime, tell_at: datetime) -> bool:
    """Whether a later instance has come since this one was snoozed: the snooze was of the one before."""
    return due != reminder.due and reminder.snoozed_until is not None and tell_at > reminder.snoozed_until


def _series(reminder: Reminder, due: DueTime, leap_day: LeapDay) -> Series | None:
    if reminder.repeats is None or reminder.repeats.after_done:
        return None
    return Series(reminder.repeats, reminder.began_on or due.on, leap_day)


def _latest(reminder: Reminder, due: DueTime, present: Present) -> DueTime:
    """The latest instance that has come by now, or the one kept when that is still to come."""
    series = _series(reminder, due, present.leap_day)
    zone = present.here if due.at is None else zone_named(due.zone, present.here)
    today = day_of(present.now, zone)
    if series is None or due.on >= today:
        return due
    # Without a zone of its own the day of an instance is the laptop's; a day more is looked at,
    # because an hour that is told ahead belongs to a later day.
    ahead = reminder.ahead.days + 1
    day = series.on_or_before(today + timedelta(days=ahead))
    while day is not None and day > due.on:
        found = replace(due, on=day)
        if _tell_at(reminder, found, present) <= present.now:
            return found
        day = series.on_or_before(day - _WHOLE_DAY)
    return due


def _following(reminder: Reminder, present: Present) -> date | None:
    """The day of the first instance that is not done with this doing."""
    if reminder.repeats is None or reminder.due is None:
        return None
    if reminder.repeats.after_done:
        return after_done(reminder.repeats, present.today)
    due = _latest(reminder, reminder.due, present)
    series = _series(reminder, due, present.leap_day)
    return None if series is None else series.after(due.on)


def _tell_at(reminder: Reminder, due: DueTime, present: Present) -> datetime:
    """When to tell of an instance that nobody snoozed.

    Whole days ahead are days of the calendar, at the same hour; the rest is elapsed time.
    """
    ahead = max(reminder.ahead, timedelta())
    if not ahead:
        return due.moment(present)
    rest = timedelta() if due.at is None else ahead - timedelta(days=ahead.days)
    earlier = replace(due, on=due.on - timedelta(days=min(ahead.days, due.on.toordinal() - 2)))
    return earlier.moment(present) - rest


def _key(reminder: Reminder, due: DueTime) -> str:
    at = "" if due.at is None else f"T{due.at:%H%M}"
    return f"{reminder.id or 0}/{due.on.isoformat()}{at}"
