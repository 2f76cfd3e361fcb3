"""Builders for rules about time: the present, talks, reminders and people one is in touch with."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from relate_desktop.domain.hours import Hours
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import LeapDay, Recurrence
from relate_desktop.domain.recurrence_text import RefusedRule, read_rule
from relate_desktop.domain.reminder import DueTime, Reminder

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 24)
"""A Tuesday, as in the mock-ups."""


def a_present(
    wall: str = "2026-11-24 09:00",
    zone: str = "Europe/Berlin",
    hours: Hours | None = None,
    leap_day: LeapDay = LeapDay.FEBRUARY,
) -> Present:
    """The present at a wall time in a zone."""
    here = ZoneInfo(zone)
    now = datetime.fromisoformat(wall).replace(tzinfo=here).astimezone(UTC)
    return Present(now, here, hours or Hours(), leap_day)


def at(wall: str, zone: str = "Europe/Berlin") -> datetime:
    """The moment of a wall time in a zone, in UTC."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def a_rule(text: str) -> Recurrence:
    """A rule from its text, which must be one."""
    rule = read_rule(text)
    assert not isinstance(rule, RefusedRule), rule
    return rule


def a_reminder(
    due: str | None = "2026-11-24",
    hour: str | None = None,
    repeats: str | None = None,
    *,
    zone: str = "",
    ahead: timedelta = timedelta(),
    number: int = 7,
    text: str = "Send the cover",
) -> Reminder:
    """A reminder due on a day, at an hour if one is given."""
    on = None if due is None else date.fromisoformat(due)
    due_time = None if on is None else DueTime(on, None if hour is None else time.fromisoformat(hour), zone)
    return Reminder(
        text,
        (ContactId(1),),
        due_time,
        at("2026-01-01 12:00"),
        repeats=None if repeats is None else a_rule(repeats),
        began_on=on if repeats else None,
        ahead=ahead,
        id=ReminderId(number),
    )


def a_moment(
    iso: str, number: int = 1, *, kind: DateKind = DateKind.BIRTHDAY, yearly: bool = True, ahead: int = 0
) -> Moment:
    """A moment of a person, on a day spelled as cards spell it."""
    day = PartialDate.parse(iso)
    assert day is not None
    return Moment(kind, day, ContactId(number), yearly=yearly, days_before=ahead)


def a_promise(due: str | None = None, owed_by: OwedBy = OwedBy.MINE, text: str = "the contract") -> Promise:
    """A promise of today, due on a day if one is given."""
    when = None if due is None else DueTime(date.fromisoformat(due))
    return Promise(owed_by, text, (ContactId(1),), TODAY, when)


def talk(
    day: str,
    direction: Direction = Direction.BOTH,
    kind: InteractionKind = InteractionKind.CALL,
) -> Talk:
    """That one talked on a day."""
    return Talk(date.fromisoformat(day), kind, direction)


def wrote(day: str) -> Talk:
    """A message of mine."""
    return talk(day, Direction.MINE, InteractionKind.MESSAGE)


def talks_every(days: int, last: date, count: int = 8) -> tuple[Talk, ...]:
    """Calls so many days apart, the last on a day."""
    first = last - timedelta(days=days * (count - 1))
    return tuple(
        Talk(first + timedelta(days=days * number), InteractionKind.CALL, Direction.BOTH)
        for number in range(count)
    )
