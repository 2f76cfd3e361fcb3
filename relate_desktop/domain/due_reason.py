"""Why something stands on Today: what it came from, as data; the sentence is made on top."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy

NOTE = "note"


class DueOrigin(StrEnum):
    """Where it came from."""

    I_PROMISED = "i_promised"
    THEY_PROMISED = "they_promised"
    CONVERSATION = "conversation"
    NOTE = "note"
    WRITTEN = "written"
    """Written down as a reminder and nothing else."""


@dataclass(frozen=True, slots=True)
class DueReason:
    """Where something due came from, and the day of it.

    ``kind`` is by which means one talked, where it came from a conversation.
    """

    origin: DueOrigin
    on: date
    kind: InteractionKind | None = None


def due_reason(row: DueRow, told: tuple[str, date] | None, present: Present) -> DueReason:
    """Why a row is there; ``told`` is kind and day of the entry it came from, if it did."""
    kind = None if told is None or told[0] == NOTE else InteractionKind(told[0])
    if row.promise is not None:
        mine = row.promise.owed_by is OwedBy.MINE
        origin = DueOrigin.I_PROMISED if mine else DueOrigin.THEY_PROMISED
        return DueReason(origin, row.promise.made_on if told is None else told[1], kind)
    if told is not None:
        return DueReason(DueOrigin.NOTE if kind is None else DueOrigin.CONVERSATION, told[1], kind)
    made = present.now if row.reminder is None else row.reminder.created_at
    return DueReason(DueOrigin.WRITTEN, present.day_of(made))
