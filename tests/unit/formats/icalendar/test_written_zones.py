"""Rules of zones as others read them, checked against the world's by reading them back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.zone_rules import zone_of
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.written_zones import zone_component
from relate_desktop.formats.icalendar.zones import read_zone

RULED = (
    "Europe/Berlin",
    "Europe/Lisbon",
    "Europe/Dublin",
    "America/New_York",
    "America/Havana",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Asia/Beirut",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "America/Phoenix",
)


def written(name: str, year: int) -> str:
    component = zone_component(ZoneInfo(name), year)
    assert component is not None
    return bytes(component.to_ical()).decode()


@pytest.mark.parametrize("name", RULED)
def test_the_rules_say_what_the_world_says_also_in_years_to_come(name: str) -> None:
    (raw,) = components(written(name, 2026).encode()).components
    called, _, rules = read_zone(raw)
    assert called == name
    assert rules is not None
    ours, world = zone_of(rules), ZoneInfo(name)
    moment = datetime(2026, 6, 1, tzinfo=UTC)
    while moment.year < 2060:
        assert moment.astimezone(ours).utcoffset() == moment.astimezone(world).utcoffset()
        moment += timedelta(hours=71)


def test_summer_begins_at_the_hour_that_clocks_show_before_it() -> None:
    text = written("Europe/Berlin", 2026)
    assert "DTSTART:20260329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n" in text
    assert "DTSTART:20261025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n" in text
    assert (text.count("BEGIN:DAYLIGHT"), text.count("BEGIN:STANDARD")) == (1, 1)


def test_a_zone_without_summer_has_one_offset() -> None:
    text = written("Asia/Tokyo", 2026)
    assert ("BEGIN:DAYLIGHT" in text, text.count("TZOFFSETTO:+0900")) == (False, 1)


@pytest.mark.parametrize(
    ("name", "year"), [("Africa/Casablanca", 2026), ("America/Santiago", 2026), ("Europe/Berlin", 1976)]
)
def test_clocks_that_keep_no_rule_have_none(name: str, year: int) -> None:
    assert zone_component(ZoneInfo(name), year) is None


@pytest.mark.parametrize("year", [0, 9_988, 9_999])
def test_at_the_ends_of_the_calendar_no_rule_is_told(year: int) -> None:
    assert zone_component(ZoneInfo("Europe/Berlin"), year) is None
    assert zone_component(ZoneInfo("Asia/Tokyo"), 9_987) is not None
