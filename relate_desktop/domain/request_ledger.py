"""What was asked of whom, as the user reads it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from relate_desktop.domain.ids import ContactId

_OF_NAMES = ("A, AAAA ", "TXT ", "SRV ")
"""How questions begin that whoever answers for names gets to read."""

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

    @property
    def is_name(self) -> bool:
        """Whether only a name was asked about, such as where a host stands, and not the host itself."""
        return self.sent.startswith(_OF_NAMES)


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
