"""Every change there was: listed, undone, redone, taken back at any later time."""

from array import array
from collections.abc import Sequence
from datetime import datetime

from relate_desktop.domain.change import HistoryEntry, Operation, OperationKind, Origin, Reverted
from relate_desktop.domain.change_details import ChangeDetails, Kept, RevertPlan
from relate_desktop.domain.ids import ChangesetId, ContactId, EntryId, PropertyId
from relate_desktop.domain.provenance import EntryVersion, ValueVersion
from relate_desktop.storage.database import Database


class HistoryService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def entries(self, contact: ContactId | None = None, limit: int | None = None) -> list[HistoryEntry]:
        """The changes, newest first, of one person or of the whole book."""
        with self._database.read() as book:
            return book.history.entries(contact=contact, limit=limit)

    def ids(self, contact: ContactId | None = None) -> "array[int]":
        """The numbers of the changes, newest first, of one person or of the whole book."""
        with self._database.read() as book:
            return book.history.ids(contact)

    def page(self, changesets: Sequence[int]) -> list[HistoryEntry]:
        """Some changes, in the order asked for."""
        with self._database.read() as book:
            return book.history.page(changesets)

    def began_at(self) -> datetime | None:
        """When the first change was made; None in an empty book."""
        with self._database.read() as book:
            return book.history.began_at()

    def details(self, changeset: ChangesetId, contact: ContactId | None = None) -> ChangeDetails:
        """What a change did, in all or to one person. Raises NotFoundError(OPERATION_UNKNOWN)."""
        with self._database.read() as book:
            return book.change_rows.details(changeset, contact)

    def story(self, line: PropertyId) -> tuple[ValueVersion, ...]:
        """What a line of a card said from its beginning on, newest first."""
        with self._database.read() as book:
            return book.change_rows.story(line)

    def entry_story(self, entry: EntryId) -> tuple[EntryVersion, ...]:
        """What an entry of the timeline said from its beginning on, newest first."""
        with self._database.read() as book:
            return book.change_rows.entry_story(entry)

    def plan(self, changeset: ChangesetId) -> RevertPlan:
        """What taking a change back would come to; nothing is kept of it.

        It holds writers up for as long as taking back takes: not for the window's thread. Raises
        NotFoundError (OPERATION_UNKNOWN, NOTHING_TO_UNDO).
        """
        return self._database.plan_take_back(Operation(OperationKind.TAKE_BACK, self._origin), changeset)

    def kept(self, reverted: Reverted) -> tuple[Kept, ...]:
        """What could not return, with what it would have been."""
        with self._database.read() as book:
            return book.change_rows.kept(reverted.reverted, reverted.conflicts)

    def entry(self, changeset: ChangesetId) -> HistoryEntry:
        """One change. Raises NotFoundError(OPERATION_UNKNOWN)."""
        with self._database.read() as book:
            return book.history.entry(changeset)

    def undoable(self) -> HistoryEntry | None:
        """The change that undo would take back, or None."""
        with self._database.read() as book:
            return book.history.last_undoable()

    def redoable(self) -> HistoryEntry | None:
        """The change that redo would do again, or None."""
        with self._database.read() as book:
            return book.history.last_redoable()

    def undo(self, changeset: ChangesetId | None = None) -> Reverted:
        """Takes the newest change back, or any older one, keeping what was changed since.

        Raises NotFoundError(NOTHING_TO_UNDO) and NotFoundError(OPERATION_UNKNOWN).
        """
        if changeset is not None:
            return self._database.take_back(Operation(OperationKind.TAKE_BACK, self._origin), changeset)
        return self._database.undo(Operation(OperationKind.UNDO, self._origin))

    def redo(self) -> Reverted:
        """Does again what was undone last. Raises NotFoundError(NOTHING_TO_REDO)."""
        return self._database.redo(Operation(OperationKind.REDO, self._origin))
