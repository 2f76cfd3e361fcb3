"""Notes on the timeline: dated text about one person or several.

What a vCard calls a note, text that belongs to the person and to no day, is in ``note``.
"""

from dataclasses import dataclass

from relate_desktop.domain.ids import ContactId, TimelineNoteId
from relate_desktop.domain.interaction import Happened


@dataclass(frozen=True, slots=True)
class TimelineNote:
    """One note. ``text`` is in the subset of ``markdown``, as it was typed.

    ``people`` are those it is about, mentioned ones among them. A pinned note stands above
    the timeline. What was told in confidence leaves the book only in its own backups.
    """

    text: str
    happened: Happened
    people: tuple[ContactId, ...]
    pinned: bool = False
    in_confidence: bool = False
    id: TimelineNoteId | None = None
