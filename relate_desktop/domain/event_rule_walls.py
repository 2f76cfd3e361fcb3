"""The wall times of an event's rule in a window of time.

What a window costs depends on the window and on the rule, never on how long ago the rule began.
A rule that says something a thousand times, or looks for what never comes, is cut off by
``Patience``: no rule of a stranger's file holds anybody up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_rule_days import FIRST_DAY, LAST_DAY, day_rule, fits, periods

DAY = 86_400
HOUR = 3_600
MINUTE = 60

MOST_COUNTED = 20_000
"""How many times a COUNT is counted off; behind that a rule has no end worth knowing."""
_STEPS = 20_000
_UNITS = {Step.SECONDLY: 1, Step.MINUTELY: MINUTE, Step.HOURLY: HOUR}


@dataclass(slots=True)
class Patience:
    """How many periods and steps may still be looked at, those that cost more counted for more."""

    left: int = _STEPS

    def spent(self, cost: int = 1) -> bool:
        """Takes one step; True when there are none left."""
        self.left -= cost
        return self.left < 0


def walls(
    rule: EventRule, anchor: datetime, first: datetime, last: datetime, patience: Patience | None = None
) -> Iterator[datetime]:
    """The wall times of a rule that began at ``anchor``, from ``first`` to ``last``, both included."""
    start = max(first, anchor)
    end = last if rule.until is None else min(last, rule.until)
    low, high = _seconds(start), _seconds(end)
    if low > high:
        return
    find = _within_days if rule.step.within_a_day else _by_days
    for second in find(rule, anchor, low, high, Patience() if patience is None else patience):
        if second > high:
            return
        if second >= low:
            yield _wall(second)


def counted_end(rule: EventRule, anchor: datetime, count: int) -> datetime | None:
    """The wall time at which COUNT is used up, DTSTART being the first; None where it is too far off."""
    if rule.plain and (rule.step is Step.DAILY or rule.step.within_a_day):
        unit = DAY if rule.step is Step.DAILY else _UNITS[rule.step]
        second = _seconds(anchor) + (count - 1) * rule.interval * unit
        return _wall(second) if second < LAST_DAY * DAY else None
    left, last, end = count, anchor, datetime(9998, 12, 31)  # noqa: DTZ001 - a wall time has no zone
    patience = Patience()
    for number, wall in enumerate(walls(rule, anchor, anchor, end, patience)):
        # A first time that is not in its own rule counts all the same.
        left -= number == 0 and wall != anchor
        if number >= MOST_COUNTED:
            return None
        if number >= left:
            return last
        last = wall
    return None if patience.left < 0 else last


def _by_days(rule: EventRule, anchor: datetime, low: int, high: int, patience: Patience) -> Iterator[int]:
    days, times = day_rule(rule, anchor.date()), times_of_day(rule, anchor)
    cost = days.cost
    for found in periods(days, low // DAY, high // DAY):
        if patience.spent(cost):
            return
        if rule.by_position:
            yield from _positions(rule, [day * DAY for day in found], times)
        else:
            for day in found:
                for second in times:
                    yield day * DAY + second


def _positions(rule: EventRule, starts: list[int], offsets: tuple[int, ...]) -> Iterator[int]:
    """What stands at the positions named among all starts with all offsets."""
    size = len(offsets)
    length = len(starts) * size
    wanted = {place - 1 if place > 0 else length + place for place in rule.by_position}
    for index in sorted(wanted):
        if 0 <= index < length:
            yield starts[index // size] + offsets[index % size]


def comes_often(rule: EventRule, anchor: datetime) -> bool:
    """Whether it may come more than once an hour, all day long."""
    if rule.step.within_a_day:
        return rule.step is not Step.HOURLY or len(_in_hour(rule, anchor)) > 1
    return len(times_of_day(rule, anchor)) > DAY // HOUR


@lru_cache(maxsize=4096)
def times_of_day(rule: EventRule, anchor: datetime) -> tuple[int, ...]:
    """The seconds of a day at which a daily or rarer rule comes."""
    hours = sorted(set(rule.by_hour)) or (anchor.hour,)
    return tuple(hour * HOUR + second for hour in hours for second in _in_hour(rule, anchor))


def _in_hour(rule: EventRule, anchor: datetime) -> tuple[int, ...]:
    minutes = sorted(set(rule.by_minute)) or (anchor.minute,)
    return tuple(minute * MINUTE + second for minute in minutes for second in _in_minute(rule, anchor))


def _in_minute(rule: EventRule, anchor: datetime) -> tuple[int, ...]:
    # Second 60 is a leap second: no clock of a day has it (RFC 5545 3.3.10).
    return tuple(sorted({min(second, 59) for second in rule.by_second})) or (anchor.second,)


def _within_days(rule: EventRule, anchor: datetime, low: int, high: int, patience: Patience) -> Iterator[int]:
    """Steps of hours, minutes or seconds; what a part rules out is stepped over as a whole."""
    days = day_rule(rule, anchor.date())
    unit = _UNITS[rule.step]
    step = rule.interval * unit
    origin = _seconds(anchor) // unit * unit
    offsets = _offsets(rule, anchor)
    now = origin + (low // unit * unit - origin + step - 1) // step * step
    day, stands = -1, False
    while now <= high and not patience.spent():
        if now // DAY != day:
            day = now // DAY
            stands = fits(days, day)
        barred = _barred_until(rule, now, stands=stands)
        if barred > now:
            now += (barred - now + step - 1) // step * step
            continue
        if rule.by_position:
            yield from _positions(rule, [now], offsets)
        else:
            for offset in offsets:
                yield now + offset
        now += step


def _offsets(rule: EventRule, anchor: datetime) -> tuple[int, ...]:
    """The seconds within one step of the rule at which it comes."""
    if rule.step is Step.HOURLY:
        return _in_hour(rule, anchor)
    return _in_minute(rule, anchor) if rule.step is Step.MINUTELY else (0,)


def _barred_until(rule: EventRule, now: int, *, stands: bool) -> int:
    """The second from which on the parts of the rule may hold again; ``now`` where they hold."""
    if not stands:
        return (now // DAY + 1) * DAY
    if rule.by_hour and now % DAY // HOUR not in rule.by_hour:
        return (now // HOUR + 1) * HOUR
    if rule.step is Step.HOURLY:
        return now
    if rule.by_minute and now % HOUR // MINUTE not in rule.by_minute:
        return (now // MINUTE + 1) * MINUTE
    if rule.step is Step.SECONDLY and rule.by_second and now % MINUTE not in rule.by_second:
        return now + 1
    return now


def _seconds(wall: datetime) -> int:
    return wall.toordinal() * DAY + wall.hour * HOUR + wall.minute * MINUTE + wall.second


def _wall(second: int) -> datetime:
    day, rest = divmod(second, DAY)
    day = min(max(day, FIRST_DAY), LAST_DAY)
    found = date.fromordinal(day)
    return datetime(found.year, found.month, found.day) + timedelta(seconds=rest)  # noqa: DTZ001
