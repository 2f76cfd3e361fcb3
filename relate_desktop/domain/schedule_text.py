"""Schedules as text, for keeping: short, exact, and read back hundreds of times for one agenda."""

import json
from datetime import date, datetime
from functools import lru_cache

from relate_desktop.domain.event_rule import EventRule, Skip, Step
from relate_desktop.domain.event_schedule import AlsoOn, EventZone, Lasts, Replaces, Schedule
from relate_desktop.domain.recurrence import ByDay
from relate_desktop.domain.zone_rules import FileZone, Observance

_NUMBERS = (
    ("s", "by_second"),
    ("m", "by_minute"),
    ("h", "by_hour"),
    ("d", "by_month_day"),
    ("y", "by_year_day"),
    ("w", "by_week"),
    ("o", "by_month"),
    ("p", "by_position"),
)
Packed = dict[str, object]
_read = json.JSONDecoder().raw_decode


def write_schedule(schedule: Schedule) -> str:
    """The schedule as text that ``read_schedule`` reads back as the same schedule."""
    packed: Packed = {"at": _wall(schedule.starts)}
    packed |= {"l": [schedule.lasts.days, schedule.lasts.seconds]} if schedule.lasts != Lasts() else {}
    packed |= {"z": _zone(schedule.zone)} if schedule.zone else {}
    packed |= {"day": 1} if schedule.all_day else {}
    packed |= {"r": [_rule(rule) for rule in schedule.rules]} if schedule.rules else {}
    packed |= {"also": [_also(also) for also in schedule.also]} if schedule.also else {}
    packed |= {"not": sorted(map(_wall, schedule.excluded))} if schedule.excluded else {}
    packed |= (
        {"off": sorted(day.isoformat().replace("-", "") for day in schedule.excluded_days)}
        if schedule.excluded_days
        else {}
    )
    packed |= {"xr": [_rule(rule) for rule in schedule.excluded_rules]} if schedule.excluded_rules else {}
    replaces = schedule.replaces
    if replaces is not None:
        packed["id"] = [_wall(replaces.wall), int(replaces.utc), int(replaces.day), int(replaces.and_future)]
    packed |= {"n": schedule.sequence} if schedule.sequence else {}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def read_schedule(text: str) -> Schedule:
    """The schedule a text stands for. Raises ValueError or KeyError for a text that is none."""
    packed, _ = _read(text)
    starts = datetime.fromisoformat(packed.pop("at"))
    lasts = _lasts(*packed.pop("l", (0, 0)))
    zone = packed.pop("z", "")
    if not isinstance(zone, str):
        zone = _read_rules_of_zone(json.dumps(zone))
    if not packed:  # what takes place once, as nearly everything does
        return Schedule(starts, lasts, zone)
    replaces = packed.get("id")
    return Schedule(
        starts=starts,
        lasts=lasts,
        zone=zone,
        all_day="day" in packed,
        rules=tuple(_read_rule(json.dumps(rule)) for rule in packed.get("r", ())),
        also=tuple(
            AlsoOn(_read_wall(one[0]), Lasts(one[1], one[2]) if len(one) > 1 else None)
            for one in packed.get("also", ())
        ),
        excluded=frozenset(map(_read_wall, packed.get("not", ()))),
        excluded_days=frozenset(map(_read_day, packed.get("off", ()))),
        excluded_rules=tuple(_read_rule(json.dumps(rule)) for rule in packed.get("xr", ())),
        replaces=replaces
        and Replaces(_read_wall(replaces[0]), bool(replaces[1]), bool(replaces[2]), bool(replaces[3])),
        sequence=packed.get("n", 0),
    )


@lru_cache(maxsize=1024)
def _lasts(days: int, seconds: int) -> Lasts:
    return Lasts(days, seconds)


def _wall(wall: datetime) -> str:
    # strftime does not fill years up to four digits everywhere.
    return wall.isoformat().replace("-", "").replace(":", "")


def _read_wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _read_day(text: str) -> date:
    return date.fromisoformat(text)


def _also(also: AlsoOn) -> list[str | int]:
    return [_wall(also.wall), *((also.lasts.days, also.lasts.seconds) if also.lasts else ())]


def _rule(rule: EventRule) -> Packed:
    packed: Packed = {"f": rule.step.value}
    packed |= {"i": rule.interval} if rule.interval != 1 else {}
    packed |= {"u": _wall(rule.until)} if rule.until is not None else {}
    packed |= {key: list(getattr(rule, name)) for key, name in _NUMBERS if getattr(rule, name)}
    packed |= {"b": [[by.weekday, by.nth or 0] for by in rule.by_day]} if rule.by_day else {}
    packed |= {"k": rule.week_start} if rule.week_start else {}
    packed |= {"skip": rule.skip.value} if rule.skip is not Skip.OMIT else {}
    return packed


@lru_cache(maxsize=4096)
def _read_rule(text: str) -> EventRule:
    packed = json.loads(text)
    return EventRule(
        step=Step(packed["f"]),
        interval=packed.get("i", 1),
        until=_read_wall(packed["u"]) if "u" in packed else None,
        by_day=tuple(ByDay(weekday, nth or None) for weekday, nth in packed.get("b", ())),
        week_start=packed.get("k", 0),
        skip=Skip(packed.get("skip", Skip.OMIT)),
        **{name: tuple(packed.get(key, ())) for key, name in _NUMBERS},
    )


def _zone(zone: EventZone) -> object:
    if isinstance(zone, str):
        return zone
    observances = [
        [
            _wall(one.begins),
            one.before,
            one.offset,
            [_rule(rule) for rule in one.rules],
            [_wall(day) for day in one.dates],
        ]
        for one in zone.observances
    ]
    return [zone.name, observances]


@lru_cache(maxsize=256)
def _read_rules_of_zone(text: str) -> FileZone:
    name, observances = json.loads(text)
    return FileZone(
        name,
        tuple(
            Observance(
                _read_wall(begins),
                before,
                offset,
                tuple(_read_rule(json.dumps(rule)) for rule in rules),
                tuple(map(_read_wall, dates)),
            )
            for begins, before, offset, rules, dates in observances
        ),
    )
