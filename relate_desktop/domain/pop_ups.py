"""Which pop-ups to show: each thing once, and after absence one for all.

The decision is made anew each time somebody looks at the clock. What was told is known by
its key, so that neither a clock set back nor a second look tells it twice.
"""

import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.held_meetings import occurrence_key
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meetings import AHEAD, Meeting
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Due, hour_matters

AWAY_AFTER = timedelta(minutes=5)
"""Nobody looked at the clock for so long: the laptop slept, or the program was not running."""

MOST_AT_ONCE = 3
CATCH_UP_KEY = "catch-up"
_SUMMARY = "summary/"
_MEETING = "meeting/"
_PARTS_OF_KEY = 3


class PopUpKind(StrEnum):
    """What a pop-up is about."""

    SINGLE = "single"
    SUMMARY = "summary"
    """Several things that may be done at any time today, or that have come at once."""
    CATCH_UP = "catch_up"
    """Several that came while nobody was there."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing to tell of: an instance of a reminder, a promise, a day in somebody's life or a meeting.

    ``key`` names it for ever: whoever told of a key once need never tell again, whichever way
    the clock jumps. ``alone`` is whether it has a pop-up of its own: its hour matters, or it is
    somebody's day.
    """

    key: str
    tell_at: datetime
    alone: bool
    people: tuple[ContactId, ...]
    due: Due | None = None
    promise: Promise | None = None
    day: MomentDay | None = None
    meeting: Meeting | None = None


def telling_of_due(due: Due) -> Telling:
    """An instance of a reminder as something to tell of."""
    return Telling(due.key, due.tell_at, hour_matters(due), due.reminder.people, due=due)


def telling_of_promise(promise: Promise, present: Present) -> Telling | None:
    """A promise as something to tell of when it is due; None for one without a day, and once kept."""
    if promise.due is None or not promise.open:
        return None
    due = promise.due
    at = "" if due.at is None else f"T{due.at:%H%M}"
    key = f"promise/{promise.id or 0}/{due.on.isoformat()}{at}"
    return Telling(key, due.moment(present), due.at is not None, promise.people, promise=promise)


def telling_of_day(day: MomentDay, present: Present) -> Telling | None:
    """A day in somebody's life, told of at the start of the user's day on that very day.

    None on every other day: what was missed waits among the late wishes.
    """
    if day.on != present.today or day.moment.contact is None:
        return None
    tell_at = present.hours.start_of(day.on, present.here)
    what = f"{day.moment.kind.value}-{zlib.crc32(day.moment.label.encode(errors='replace'))}"
    key = f"day/{day.moment.contact}/{what}/{day.on.year}"  # the day itself is nobody's business there
    return Telling(key, tell_at, alone=True, people=(day.moment.contact,), day=day)


def telling_of_meeting(
    meeting: Meeting, present: Present, again_at: datetime | None = None
) -> Telling | None:
    """A meeting as something to tell of shortly before it begins; None once it is over.

    One that is moved is told of anew at its new hour, and one that was put off ``again_at``.
    """
    if meeting.over(present):
        return None
    if meeting.occurrence is not None:
        named = occurrence_key(meeting.occurrence).replace("/", ".")
    else:
        named = str(meeting.entry or 0)
    key = f"{_MEETING}{named}/{meeting.at:%Y%m%dT%H%M}"
    people = tuple(person.id for person in meeting.people)
    if again_at is not None and again_at < meeting.ends_at:
        return Telling(f"{key}/{again_at:%H%M%S}", again_at, alone=True, people=people, meeting=meeting)
    return Telling(key, meeting.at - AHEAD, alone=True, people=people, meeting=meeting)


def meeting_key(key: str) -> str:
    """The key of a meeting's telling without the times it was put off; empty for that of anything else."""
    return "/".join(key.split("/")[:_PARTS_OF_KEY]) if key.startswith(_MEETING) else ""


@dataclass(frozen=True, slots=True)
class PopUp:
    """One pop-up with what it tells of; all their keys count as told once it was shown.

    A second pop-up of the same ``key`` takes the place of the first.
    """

    kind: PopUpKind
    key: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class CatchUp:
    """The sheet after absence: what came lately, and what is older and may wait."""

    lately: tuple[Due, ...]
    older: tuple[Due, ...]


def pop_ups(
    tellings: Iterable[Telling],
    told: Collection[str],
    last_looked_at: datetime | None,
    present: Present,
    *,
    summary: bool = True,
) -> tuple[PopUp, ...]:
    """What to show at this moment, none of it early; nothing while it is quiet.

    ``told`` holds the keys already told. ``last_looked_at`` is when this was last asked, None
    at the first start of all. Without ``summary`` what has no hour is told one by one as well. A
    meeting that is near has a pop-up of its own whatever else there is.
    """
    if present.quiet:
        return ()
    ready = sorted(
        (one for one in tellings if one.key not in told and _allowed_at(one, present) <= present.now),
        key=lambda one: (one.tell_at, one.key),
    )
    meetings = tuple(single(one) for one in ready if one.meeting is not None)
    ready = [one for one in ready if one.meeting is None]
    away = last_looked_at is None or present.now - last_looked_at > AWAY_AFTER
    if away and len(ready) > 1 and any(_missed(one, present) for one in ready):
        return (*meetings, PopUp(PopUpKind.CATCH_UP, CATCH_UP_KEY, tuple(ready)))
    if len(ready) > MOST_AT_ONCE:
        return (*meetings, _summary(ready, present))
    together = [one for one in ready if summary and not one.alone]
    if len(together) == 1:
        together = []
    singles = [single(one) for one in ready if one not in together]
    summed_up = (_summary(together, present),) if together else ()
    return (*meetings, *singles, *summed_up)


def single(telling: Telling) -> PopUp:
    """The pop-up of one thing."""
    return PopUp(PopUpKind.SINGLE, telling.key, (telling,))


def kind_of(key: str) -> PopUpKind:
    """What kind of pop-up has this key."""
    if key == CATCH_UP_KEY:
        return PopUpKind.CATCH_UP
    return PopUpKind.SUMMARY if key.startswith(_SUMMARY) else PopUpKind.SINGLE


def next_pop_up_at(tellings: Iterable[Telling], told: Collection[str], present: Present) -> datetime | None:
    """When the next pop-up is due, never inside quiet hours; None when there is none."""
    now = present.hours.disturbing_from(present.now, present.here)
    allowed = (max(_allowed_at(one, present), now) for one in tellings if one.key not in told)
    return min(allowed, default=None)


def catch_up(dues: Iterable[Due], present: Present, *, older_than: timedelta = timedelta(days=3)) -> CatchUp:
    """What has come, latest first, parted by whether it still belongs on Today."""
    come = sorted((due for due in dues if due.tell_at <= present.now), key=lambda due: due.key)
    come.sort(key=lambda due: due.tell_at, reverse=True)
    edge = present.today - older_than
    lately = tuple(due for due in come if present.day_of(due.tell_at) > edge)
    return CatchUp(lately, tuple(due for due in come if present.day_of(due.tell_at) <= edge))


def _summary(tellings: Iterable[Telling], present: Present) -> PopUp:
    return PopUp(PopUpKind.SUMMARY, f"{_SUMMARY}{present.today.isoformat()}", tuple(tellings))


def _allowed_at(telling: Telling, present: Present) -> datetime:
    """When it may be told: at its moment, or at the start of the day after the quiet hours it fell into."""
    return present.hours.disturbing_from(telling.tell_at, present.here)


def _missed(telling: Telling, present: Present) -> bool:
    """Whether it came at a moment when nobody was there, and not just some time today."""
    return telling.day is None and (telling.alone or present.day_of(telling.tell_at) < present.today)
