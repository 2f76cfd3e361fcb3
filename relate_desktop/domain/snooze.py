"""What a snooze can mean, with the moment each choice comes to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.present import Present
from relate_desktop.domain.wall_time import instant, moved

_HOUR = timedelta(hours=1)


class Snooze(StrEnum):
    """The choices of the snooze menu, in its order."""

    HOUR = "hour"
    EVENING = "evening"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """One choice. ``until`` is in UTC, None for *when there is room*."""

    snooze: Snooze
    until: datetime | None


def snooze_choices(present: Present) -> tuple[SnoozeChoice, ...]:
    """The choices that mean something now: the evening is left out once it has come."""
    moments = {snooze: snoozed_until(snooze, present) for snooze in Snooze}
    return tuple(
        SnoozeChoice(snooze, until)
        for snooze, until in moments.items()
        if snooze is not Snooze.EVENING or (until is not None and until > present.now + _HOUR)
    )


def snoozed_until(snooze: Snooze, present: Present) -> datetime | None:
    """The moment a choice comes to; None for *when there is room*.

    *Tomorrow* is the start of the user's day, *next week* that of the first working day of
    the week that begins next Monday.
    """
    hours, here, today = present.hours, present.here, present.today
    if snooze is Snooze.HOUR:
        return present.now + _HOUR
    if snooze is Snooze.EVENING:
        return instant(today, hours.evening, here)
    if snooze is Snooze.TOMORROW:
        return hours.start_of(moved(today, 1), here)
    if snooze is Snooze.NEXT_WEEK:
        return hours.start_of(hours.working_day_from(moved(today, 7 - today.weekday())), here)
    return None
