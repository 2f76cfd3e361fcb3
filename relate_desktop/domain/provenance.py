"""Where a value came from: the change that last wrote it."""

from dataclasses import dataclass
from datetime import datetime

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ChangesetId, PropertyId


@dataclass(frozen=True, slots=True)
class Provenance:
    """The last write of one property."""

    property: PropertyId
    name: str
    value: str
    changeset: ChangesetId
    kind: OperationKind
    at: datetime
    source: str | None
    """The imported files' names, else None: typed by hand."""
    edited: bool
    """Whether it came in from a file and was changed by hand since."""
