"""The three ways back and forth as writes of their own: undo, redo, take back."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from relate_desktop.domain.change import HistoryEntry, Operation, OperationKind, RevertConflict, Reverted
from relate_desktop.domain.change_details import RevertPlan
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import BatchId, ChangesetId, ContactId
from relate_desktop.storage.book import BookWriter
from relate_desktop.storage.change_rows import effects_of
from relate_desktop.storage.letting_go import let_go
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.revert import PART, Revert, mark, touched_by
from relate_desktop.storage.revert_part import RevertPart

_OF_PEOPLE = ("contacts", "properties", "property_lines", "contact_cards")
"""Tables from which the rows of lists, keys and search follow."""
_MOVES = frozenset({OperationKind.UNDO, OperationKind.REDO})


class Writable(Protocol):
    """What can be written: the open book."""

    def write(self, operation: Operation) -> AbstractContextManager[BookWriter]:
        """One transaction and one changeset."""
        ...


def undo(database: Writable, operation: Operation, changeset: ChangesetId | None) -> Reverted:
    """Takes back the last change that stands; another one is taken back out of the past."""
    with database.write(replace(operation, kind=OperationKind.UNDO)) as book:
        last = book.history.last_undoable()
        if changeset is None or (last is not None and last.changeset == changeset):
            if last is None:
                raise NotFoundError(ErrorKind.NOTHING_TO_UNDO)
            done = _last_redo(book, last.changeset) or last.changeset
            return _reverted(book, OperationKind.UNDO, last, done)
    return take_back(database, operation, changeset)


def redo(database: Writable, operation: Operation) -> Reverted:
    """Does again what was undone last, if nothing was written since."""
    with database.write(replace(operation, kind=OperationKind.REDO)) as book:
        last = book.history.last_redoable()
        if last is None:
            raise NotFoundError(ErrorKind.NOTHING_TO_REDO)
        row = book.journal.raw.execute(
            "SELECT undone_by FROM changesets WHERE id=?", (last.changeset,)
        ).fetchone()
        return _reverted(book, OperationKind.REDO, last, ChangesetId(row[0]))


def take_back(database: Writable, operation: Operation, changeset: ChangesetId) -> Reverted:
    """Takes any change that stands out of the past, as a change of its own."""
    with database.write(replace(operation, kind=OperationKind.TAKE_BACK)) as book:
        return _reverted(book, OperationKind.TAKE_BACK, _entry_that_stands(book, changeset), changeset)


def plan_take_back(database: Writable, operation: Operation, changeset: ChangesetId) -> RevertPlan:
    """What ``take_back`` would do, found out by doing it and keeping nothing of it.

    Raises NotFoundError as ``take_back`` does.
    """
    with database.write(replace(operation, kind=OperationKind.TAKE_BACK)) as book:
        entry = _entry_that_stands(book, changeset)
        conflicts = Revert(book.journal, changeset).apply()
        effects = effects_of(book.journal)
        kept = book.change_rows.kept(changeset, conflicts)
        book.journal.changed = False  # a write that changed nothing is rolled back
        return RevertPlan(entry, effects, kept)


def separate(
    database: Writable,
    operation: Operation,
    changeset: ChangesetId,
    newer_to: ContactId | None,
    group: Sequence[ContactId] = (),
) -> Reverted:
    """Takes a merge back: everybody has again what was theirs.

    What was added since stays on the person who was kept, or goes to ``newer_to``, one of
    those who return. Of a merge of many, ``group`` are those to separate, the one who was kept
    first. Raises NotFoundError like ``take_back``.
    """
    with database.write(replace(operation, kind=OperationKind.SEPARATE)) as book:
        entry = book.history.entry(changeset)
        if entry.undone or entry.kind is not (OperationKind.MERGE_ALL if group else OperationKind.MERGE):
            raise NotFoundError(ErrorKind.NOTHING_TO_UNDO, operation=changeset)
        done = _last_redo(book, changeset) or changeset
        if group:
            reverted = _some_reverted(book, entry, done, group)
        else:
            reverted = _reverted(book, OperationKind.SEPARATE, entry, done)
        kept = group[0] if group else entry.facts.get("contact")
        if newer_to is not None and isinstance(kept, int) and newer_to != kept:
            book.merger.hand_over(ContactId(kept), newer_to, done)
        return reverted


def _entry_that_stands(book: BookWriter, changeset: ChangesetId) -> HistoryEntry:
    """A change that can be taken back."""
    entry = book.history.entry(changeset)
    if entry.undone or entry.kind in _MOVES or entry.kind is OperationKind.FORGET:
        raise NotFoundError(ErrorKind.NOTHING_TO_UNDO, operation=changeset)
    return entry


def _some_reverted(
    book: BookWriter, entry: HistoryEntry, done: ChangesetId, group: Sequence[ContactId]
) -> Reverted:
    """Reverts what a merge of many did to some; the merge itself stands for all others."""
    journal = book.journal
    journal.undoes = entry.changeset
    journal.facts.update({"contact": group[0], "joined": len(group), PART: 1})
    people = Ranges()
    for contact in sorted(group):
        people.add(contact, contact)
    conflicts = RevertPart(journal, done, group).apply()
    _concern(book, people)
    return Reverted(book.changeset, entry.changeset, entry.kind, entry.facts, conflicts)


def _reverted(book: BookWriter, kind: OperationKind, entry: HistoryEntry, done: ChangesetId) -> Reverted:
    """Reverts the changes of ``done``, which are those of the entry, and moves the stack."""
    journal = book.journal
    journal.undoes = done if kind is OperationKind.REDO else entry.changeset
    journal.facts = {**entry.facts, "undone_kind": entry.kind.value}
    journal.batch = entry_batch(book, entry.changeset)
    let_go(book, done)
    conflicts: tuple[RevertConflict, ...] = Revert(journal, done).apply()
    if journal.changed or kind is not OperationKind.TAKE_BACK:
        # a change of which nothing can return stands as it did, and nothing is recorded
        journal.changed = True
        _concern(book, touched_by(journal.raw, done))
        mark(journal, kind, entry.changeset)
    return Reverted(
        changeset=book.changeset if journal.changed else None,
        reverted=entry.changeset,
        kind=entry.kind,
        facts=entry.facts,
        conflicts=conflicts,
    )


def _concern(book: BookWriter, people: Ranges) -> None:
    """Notes whom it concerns; their rows in lists are made anew only where they may be others."""
    if any(map(book.journal.wrote, _OF_PEOPLE)):
        book.contacts.stale(people)
        return
    for first, last in people:
        book.journal.touch_range(first, last)


def entry_batch(book: BookWriter, changeset: ChangesetId) -> BatchId | None:
    """The batch a changeset belongs to."""
    row = book.journal.raw.execute("SELECT batch_id FROM changesets WHERE id=?", (changeset,)).fetchone()
    return BatchId(row[0]) if row[0] is not None else None


def _last_redo(book: BookWriter, changeset: ChangesetId) -> ChangesetId | None:
    """The last time a change was done again, whose rows are then the ones to take back."""
    row = book.journal.raw.execute(
        "SELECT max(r.id) FROM changesets r JOIN changesets u ON r.undoes=u.id "
        "WHERE u.undoes=? AND r.operation='redo' AND u.operation='undo'",
        (changeset,),
    ).fetchone()
    return ChangesetId(row[0]) if row[0] is not None else None
