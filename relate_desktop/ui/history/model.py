"""The list of changes: one row each, in words."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from relate_desktop.domain.change import HistoryEntry, OperationKind, Origin
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.paged import PagedModel
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.dates import full_moment, moment_in_row
from relate_desktop.words.operations import origin_name, summary
from relate_desktop.words.translation import _

ICONS = {
    OperationKind.IMPORT: "tray-arrow-down",
    OperationKind.ADD: "user-plus",
    OperationKind.EDIT: "pencil-simple",
    OperationKind.TRASH: "trash",
    OperationKind.PUT_BACK: "arrow-bend-up-left",
    OperationKind.FORGET: "shield-check",
    OperationKind.UNDO: "arrow-counter-clockwise",
    OperationKind.REDO: "repeat",
    OperationKind.TAKE_BACK: "arrow-counter-clockwise",
    OperationKind.SAMPLE: "users-three",
    OperationKind.MERGE: "arrows-merge",
    OperationKind.MERGE_ALL: "arrows-merge",
    OperationKind.SEPARATE: "users",
    OperationKind.KEEP_APART: "users",
    OperationKind.RELATE: "users",
    OperationKind.RELATION_EDIT: "pencil-simple",
    OperationKind.UNRELATE: "trash",
    OperationKind.HOUSEHOLD: "users-three",
    OperationKind.LIVING_APART: "users",
    OperationKind.LIVING_ASKED: "arrow-counter-clockwise",
    OperationKind.HOW_MET: "handshake",
    OperationKind.NAMES: "pencil-simple",
    OperationKind.DECLINE: "x",
    OperationKind.ASK_AGAIN: "arrow-counter-clockwise",
    OperationKind.LOG: "chat-circle-text",
    OperationKind.NOTE: "note",
    OperationKind.ENTRY_EDIT: "pencil-simple",
    OperationKind.ENTRY_REMOVE: "trash",
    OperationKind.REMIND: "bell-simple",
    OperationKind.REMINDER_EDIT: "pencil-simple",
    OperationKind.REMINDER_REMOVE: "trash",
    OperationKind.DONE: "check-circle",
    OperationKind.SNOOZE: "bell-simple-z",
    OperationKind.PROMISE: "handshake",
    OperationKind.PROMISE_EDIT: "pencil-simple",
    OperationKind.PROMISE_KEPT: "check-circle",
    OperationKind.PROMISE_REMOVE: "trash",
    OperationKind.MOMENT: "cake",
    OperationKind.MOMENT_REMOVE: "trash",
    OperationKind.RHYTHM: "arrows-clockwise",
    OperationKind.CIRCLE_RHYTHM: "arrows-clockwise",
    OperationKind.CIRCLE_ADD: "users-three",
    OperationKind.CIRCLE_RENAME: "users-three",
    OperationKind.CIRCLE_JOIN: "arrows-merge",
    OperationKind.CIRCLE_REMOVE: "trash",
    OperationKind.CIRCLE_COLOUR: "users-three",
    OperationKind.CIRCLE_ORDER: "users-three",
    OperationKind.BULK: "users-three",
    OperationKind.NOT_NOW: "clock",
    OperationKind.MEETING_PEOPLE: "users",
    OperationKind.STRANGERS: "user-plus",
    OperationKind.STRANGERS_LEFT: "users",
    OperationKind.HELD_MEETINGS: "coffee",
    OperationKind.CAPTURE: "pencil-simple-line",
}


_NEVER = frozenset({OperationKind.FORGET, OperationKind.UNDO, OperationKind.REDO})


def parting(entry: HistoryEntry) -> Place | None:
    """Where people who were made one are separated again, with the question who gets what is newer."""
    kept = entry.facts.get("contact")
    if entry.kind is not OperationKind.MERGE or entry.undone or not isinstance(kept, int):
        return None
    return Place("duplicates", f"separate/{kept}/{entry.changeset}")


def may_take_back(entry: HistoryEntry) -> bool:
    """Whether a change can still be taken back."""
    return not entry.undone and entry.kind not in _NEVER


class HistoryModel(PagedModel[HistoryEntry]):
    """Changes, newest first, read a page at a time."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[HistoryEntry]],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(fetch, lambda entry: entry.changeset, parent)
        self._clock = clock

    def headline(self, entry: HistoryEntry) -> str:
        """What happened, in words."""
        return summary(entry.kind, entry.facts).rstrip(".")

    def details(self, entry: HistoryEntry) -> str:
        """When, from where, and whether it still holds."""
        parts = [moment_in_row(entry.at, self._clock())]
        if entry.origin is not Origin.WINDOW:
            parts.append(origin_name(entry.origin))
        if entry.source:
            parts.append(display(entry.source, 80))
        if entry.undone:
            parts.append(_("taken back"))
        return " · ".join(parts)

    def value(self, row: HistoryEntry, role: int) -> Any:
        """What a change says."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.headline(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.details(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(full_moment(row.at))
        return None
