from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.storage.moments import from_column, to_column


@given(st.datetimes(timezones=st.just(UTC)))
def test_every_moment_comes_back_exactly(moment: datetime) -> None:
    assert from_column(to_column(moment)) == moment


def test_an_offset_is_understood_and_kept_as_utc() -> None:
    moment = datetime(2026, 3, 14, 9, tzinfo=timezone(timedelta(hours=2)))
    assert from_column(to_column(moment)).isoformat() == "2026-03-14T07:00:00+00:00"


def test_moments_sort_as_their_columns_do() -> None:
    early, late = datetime(1969, 12, 31, tzinfo=UTC), datetime(1970, 1, 2, tzinfo=UTC)
    assert to_column(early) < 0 < to_column(late)
