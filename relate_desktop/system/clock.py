"""The machine's clock, or one that stands still at a moment asked for."""

from datetime import UTC, datetime

from relate_desktop.domain.clock import Clock


def machine_clock() -> datetime:
    """The present moment, aware and in UTC."""
    return datetime.now(UTC)


def fixed_clock(moment: datetime) -> Clock:
    """A clock that always answers ``moment``, which must be aware."""
    standing = moment.astimezone(UTC)
    return lambda: standing


def read_moment(text: str) -> datetime:
    """An ISO 8601 moment as aware UTC; without offset it is in the system's zone.

    Raises ValueError when the text is no moment, or one that no calendar of this machine holds.
    """
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(text) from error
