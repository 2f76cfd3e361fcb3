"""What somebody asked for: when, how and how seldom they like to be reached."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.wall_time import day_of, instant, moved, zone_named

EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the day in wall time; over midnight when ``end`` is not later than ``start``."""

    start: time
    end: time

    def holds(self, at: time) -> bool:
        """Whether the time lies in it; the end does not."""
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Wishes:
    """One person's wishes. Without ``stretches`` any hour is good, without ``zone`` it is ours.

    ``days`` are weekdays, Monday being 0. ``least_gap`` is in days. ``paused_until`` is the
    first day they may be suggested again; ``no_more_contact`` has no end.
    """

    stretches: tuple[Stretch, ...] = ()
    days: frozenset[int] = EVERY_DAY
    zone: str = ""
    channel: InteractionKind | None = None
    least_gap: int | None = None
    paused_until: date | None = None
    no_more_contact: bool = False


class Wish(StrEnum):
    """Which wish speaks against reaching out."""

    NO_MORE_CONTACT = "no_more_contact"
    PAUSE = "pause"
    LEAST_GAP = "least_gap"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Against:
    """A wish against reaching out now. ``until`` is in UTC, None when it has no end in sight."""

    wish: Wish
    until: datetime | None


def against(wishes: Wishes, last_on: date | None, now: datetime, here: tzinfo) -> Against | None:
    """The weightiest wish against reaching out at this moment, if there is any.

    ``last_on`` is the day of the last conversation. A wish that can never be met, such as
    one for no weekday at all, is against it without end.
    """
    today = day_of(now, here)
    if wishes.no_more_contact:
        return Against(Wish.NO_MORE_CONTACT, None)
    if wishes.paused_until is not None and today < wishes.paused_until:
        return Against(Wish.PAUSE, instant(wishes.paused_until, time(), here))
    if wishes.least_gap is not None and last_on is not None:
        again = moved(last_on, wishes.least_gap)
        if today < again:
            return Against(Wish.LEAST_GAP, instant(again, time(), here))
    if not _suits(wishes, now, here):
        return Against(Wish.HOURS, suits_from(wishes, now, here))
    return None


def suits_from(wishes: Wishes, now: datetime, here: tzinfo) -> datetime | None:
    """The first moment from now on that suits their hours and days; None within a week."""
    if _suits(wishes, now, here):
        return now
    zone = zone_named(wishes.zone, here)
    today = now.astimezone(zone).date()
    starts = [stretch.start for stretch in wishes.stretches] + [time()]
    moments = (instant(moved(today, ahead), start, zone) for ahead in range(9) for start in starts)
    return min((moment for moment in moments if moment > now and _suits(wishes, moment, here)), default=None)


def _suits(wishes: Wishes, moment: datetime, here: tzinfo) -> bool:
    there = moment.astimezone(zone_named(wishes.zone, here))
    if not wishes.stretches:
        return there.weekday() in wishes.days
    return any(
        stretch.holds(there.time()) and _began_on(stretch, there).weekday() in wishes.days
        for stretch in wishes.stretches
    )


def _began_on(stretch: Stretch, there: datetime) -> date:
    """The day on which the stretch that holds this wall time began."""
    over_midnight = stretch.start >= stretch.end and there.time() < stretch.end
    return there.date() - timedelta(days=1) if over_midnight else there.date()
