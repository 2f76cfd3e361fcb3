"""The zones of a file."""

# ruff: noqa: DTZ001 - wall times have no zone

from datetime import UTC, datetime

import pytest

from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.event_series import occurrences
from relate_desktop.domain.zone_rules import FileZone, Observance
from relate_desktop.formats.icalendar.split import components
from relate_desktop.formats.icalendar.zones import MOST_MARKED, Zones, read_zone, world_zone
from tests.unit.formats.icalendar.calendars import a_calendar, read_all, read_one, scheduled, starts, utc

OWN = (
    "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0500\n"
    "TZOFFSETTO:+0400\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
    "DTSTART:19700329T020000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0500\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20300331T220000Z\nEND:DAYLIGHT\nEND:VTIMEZONE"
)


def zones(*parts: str, answers: dict[str, str] | None = None) -> Zones:
    return Zones(components(a_calendar(*parts)).components, answers)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("W. Europe Standard Time 1", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("w. europe standard time", "Europe/Berlin"),
        ("W. Europe Daylight Time", "Europe/Berlin"),
        ("(UTC) Coordinated Universal Time", "Etc/UTC"),
        ("/citadel.org/20190914_1/UTC", "UTC"),
        ("/freeassociation.sourceforge.net/Tzfile/EST5EDT", "EST5EDT"),
        ("UTC-08", "Etc/GMT+8"),
        ("UTC-5", ""),
        ("UTC 5", ""),
        ("Coordinated Universal Time-5", ""),
        ("GMT", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("US-Eastern", "US/Eastern"),
        ("Europe_Berlin", "Europe/Berlin"),
        ("Etc/GMT-5", "Etc/GMT-5"),
        ("Etc-GMT+5", ""),
        ("Factory", ""),
        ("Europe", ""),
        ("../../etc/passwd", ""),
        ("", ""),
        ("x" * 500, ""),
    ],
)
def test_names_the_world_knows(name: str, expected: str) -> None:
    assert world_zone(name) == expected


def test_a_file_cannot_say_what_berlin_is() -> None:
    assert zones(OWN.format(name="Europe/Berlin")).find("Europe/Berlin") == "Europe/Berlin"


def test_a_zone_nobody_knows_has_the_rules_of_its_file() -> None:
    found = zones(OWN.format(name="Bridge time")).find("Bridge time")
    assert isinstance(found, FileZone)
    assert [one.offset for one in found.observances] == [14_400, 18_000]
    assert found.observances[1].rules[0].until == datetime(2030, 4, 1, 2)


def test_a_name_is_the_same_with_its_comma_escaped_and_without() -> None:
    escaped = OWN.format(name="Nowhere\\, on Sea")
    assert isinstance(zones(escaped).find("Nowhere, on Sea"), FileZone)


@pytest.mark.parametrize("year", ["0000", "0001", "0002", "1601"])
def test_the_rules_of_a_zone_may_begin_before_all_time(year: str) -> None:
    rules = OWN.format(name="Nowhere").replace("19701025", f"{year}1028").replace("19700329", f"{year}0325")
    when = "DTSTART;TZID=Nowhere:20260101T120000\nRDATE;TZID=Nowhere:20260701T120000"
    event = f"BEGIN:VEVENT\nUID:a\n{when}\nEND:VEVENT"
    (found,) = (one for one in read_all(a_calendar(rules, event)) if isinstance(one, EventDraft))
    times = starts(occurrences([scheduled(found)], utc(2026, 1, 1), utc(2026, 8, 1), UTC))
    assert times == ["2026-01-01 08:00", "2026-07-01 07:00"]


def test_each_calendar_of_a_file_explains_its_own_zones() -> None:
    east, west = (
        a_calendar(
            "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
            f"TZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE",
            f"BEGIN:VEVENT\nUID:{offset}\nDTSTART;TZID=Customized Time Zone:20260701T120000\nEND:VEVENT",
        )
        for offset in ("+0500", "-0700")
    )
    drafts = [one for one in read_all(east + west) if isinstance(one, EventDraft)]
    assert [
        starts(occurrences([scheduled(one)], utc(2026, 7, 1), utc(2026, 8, 1), UTC)) for one in drafts
    ] == [
        ["2026-07-01 07:00"],
        ["2026-07-01 19:00"],
    ]


def test_events_are_marked_by_what_their_file_alone_explains_of_them() -> None:
    def marks(*offsets: str) -> list[bytes]:
        own = [OWN.format(name=f"Bridge\\, {number}").replace("+0500", offset)
               for number, offset in enumerate(offsets)]  # fmt: skip
        event = "BEGIN:VEVENT\nDTSTART;TZID={}:20260701T120000\nEND:VEVENT"
        events = [event.format(name) for name in ("Europe/Berlin", '"Bridge, 0"')]
        split = components(a_calendar(OWN.format(name="Europe/Berlin"), *own, *events)).components
        found = Zones(split)
        return [found.explained_for(one) for one in split if one.kind == "VEVENT"]

    berlin, bridge = marks("+0500")
    assert (berlin, bool(bridge)) == (b"", True)
    assert marks("+0500") == [berlin, bridge]
    assert marks("+0600")[1] != bridge
    many = ["+0500"] * (MOST_MARKED + 1)
    assert marks(*many) != marks(*many[1:], "+0600")
    assert len(marks(*many)[1]) == len(bridge)


def test_a_zone_may_say_where_in_the_world_it_lies() -> None:
    own = OWN.format(name="Bridge time").replace("\n", "\nX-LIC-LOCATION:Asia/Tokyo\n", 1)
    assert zones(own).find("Bridge time") == "Asia/Tokyo"


def test_a_zone_without_name_or_rules_is_unknown_until_it_is_answered() -> None:
    assert zones().find("Bridge time") is None
    assert zones(answers={"Bridge time": "Asia/Tokyo"}).find("Bridge time") == "Asia/Tokyo"


def test_a_name_that_is_an_offset_is_that_offset() -> None:
    assert zones().find("GMT+05:30") == FileZone(
        "GMT+05:30", (Observance(datetime(1900, 1, 1), 19_800, 19_800),)
    )


def test_too_many_and_impossible_observances_are_no_rules() -> None:
    one = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:{to}\nEND:STANDARD"
    many = "\n".join([one.format(to="+0100")] * 20_000)
    for inside in (many, one.format(to="+9959")):
        zone = components(a_calendar(f"BEGIN:VTIMEZONE\nTZID:X\n{inside}\nEND:VTIMEZONE")).components[0]
        assert read_zone(zone) == ("X", "", None)


def test_events_in_an_unknown_zone_float_and_say_which_it_is() -> None:
    draft = read_one("UID:a", "DTSTART;TZID=Bridge time:20260701T120000")
    assert (draft.unknown_zone, draft.schedule.zone) == ("Bridge time", "")


def test_the_answer_is_used_when_the_file_is_read_again() -> None:
    data = a_calendar("BEGIN:VEVENT\nDTSTART;TZID=Bridge time:20260701T120000\nEND:VEVENT")
    draft = read_all(data, {"Bridge time": "Asia/Tokyo"})[0]
    assert draft.schedule.zone == "Asia/Tokyo"  # type: ignore[union-attr]
