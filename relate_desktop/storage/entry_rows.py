"""Conversations and notes as rows and back, and the moment by which they stand in order."""

from collections.abc import Sequence
from datetime import UTC, date
from typing import Any

from relate_desktop.domain.ids import ContactId, EntryId, InteractionId, TimelineNoteId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

Kept = Interaction | TimelineNote
"""What an entry holds."""

NOTE = "note"
FIELDS = "kind,direction,on_day,at,zone,minutes,text,pinned,in_confidence"
"""The columns that an item fills and is read from, in this order."""


def fields_of(item: Kept) -> tuple[object, ...]:
    """The columns ``FIELDS`` of an item."""
    happened = item.happened
    when = (
        happened.on.isoformat(),
        to_column(happened.at) if happened.at is not None else None,
        storable(happened.zone),
    )
    if isinstance(item, TimelineNote):
        return (NOTE, None, *when, None, storable(item.text), int(item.pinned), int(item.in_confidence))
    return (item.kind.value, item.direction.value, *when, item.minutes, storable(item.text), 0, 0)


def sort_column(happened: Happened) -> int:
    """The place in order: the moment, else noon of the day in its zone or, without one, in UTC."""
    return to_column(happened.sort_at(UTC))


def item_of(number: EntryId, row: Sequence[Any], people: tuple[ContactId, ...]) -> Kept:
    """The item of an entry's number and its ``FIELDS``."""
    kind, direction, on_day, at, zone, minutes, text, pinned, in_confidence = row
    happened = Happened(date.fromisoformat(on_day), from_column(at) if at is not None else None, zone)
    if kind == NOTE:
        return TimelineNote(text, happened, people, bool(pinned), bool(in_confidence), TimelineNoteId(number))
    return Interaction(
        InteractionKind(kind), Direction(direction), happened, people, text, minutes, InteractionId(number)
    )
