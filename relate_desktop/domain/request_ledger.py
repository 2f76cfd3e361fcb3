"""What was asked of whom, as the user reads it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from relate_desktop.domain.ids import ContactId

LookupId = NewType("LookupId", int)


@dataclass(frozen=True, slots=True)
class AskedHost:
    """One question to one host."""

    at: datetime
    host: str
    port: int
    sent: str
    """What the host got to read; never a key."""
    why: str
    status: int | None = None
    """HTTP's, where there was one."""
    received: int = 0
    """Bytes that came."""
    outcome: str = ""
    """``answered``, ``cancelled``, the value of an ErrorKind, or empty: it was cut off."""


@dataclass(frozen=True, slots=True)
class LookupMade:
    """One look-up of one person."""

    id: LookupId
    contact: ContactId
    at: datetime
    found: int
    kept: int | None
    """How many facts were kept; None while the user has not decided."""
    asked: tuple[AskedHost, ...]

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts asked, each once, in order."""
        return tuple(dict.fromkeys(one.host for one in self.asked))
