"""What one change did, row by row, and what taking it back would come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from relate_desktop.domain.change import HistoryEntry, RevertConflict
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property

Row = Mapping[str, str | int | None]
"""A row of a table by the names of its columns."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None where it was not there.

    Of a line of a card ``was`` and ``now`` are the property.
    """

    table: str
    row: int
    contact: ContactId | None
    before: Row | None
    after: Row | None
    was: Property | None = None
    now: Property | None = None


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """What a change did: its first rows, how many more there are, and the first people it concerned."""

    rows: tuple[RowChange, ...]
    more: int
    people: tuple[tuple[ContactId, str], ...]
    """Those who are still there, with what they are called."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How many rows of a table return, leave and change."""

    back: int = 0
    gone: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that stays as it is: ``row`` says what would have returned, and what is there now."""

    conflict: RevertConflict
    row: RowChange
    called: str
    """Whom it is about, empty for nobody in particular."""
    since: HistoryEntry | None
    """The change because of which it stays, where one wrote the row itself."""


@dataclass(frozen=True, slots=True)
class RevertPlan:
    """What taking a change back would do. Nothing of it is done yet."""

    entry: HistoryEntry
    effects: Mapping[str, Effect]
    """By table, those that are told of and not touched at all left out."""
    kept: tuple[Kept, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing at all would return."""
        return not self.effects
