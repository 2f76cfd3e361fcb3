"""Where a value came from: the change that last wrote it."""

from dataclasses import dataclass
from datetime import datetime

from relate_desktop.domain.change import HistoryEntry, OperationKind
from relate_desktop.domain.ids import ChangesetId, PropertyId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.property import Property
from relate_desktop.domain.timeline_note import TimelineNote


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
    """The imported files' names or the page a look-up read, else None: typed by hand."""
    edited: bool
    """Whether it came in from a file and was changed by hand since."""


@dataclass(frozen=True, slots=True)
class ValueVersion:
    """What a line said from a change on; None where the change took it away."""

    said: Property | None
    entry: HistoryEntry


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """What an entry of the timeline said from a change on; None where the change took it away."""

    said: Interaction | TimelineNote | None
    entry: HistoryEntry
