"""How long one question may take, and whether it is still wanted."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from relate_desktop.domain.errors import ErrorKind, NetworkError

T = TypeVar("T")
SLICE = 0.05
"""Seconds one wait takes at the most before anybody may stop it."""

Stop = Callable[[], None]
"""Raises Cancelled when the question is no longer wanted; called on the asking thread, often."""


class Pace:
    """One deadline over everything that a question does; every wait is a row of short ones."""

    def __init__(
        self, host: str, seconds: float, stop: Stop, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.host = host
        """Whom the user is told of when it takes too long."""
        self.stop = stop
        self._monotonic = monotonic
        self._end = monotonic() + seconds

    def slice(self, until: float | None = None) -> float:
        """Seconds the next wait may take. Raises Cancelled, and TOO_SLOW when the time is over."""
        self.stop()
        left = (self._end if until is None else min(until, self._end)) - self._monotonic()
        if left <= 0:
            raise NetworkError(ErrorKind.TOO_SLOW, host=self.host)
        return min(left, SLICE)

    def after(self, seconds: float) -> float:
        """The moment some seconds from now, for ``slice``."""
        return self._monotonic() + seconds

    def is_over(self, until: float) -> bool:
        """Whether a moment has come."""
        return self._monotonic() >= until

    def share(self, until: float, turns: int) -> float:
        """When the first of some turns is over that have to be had until a moment."""
        now = self._monotonic()
        return now + max(0.0, min(until, self._end) - now) / turns

    @property
    def left(self) -> float:
        """Seconds until the deadline; never less than none."""
        return max(0.0, self._end - self._monotonic())

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Time in which others are waited for does not count."""
        began = self._monotonic()
        try:
            yield
        finally:
            self._end += self._monotonic() - began

    def wait_for(self, call: Callable[[], T]) -> T:
        """What a call answers that nobody can stop: it runs aside, and is left to itself when time is over.

        Raises what the call raises, Cancelled and TOO_SLOW.
        """
        result: _Result[T] = _Result()
        done = threading.Event()

        def run() -> None:
            try:
                result.value = call()
            except BaseException as error:  # noqa: BLE001 - raised again on the thread that waits
                result.error = error
            finally:
                done.set()

        threading.Thread(target=run, name="relate-aside", daemon=True).start()
        while not done.wait(self.slice()):
            pass
        if result.error is not None:
            raise result.error
        return cast("T", result.value)


@dataclass
class _Result(Generic[T]):
    value: T | None = None
    error: BaseException | None = None
