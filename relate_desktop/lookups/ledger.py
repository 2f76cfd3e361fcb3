"""What the fetcher writes down: every question before it is sent, and what came of it.

The user reads it. Where it is kept is not the fetcher's business.
"""

from datetime import datetime
from typing import Protocol

ANSWERED = "answered"
CANCELLED = "cancelled"


class Ledger(Protocol):
    """Rows outside the record; any thread may call."""

    def begin(self, host: str, port: int, sent: str, why: str) -> int:
        """Write down a question that is about to leave the laptop, and give its number.

        ``sent`` is what the host gets to read, such as ``GET /users/ada`` or ``TXT _atproto.ada.example``,
        followed by the names of what may identify the user: ``GET /users/ada + Authorization``, or
        ``+ If-None-Match`` for the mark that the host itself gave the last time. Never a key.
        """
        ...

    def end(self, entry: int, status: int | None, received: int, outcome: str) -> None:
        """Say what came of it: the status where there was one, the bytes that came, and the outcome.

        The outcome is ``ANSWERED``, ``CANCELLED`` or the value of the ``ErrorKind`` that was raised.
        """
        ...

    def next_allowed(self, host: str) -> datetime | None:
        """Until when a host asked us to leave it in peace, aware; None when it did not, or that is over."""
        ...

    def wait(self, host: str, until: datetime) -> None:
        """Remember, beyond the end of the program, that a host asked for a wait."""
        ...
