"""Forty zones from 1970 to 2037: gaps, second comings, changed rules; by name and by a file's own rules."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.calendar_event import CalendarEvent
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_schedule import Lasts, Schedule, moment_of
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.domain.zone_rules import FileZone, zone_of
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.zones import read_zone

ZONES = (
    *("Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg", "Africa/Monrovia", "Africa/Windhoek"),
    *("America/Anchorage", "America/Argentina/San_Luis", "America/Bogota", "America/Caracas"),
    *("America/Havana", "America/Mexico_City", "America/New_York", "America/Nuuk", "America/Phoenix"),
    *("America/Santiago", "America/Sao_Paulo", "America/St_Johns", "Antarctica/Troll", "Asia/Amman"),
    *("Asia/Beirut", "Asia/Dhaka", "Asia/Gaza", "Asia/Hong_Kong", "Asia/Jerusalem", "Asia/Kathmandu"),
    *("Asia/Kolkata", "Asia/Pyongyang", "Asia/Tehran", "Asia/Tokyo", "Australia/Lord_Howe"),
    *("Australia/Sydney", "Europe/Berlin", "Europe/Dublin", "Europe/Istanbul", "Europe/London"),
    *("Europe/Moscow", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kwajalein"),
)
FIRST, LAST = date(1970, 1, 2), date(2037, 12, 30)
WALLS = st.datetimes(datetime.combine(FIRST, time()), datetime.combine(LAST, time()))


def offset(moment: datetime, zone: ZoneInfo) -> int:
    return int((moment.astimezone(zone).utcoffset() or timedelta()).total_seconds())


@cache
def changes(name: str) -> list[datetime]:
    """The moments at which clocks change, to the second."""
    zone, found = ZoneInfo(name), []
    for number in range((LAST - FIRST).days * 2):
        low = datetime.combine(FIRST, time(), UTC) + timedelta(hours=12 * number)
        high = low + timedelta(hours=12)
        if offset(low, zone) == offset(high, zone):
            continue
        while high - low > timedelta(seconds=1):
            middle = low + (high - low) // 2
            middle -= timedelta(microseconds=middle.microsecond)
            low, high = (low, middle) if offset(middle, zone) != offset(low, zone) else (middle, high)
        found.append(high)
    return found


def hours(seconds: int) -> str:
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}{f'{rest:02}' if rest else ''}"


@cache
def own_rules(name: str) -> FileZone:
    """The zone as a file would explain it, change by change."""
    zone = ZoneInfo(name)
    lines = ["BEGIN:VTIMEZONE", "TZID:Own"]
    for change in changes(name) or [datetime.combine(FIRST, time(), UTC)]:
        before, after = offset(change - timedelta(seconds=1), zone), offset(change, zone)
        begins = (change + timedelta(seconds=before)).strftime("%Y%m%dT%H%M%S")
        lines += ["BEGIN:STANDARD", f"DTSTART:{begins}", f"TZOFFSETFROM:{hours(before)}"]
        lines += [f"TZOFFSETTO:{hours(after)}", "END:STANDARD"]
    _, _, rules = read_zone(components("\n".join([*lines, "END:VTIMEZONE"]).encode()).components[0])
    assert rules is not None
    return rules


@pytest.mark.parametrize("name", ZONES)
def test_around_every_change_of_clocks_a_wall_time_means_the_moment_it_should(name: str) -> None:
    zone = ZoneInfo(name)
    for change in changes(name):
        for minutes in range(-180, 181, 15):
            wall = (change + timedelta(minutes=minutes)).astimezone(zone).replace(tzinfo=None, fold=0)
            moment = moment_of(wall, zone)
            assert moment.astimezone(zone).replace(tzinfo=None) == wall
            assert moment <= change + timedelta(minutes=minutes), "of two, the first"


@pytest.mark.parametrize("name", ZONES)
def test_a_time_left_out_is_counted_on_from_before_the_jump(name: str) -> None:
    zone = ZoneInfo(name)
    for change in changes(name):
        before = (change - timedelta(hours=3)).astimezone(zone).utcoffset() or timedelta()
        after = (change + timedelta(hours=3)).astimezone(zone).utcoffset() or timedelta()
        jump = change + timedelta(minutes=30)
        wall = jump.replace(tzinfo=None) + before
        missing = not tz.datetime_exists(wall, tz.gettz(name))
        if after > before and missing:
            assert moment_of(wall, zone) == jump


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ZONES), WALLS)
def test_the_rules_of_a_file_say_what_the_world_says(name: str, moment: datetime) -> None:
    at = moment.replace(tzinfo=UTC, microsecond=0)
    ours, world = zone_of(own_rules(name)), ZoneInfo(name)
    assert at.astimezone(ours).replace(tzinfo=None) == at.astimezone(world).replace(tzinfo=None)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ZONES), WALLS, st.sampled_from(Step), st.booleans())
def test_a_series_keeps_its_wall_time_whatever_clocks_do(
    name: str, begins: datetime, step: Step, own: bool
) -> None:
    begins = begins.replace(microsecond=0)
    zone = own_rules(name) if own else name
    rule = EventRule(step, 7 if step.within_a_day else 1)
    schedule = Schedule(begins, Lasts(0, 1800), zone, rules=(rule,))
    event = CalendarEvent(EventId(1), CalendarId(1), "a", "A")
    start = moment_of(begins, ZoneInfo(name)) - timedelta(days=1)
    found = occurrences([Scheduled(event, schedule)], start, start + timedelta(days=40), UTC)
    assert found
    world = ZoneInfo(name)
    for one in found[:200]:
        wall = one.starts_at.astimezone(world).replace(tzinfo=None)
        planned = datetime.combine(wall.date(), begins.time())
        assert (one.lasts, one.event) == (timedelta(minutes=30), event)
        if not step.within_a_day and tz.datetime_exists(planned, tz.gettz(name)):
            assert wall == planned
