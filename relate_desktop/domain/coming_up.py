"""Birthdays and other moments that are near, and those for which it is not too late."""

from collections.abc import Iterable, Mapping
from datetime import date

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment, MomentDay, days_in, told_on
from relate_desktop.domain.present import Present
from relate_desktop.domain.wall_time import moved

AHEAD = 10
BEHIND = 7
MOST_ROWS = 5
FARTHEST = 366

_WISHED = frozenset({DateKind.BIRTHDAY, DateKind.ANNIVERSARY})


def coming_up(moments: Iterable[Moment], present: Present, *, days: int = AHEAD) -> tuple[MomentDay, ...]:
    """The moments of the next days, today's first; also farther ones of which one is to be told."""
    today = present.today
    found = [
        day
        for moment in moments
        for day in days_in(moment, today, moved(today, max(days, _told_ahead(moment))), present.leap_day)
        if day.days_from(today) <= days or told_on(day) <= today
    ]
    return _in_order(found)[:MOST_ROWS]


def late_wishes(
    moments: Iterable[Moment], last_talks: Mapping[ContactId, date], present: Present
) -> tuple[MomentDay, ...]:
    """The birthdays and anniversaries of the last days since which nobody talked with them, a few.

    ``last_talks`` are the days of the last conversation, where there was one.
    """
    today = present.today
    found = [
        day
        for moment in moments
        if moment.kind in _WISHED and moment.yearly
        for day in days_in(moment, moved(today, -BEHIND), moved(today, -1), present.leap_day)
        if not _talked_since(day, last_talks)
    ]
    return _in_order(found)[-MOST_ROWS:]


def _told_ahead(moment: Moment) -> int:
    return min(max(moment.days_before, 0), FARTHEST)


def _talked_since(day: MomentDay, last_talks: Mapping[ContactId, date]) -> bool:
    contact = day.moment.contact
    return contact is not None and last_talks.get(contact, date.min) >= day.on


def _in_order(found: list[MomentDay]) -> tuple[MomentDay, ...]:
    return tuple(sorted(found, key=lambda day: (day.on, day.moment.contact or 0, day.moment.label)))
