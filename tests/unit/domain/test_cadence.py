"""Rhythms, wished for and learned."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.cadence import (
    Cadence,
    CadenceSource,
    Rhythm,
    gaps_between,
    kept_rhythm,
    offered,
    read_gap,
    rhythm_of,
    write_gap,
)
from tests.present import TODAY, talk, talks_every


def test_the_usual_gap_is_the_median_of_the_last_six() -> None:
    talks = [
        talk(f"2026-{day}")
        for day in ("01-01", "03-01", "03-11", "03-21", "03-31", "04-10", "04-20", "06-01")
    ]
    assert rhythm_of(talks) == Rhythm(10.0, 0.0, 6)


def test_the_spread_is_the_distance_from_it() -> None:
    talks = [talk(f"2026-{day}") for day in ("01-01", "01-11", "01-31", "03-02")]
    assert rhythm_of(talks) == Rhythm(20.0, 10.0, 3)


def test_too_few_gaps_say_nothing() -> None:
    assert rhythm_of(talks_every(7, TODAY, 3)) is None
    assert rhythm_of(()) is None


def test_several_talks_on_a_day_are_one() -> None:
    assert gaps_between([date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 3)]) == [2]


def test_their_own_rhythm_comes_before_that_of_a_circle() -> None:
    kept = kept_rhythm(Cadence(30, 60, 14), {"Clients": Cadence(7)}, None, agreed=False)
    assert kept is not None
    assert (kept.usual, kept.late_after, kept.no_sooner, kept.source) == (30, 60, 14, CadenceSource.PERSON)


def test_of_several_circles_the_closest_counts() -> None:
    kept = kept_rhythm(None, {"Clients": Cadence(90), "Family": Cadence(14)}, None, agreed=False)
    assert kept is not None
    assert (kept.circle, kept.usual, round(kept.late_after, 1)) == ("Family", 14, 19.6)


def test_a_learned_rhythm_counts_once_it_was_agreed_to() -> None:
    rhythm = Rhythm(35, 4, 6)
    assert kept_rhythm(None, {}, rhythm, agreed=False) is None
    kept = kept_rhythm(None, {}, rhythm, agreed=True)
    assert kept is not None
    assert (kept.source, kept.late_after) == (CadenceSource.LEARNED, 49)


def test_relate_asks_once_after_six_conversations() -> None:
    assert offered(None, {}, talks_every(30, TODAY, 6), asked=False)
    assert not offered(None, {}, talks_every(30, TODAY, 5), asked=False)
    assert not offered(None, {}, talks_every(30, TODAY, 6), asked=True)
    assert not offered(Cadence(30), {}, talks_every(30, TODAY, 6), asked=False)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6w", 42),
        ("10d", 10),
        ("2m", 61),
        ("1Y", 365),
        (" 3 w ", 21),
        ("0d", None),
        ("w", None),
        ("99y", None),
    ],
)
def test_a_gap_is_read(text: str, days: int | None) -> None:
    assert read_gap(text) == days


@pytest.mark.parametrize(
    ("ideal", "latest", "no_sooner"), [(0, None, None), (30, 20, None), (30, None, 31), (9999, None, None)]
)
def test_contradictions_are_refused(ideal: int, latest: int | None, no_sooner: int | None) -> None:
    with pytest.raises(ValueError, match=r"rhythm|latest"):
        Cadence(ideal, latest, no_sooner)


@given(st.text(max_size=8))
def test_no_text_breaks_the_reading_of_gaps(text: str) -> None:
    days = read_gap(text)
    assert days is None or Cadence(days)


@pytest.mark.parametrize(
    ("days", "text"),
    [(1, "1d"), (7, "1w"), (10, "10d"), (42, "6w"), (30, "1m"), (61, "2m"), (365, "1y"), (3652, "10y")],
)
def test_a_gap_is_written_as_people_type_it(days: int, text: str) -> None:
    assert write_gap(days) == text


@given(st.integers(1, 3660))
def test_a_written_gap_is_read_back(days: int) -> None:
    assert read_gap(write_gap(days)) == days
