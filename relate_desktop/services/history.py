"""Every change there was: listed, undone, redone, taken back at any later time."""

from relate_desktop.domain.change import HistoryEntry, Operation, OperationKind, Origin, Reverted
from relate_desktop.domain.ids import ChangesetId, ContactId
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
