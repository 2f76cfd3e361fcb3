"""When events take place: keys, spans, moments."""

# ruff: noqa: DTZ001 - wall times have no zone

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_schedule import (
    AlsoOn,
    Lasts,
    Replaces,
    Schedule,
    key_of,
    moment_of,
    span,
    zone_in,
)

NOON = datetime(2026, 7, 1, 12)
HOUR = Lasts(seconds=3600)
BERLIN = ZoneInfo("Europe/Berlin")


def test_an_occurrence_is_named_by_its_time_of_utc_or_its_day() -> None:
    assert key_of(NOON, utc=True) == "20260701T120000Z"
    assert key_of(NOON) == "20260701T120000"
    assert Replaces(NOON, day=True).key == "20260701"


def test_only_a_series_repeats() -> None:
    assert Schedule(NOON, rules=(EventRule(Step.DAILY),)).repeats
    assert Schedule(NOON, also=(AlsoOn(NOON),)).repeats
    assert not Schedule(NOON, rules=(EventRule(Step.DAILY),), replaces=Replaces(NOON)).repeats


def test_whole_days_float_whatever_their_zone() -> None:
    assert Schedule(NOON, zone="Europe/Berlin", all_day=True).floating
    assert not Schedule(NOON, zone="Europe/Berlin").floating
    assert zone_in("", BERLIN) is BERLIN


def test_the_span_of_one_event_is_its_time() -> None:
    found = span(Schedule(NOON, HOUR, "Europe/Berlin"))
    assert found.first == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert found.last == datetime(2026, 7, 1, 11, tzinfo=UTC)


def test_the_span_of_a_floating_event_holds_it_wherever_the_reader_is() -> None:
    found = span(Schedule(NOON, HOUR))
    for zone in ("Pacific/Kiritimati", "Pacific/Niue"):
        moment = moment_of(NOON, ZoneInfo(zone))
        assert found.last is not None
        assert found.first <= moment <= moment + timedelta(hours=1) <= found.last


def test_the_span_of_a_series_goes_to_its_end() -> None:
    until = EventRule(Step.DAILY, until=datetime(2026, 8, 1, 12))
    later = AlsoOn(datetime(2027, 1, 1), Lasts(days=2))
    found = span(Schedule(NOON, HOUR, "UTC", rules=(until,), also=(later,)))
    assert found.last is not None
    assert datetime(2027, 1, 3, tzinfo=UTC) <= found.last <= datetime(2027, 1, 5, tzinfo=UTC)
    assert span(Schedule(NOON, HOUR, "UTC", rules=(EventRule(Step.DAILY),))).last is None


def test_an_override_for_all_that_follows_has_no_end_of_its_own() -> None:
    one = Schedule(NOON, HOUR, "UTC", replaces=Replaces(NOON, utc=True))
    assert span(one).last == datetime(2026, 7, 1, 13, tzinfo=UTC)
    assert span(replace(one, replaces=Replaces(NOON, utc=True, and_future=True))).last is None


def test_a_time_the_clocks_jump_over_counts_with_the_offset_before() -> None:
    assert moment_of(datetime(2026, 3, 29, 2, 30), BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_time_that_comes_twice_means_the_first() -> None:
    assert moment_of(datetime(2026, 10, 25, 2, 30), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
