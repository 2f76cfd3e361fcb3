"""How instants stand in the tables: whole microseconds since 1970 in UTC, and back."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_column(moment: datetime) -> int:
    """The number kept for an aware instant."""
    return (moment - _EPOCH) // _MICROSECOND


def from_column(value: int) -> datetime:
    """The aware UTC instant of a kept number."""
    return _EPOCH + timedelta(microseconds=value)
