"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


class FixedClock:
    """Answers the same moment until ``pass_time`` moves it; fits ``domain.clock.Clock``."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def pass_time(self, step: timedelta) -> datetime:
        """Let some time pass and answer the new moment."""
        self.moment += step
        return self.moment


def a_clock(moment: datetime = START) -> FixedClock:
    """A clock at the given moment, aware and in UTC."""
    return FixedClock(moment)
