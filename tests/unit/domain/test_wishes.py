"""What people asked for is kept to, in their own zone."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.wishes import Against, Stretch, Wish, Wishes, against, suits_from
from tests.present import BERLIN, TODAY, at

MORNINGS = Wishes(stretches=(Stretch(time(9), time(12)),), zone="Asia/Tokyo", days=frozenset({0, 1, 2, 3, 4}))


@pytest.mark.parametrize(
    ("wall", "until"),
    [
        ("2026-11-24 09:00", None),
        ("2026-11-24 11:59", None),
        ("2026-11-24 12:00", at("2026-11-25 09:00", "Asia/Tokyo")),
        ("2026-11-27 18:00", at("2026-11-30 09:00", "Asia/Tokyo")),
        ("2026-11-28 10:00", at("2026-11-30 09:00", "Asia/Tokyo")),
    ],
)
def test_their_hours_are_those_of_their_zone(wall: str, until: datetime | None) -> None:
    found = against(MORNINGS, None, at(wall, "Asia/Tokyo"), BERLIN)
    assert found == (None if until is None else Against(Wish.HOURS, until))


def test_a_stretch_over_midnight_belongs_to_the_day_it_began() -> None:
    night = Wishes(stretches=(Stretch(time(22), time(2)),), days=frozenset({4}))
    assert against(night, None, at("2026-11-28 01:00"), BERLIN) is None
    assert against(night, None, at("2026-11-27 01:00"), BERLIN) is not None


def test_the_least_gap_is_kept() -> None:
    wishes = Wishes(least_gap=10)
    found = against(wishes, date(2026, 11, 20), at("2026-11-24 12:00"), BERLIN)
    assert found == Against(Wish.LEAST_GAP, at("2026-11-30 00:00"))
    assert against(wishes, date(2026, 11, 14), at("2026-11-24 12:00"), BERLIN) is None
    assert against(wishes, None, at("2026-11-24 12:00"), BERLIN) is None


def test_a_pause_ends_on_its_day() -> None:
    wishes = Wishes(paused_until=date(2026, 11, 25))
    assert against(wishes, None, at("2026-11-24 23:59"), BERLIN) == Against(
        Wish.PAUSE, at("2026-11-25 00:00")
    )
    assert against(wishes, None, at("2026-11-25 00:00"), BERLIN) is None


def test_no_more_contact_has_no_end() -> None:
    wishes = Wishes(no_more_contact=True, paused_until=TODAY)
    assert against(wishes, None, at("2026-11-24 12:00"), BERLIN) == Against(Wish.NO_MORE_CONTACT, None)


def test_a_wish_for_no_day_has_no_end() -> None:
    found = against(Wishes(days=frozenset()), None, at("2026-11-24 12:00"), BERLIN)
    assert found == Against(Wish.HOURS, None)


stretches = st.builds(
    Stretch, st.integers(0, 23).map(time), st.integers(0, 23).map(lambda hour: time(hour, 30))
)


@given(
    st.builds(
        Wishes,
        stretches=st.lists(stretches, max_size=2).map(tuple),
        days=st.frozensets(st.integers(0, 6), min_size=1),
        zone=st.sampled_from(["", "Asia/Tokyo", "America/New_York", "nowhere"]),
    ),
    st.integers(0, 200 * 24 * 60),
)
def test_the_moment_that_suits_is_the_first(wishes: Wishes, minutes: int) -> None:
    now = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    suits = suits_from(wishes, now, BERLIN)
    assert suits is not None
    assert suits >= now
    assert against(wishes, None, suits, BERLIN) is None
    steps = int((suits - now).total_seconds() // 1800)
    for step in range(steps):
        assert against(wishes, None, now + timedelta(minutes=30 * step), BERLIN) is not None
