import time
from datetime import UTC, datetime, timedelta

import pytest

from relate_desktop.system.clock import fixed_clock, machine_clock, read_moment


def test_the_machines_clock_is_aware_and_in_utc() -> None:
    assert machine_clock().utcoffset() == timedelta(0)


def test_a_fixed_clock_stands_still_in_utc() -> None:
    clock = fixed_clock(datetime.fromisoformat("2026-11-24T09:00+01:00"))
    assert clock() == clock() == datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_a_moment_with_offset_is_that_moment() -> None:
    assert read_moment("2026-11-24T09:00+05:30") == datetime(2026, 11, 24, 3, 30, tzinfo=UTC)


def test_a_moment_without_offset_is_in_the_systems_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert read_moment("2026-11-24T09:00") == datetime(2026, 11, 24, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_day_is_its_first_moment() -> None:
    assert read_moment("2026-11-24").astimezone().hour == 0


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "0001-01-01T00:00+23:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the user's
        read_moment(text)
