"""What a timeline shows, read away from the window's thread: the order of it and its first rows."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from relate_desktop.domain.change import HistoryEntry, OperationKind
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import visible
from relate_desktop.domain.timeline import TimelineEntry, TimelineFilter, TimelineWhich
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.ui.kit.paged import PAGE
from relate_desktop.ui.timeline.rows import About, Row, row_of
from relate_desktop.words.dates import full_moment, moment_in_row
from relate_desktop.words.numbers import sentence
from relate_desktop.words.operations import summary
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.history import HistoryService
    from relate_desktop.services.timeline import TimelineService

CHANGES_FROM = 1 << 40
"""Changes of a person stand on the timeline under ids that no entry and no moment has."""
MOST_CHANGES = 40
LONGEST_SOURCE = 200
_SHOWN = {
    OperationKind.IMPORT: ("tray-arrow-down", "blue"),
    OperationKind.ADD: ("user-plus", "accent"),
    OperationKind.EDIT: ("pencil-simple", "plain"),
    OperationKind.TRASH: ("trash", "amber"),
    OperationKind.PUT_BACK: ("arrow-counter-clockwise", "accent"),
    OperationKind.SAMPLE: ("users", "blue"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The order of a timeline, its first entries, and the rows that are no entries."""

    wanted: TimelineFilter
    ids: "array[int]"
    first: Sequence[TimelineEntry] = ()
    changes: Mapping[int, Row] = field(default_factory=dict)


class Reading:
    """Reads timelines of one person or of everybody. May be used on any thread."""

    def __init__(
        self,
        timeline: "TimelineService",
        history: "HistoryService",
        present: Callable[[], Present],
    ) -> None:
        self._timeline, self._history, self.present = timeline, history, present

    def find(self, wanted: TimelineFilter) -> Found:
        """The whole order, and the first page of it."""
        contact, ids = wanted.contact, self._timeline.ids(wanted)
        first = self._timeline.page([EntryId(one) for one in ids[:PAGE]])
        changes: dict[int, Row] = {}
        told = wanted.which in {TimelineWhich.ALL, TimelineWhich.MOMENTS} and not wanted.words.strip()
        if contact is not None and told:
            known = {int(entry.id): entry for entry in first}
            for identity, at, row in self._changes(contact):
                ids.insert(self._place(ids, at, known), identity)
                changes[identity] = row
        return Found(wanted, ids, first, changes)

    def rows(self, ids: Sequence[int], about: About, changes: Mapping[int, Row]) -> list[Row]:
        """The rows that still exist."""
        present = self.present()
        entries = self._timeline.page([EntryId(one) for one in ids if one not in changes])
        return [row_of(one, about, present) for one in entries] + [
            changes[one] for one in ids if one in changes
        ]

    def _changes(self, contact: ContactId) -> list[tuple[int, datetime, Row]]:
        """What became of somebody's page, oldest first; edits of one day are one row."""
        now = self.present().now
        told: list[tuple[int, datetime, Row]] = []
        edited = None
        for entry in self._history.entries(contact)[: 4 * MOST_CHANGES]:
            if entry.undone or entry.kind not in _SHOWN:
                continue
            day = entry.at.astimezone().date() if entry.kind is OperationKind.EDIT else None
            if day is not None and day == edited:
                continue
            edited = day
            identity = -CHANGES_FROM - entry.changeset
            told.append((identity, entry.at, _change_row(identity, entry, now)))
        return told[MOST_CHANGES - 1 :: -1] if len(told) > MOST_CHANGES else told[::-1]

    def _place(self, ids: "array[int]", at: datetime, known: dict[int, TimelineEntry]) -> int:
        """Where something of this moment belongs in an order from new to old; pinned ones come first.

        ``known`` are entries read already; those that had to be looked at are added.
        """
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            identity = ids[middle]
            if identity > -CHANGES_FROM and identity not in known:
                known |= {int(entry.id): entry for entry in self._timeline.page([EntryId(identity)])}
            # what became of the person before this is in the order already, and lies behind
            found = known.get(identity)
            if found is not None and comes_before(found, at, self.present()):
                low = middle + 1
            else:
                high = middle
        return low


def comes_before(entry: TimelineEntry, at: datetime, present: Present) -> bool:
    """Whether an entry stands above what happened at a moment."""
    item = entry.item
    if isinstance(item, Moment):
        known = PartialDate.of(present.day_of(at))
        return item.date.whole and known < item.date
    pinned = isinstance(item, TimelineNote) and item.pinned
    return pinned or item.happened.sort_at(present.here) >= at


def _change_row(identity: int, entry: HistoryEntry, now: datetime) -> Row:
    icon, tint = _SHOWN[entry.kind]
    titles = {
        OperationKind.IMPORT: _("Imported"),
        OperationKind.ADD: _("Added by you"),
        OperationKind.EDIT: _("Edited by you"),
        OperationKind.SAMPLE: _("Sample person"),
    }
    text = _("From {source}.").format(source=visible(entry.source, LONGEST_SOURCE)) if entry.source else ""
    return Row(
        identity,
        icon,
        tint,
        titles.get(entry.kind) or summary(entry.kind, entry.facts),
        sentence(moment_in_row(entry.at, now)),
        full_moment(entry.at),
        text,
    )
