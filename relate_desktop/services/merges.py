"""People made one, kept apart, separated again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from relate_desktop.domain.change import HistoryEntry, Operation, OperationKind, Origin, Reverted
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ChangesetId, ContactId, PropertyId
from relate_desktop.domain.merge_plan import MergePlan, merged_lines, plan_merge
from relate_desktop.domain.name import called
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to: the person who is left, and the change to take back."""

    changeset: ChangesetId
    contact: ContactId
    joined: int
    """How many people were made one, the one who is left included."""


class MergesService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def plan(self, kept: ContactId, others: Sequence[ContactId]) -> MergePlan:
        """What making the others part of the first would come to; nothing is written.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(CONTACT_SAME).
        """
        with self._database.read() as book:
            return _plan(_people(book, kept, others), book, (kept, *others))

    def merge(
        self,
        kept: ContactId,
        others: Sequence[ContactId],
        standing: Collection[PropertyId] | None = None,
    ) -> Merged:
        """Makes the others part of the first, in one change that can be taken back at any time.

        ``standing`` are the lines of the plan that stand, where they are others than it says.
        Errors are those of ``plan``.
        """
        facts: dict[str, str | int] = {"contact": kept, "joined": len(others) + 1}
        with self._database.write(Operation(OperationKind.MERGE, self._origin, facts)) as book:
            people = _people(book, kept, others)
            plan = _plan(people, book, (kept, *others))
            lines = merged_lines(people, plan, plan.standing if standing is None else standing)
            book.merger.merge(kept, others, lines)
            book.note(name=called(people[0]))
            return Merged(book.changeset, kept, len(people))

    def keep_apart(self, one: ContactId, other: ContactId) -> bool:
        """Remembers that these are two people, so that nobody asks again; False when it is known.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(CONTACT_SAME).
        """
        with self._database.write(Operation(OperationKind.KEEP_APART, self._origin)) as book:
            first, second = _people(book, one, (other,))
            book.note(name=called(first), other=called(second))
            return book.pairs.keep_apart(one, other)

    def separate(self, changeset: ChangesetId, newer_to: ContactId | None = None) -> Reverted:
        """Takes a merge back; what was added since stays, or goes to ``newer_to``.

        Raises NotFoundError (OPERATION_UNKNOWN, NOTHING_TO_UNDO).
        """
        return self._database.separate(Operation(OperationKind.SEPARATE, self._origin), changeset, newer_to)

    def merges_of(self, contact: ContactId) -> list[HistoryEntry]:
        """The merges that made somebody who they are and still stand, newest first."""
        with self._database.read() as book:
            return [
                entry
                for entry in book.history.entries(contact)
                if entry.kind is OperationKind.MERGE
                and not entry.undone
                and entry.facts.get("contact") == contact
            ]


def _people(book: BookReader | BookWriter, kept: ContactId, others: Sequence[ContactId]) -> list[Contact]:
    everybody = (kept, *others)
    if len(set(everybody)) < len(everybody):
        raise UsageError(ErrorKind.CONTACT_SAME)
    found = [book.contacts.find(contact) for contact in everybody]
    for contact, person in zip(everybody, found, strict=True):
        if person is None:
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, name=str(contact))
    return [person for person in found if person is not None]


def _plan(
    people: Sequence[Contact], book: BookReader | BookWriter, everybody: Sequence[ContactId]
) -> MergePlan:
    by_hand = {number for contact in everybody for number in book.contacts.hand_edited(contact)}
    return plan_merge(people, by_hand)
