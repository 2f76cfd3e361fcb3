"""Promises: what I owe somebody and what somebody owes me."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relate_desktop.domain.ids import ContactId, InteractionId, PromiseId
from relate_desktop.domain.reminder import DueTime


class OwedBy(StrEnum):
    """Whose turn it is."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Promise:
    """Something owed. ``due`` is None when nobody said until when.

    ``kept_at`` is when it was kept or let go, aware and in UTC; None while it is open.
    ``told_in`` is the conversation in which it was made.
    """

    owed_by: OwedBy
    text: str
    people: tuple[ContactId, ...]
    made_on: date
    due: DueTime | None = None
    kept_at: datetime | None = None
    told_in: InteractionId | None = None
    id: PromiseId | None = None

    @property
    def open(self) -> bool:
        """Whether it is still owed."""
        return self.kept_at is None
