"""Components of a calendar's file as they come, with what was read of them."""

import hashlib
import re
from dataclasses import dataclass

from relate_desktop.domain.event_draft import EventDraft, RefusedEvent

_STAMP = re.compile(rb"^DTSTAMP[;:].*\n?(?:[ \t].*\n?)*", re.IGNORECASE | re.MULTILINE)
_LINE_ENDS = re.compile(rb"\r\n?")
_ESSENCE_BYTES = 16


@dataclass(frozen=True, slots=True)
class ComponentKey:
    """What names a component for good within its calendar."""

    kind: str
    uid: str
    recurrence: str = ""


@dataclass(frozen=True, slots=True)
class CalendarComponent:
    """One component with the bytes it came as. At most one of ``draft`` and ``refused`` is there:
    what is no event is kept as it is. ``line`` is its first in the file, counted from 1.
    """

    key: ComponentKey
    raw: bytes
    essence: bytes
    line: int = 0
    sequence: int = 0
    draft: EventDraft | None = None
    refused: RefusedEvent | None = None

    @property
    def unknown_zone(self) -> str:
        """The time zone of the event that nobody could explain."""
        return self.draft.unknown_zone if self.draft is not None else ""


def essence_of(raw: bytes, explained: bytes = b"") -> bytes:
    """What tells components apart that say something else.

    The day of the export, which many programs write anew into every event, and the kind of line
    ends are not part of it; what their file ``explained`` of them is.
    """
    plain = _LINE_ENDS.sub(b"\n", raw) if b"\r" in raw else raw
    said = _STAMP.sub(b"", plain).rstrip(b"\n") + explained
    return hashlib.blake2b(said, digest_size=_ESSENCE_BYTES).digest()


def key_of(kind: str, uid: str, recurrence: str, essence: bytes) -> ComponentKey:
    """The key of a component; one without UID is named by what it says."""
    return ComponentKey(kind, uid or f"none:{essence.hex()}", recurrence)
