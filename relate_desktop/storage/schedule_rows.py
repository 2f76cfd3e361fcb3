"""When events take place, as columns and back: JSON arrays in a fixed order."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_schedule import AlsoOn, EventZone, Lasts, Replaces, Schedule
from relate_desktop.domain.recurrence import ByDay
from relate_desktop.domain.zone_rules import FileZone, Observance


def schedule_column(schedule: Schedule) -> list[Any]:
    """A schedule as values that JSON knows."""
    return [
        schedule.starts.isoformat(),
        _lasts_column(schedule.lasts),
        _zone_column(schedule.zone),
        int(schedule.all_day),
        [_rule_column(rule) for rule in schedule.rules],
        [[one.wall.isoformat(), _lasts_column(one.lasts)] for one in schedule.also],
        [one.isoformat() for one in sorted(schedule.excluded)],
        [one.isoformat() for one in sorted(schedule.excluded_days)],
        [_rule_column(rule) for rule in schedule.excluded_rules],
        _replaces_column(schedule.replaces),
        schedule.sequence,
    ]


def schedule_of(column: Sequence[Any]) -> Schedule:
    """The schedule of a column."""
    replaces = column[9]
    return Schedule(
        starts=datetime.fromisoformat(column[0]),
        lasts=Lasts(*column[1]),
        zone=_zone(column[2]),
        all_day=bool(column[3]),
        rules=tuple(map(_rule, column[4])),
        also=tuple(
            AlsoOn(datetime.fromisoformat(wall), Lasts(*lasts) if lasts is not None else None)
            for wall, lasts in column[5]
        ),
        excluded=frozenset(map(datetime.fromisoformat, column[6])),
        excluded_days=frozenset(map(date.fromisoformat, column[7])),
        excluded_rules=tuple(map(_rule, column[8])),
        replaces=Replaces(datetime.fromisoformat(replaces[0]), *map(bool, replaces[1:]))
        if replaces
        else None,
        sequence=column[10],
    )


def _lasts_column(lasts: Lasts | None) -> list[int] | None:
    return [lasts.days, lasts.seconds] if lasts is not None else None


def _replaces_column(replaces: Replaces | None) -> list[Any] | None:
    if replaces is None:
        return None
    return [replaces.wall.isoformat(), int(replaces.utc), int(replaces.day), int(replaces.and_future)]


def _zone_column(zone: EventZone) -> str | list[Any]:
    if isinstance(zone, str):
        return zone
    return [zone.name, [_observance_column(one) for one in zone.observances]]


def _zone(column: str | Sequence[Any]) -> EventZone:
    if isinstance(column, str):
        return column
    return FileZone(column[0], tuple(map(_observance, column[1])))


def _observance_column(one: Observance) -> list[Any]:
    rules = [_rule_column(rule) for rule in one.rules]
    return [one.begins.isoformat(), one.before, one.offset, rules, [day.isoformat() for day in one.dates]]


def _observance(column: Sequence[Any]) -> Observance:
    begins, before, offset, rules, dates = column
    return Observance(
        datetime.fromisoformat(begins),
        before,
        offset,
        tuple(map(_rule, rules)),
        tuple(map(datetime.fromisoformat, dates)),
    )


def _rule_column(rule: EventRule) -> list[Any]:
    return [
        rule.step.value,
        rule.interval,
        rule.until.isoformat() if rule.until is not None else None,
        rule.by_second,
        rule.by_minute,
        rule.by_hour,
        [[one.weekday, one.nth] for one in rule.by_day],
        rule.by_month_day,
        rule.by_year_day,
        rule.by_week,
        rule.by_month,
        rule.by_position,
        rule.week_start,
        rule.skip.value,
    ]


def _rule(column: Sequence[Any]) -> EventRule:
    return EventRule(
        step=Step(column[0]),
        interval=column[1],
        until=datetime.fromisoformat(column[2]) if column[2] is not None else None,
        by_second=tuple(column[3]),
        by_minute=tuple(column[4]),
        by_hour=tuple(column[5]),
        by_day=tuple(ByDay(weekday, nth) for weekday, nth in column[6]),
        by_month_day=tuple(column[7]),
        by_year_day=tuple(column[8]),
        by_week=tuple(column[9]),
        by_month=tuple(column[10]),
        by_position=tuple(column[11]),
        week_start=column[12],
        skip=Skip(column[13]),
    )
