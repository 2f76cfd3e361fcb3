"""People made one, kept apart, separated again."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from relate_desktop.domain.change import HistoryEntry, Operation, OperationKind, Origin, Reverted
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ChangesetId, ContactId, PropertyId
from relate_desktop.domain.joining import Group, Joined, groups_of, groups_text
from relate_desktop.domain.merge_plan import MergePlan, merged_lines, plan_merge
from relate_desktop.domain.name import called
from relate_desktop.services.jobs import Stepping
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database

_MERGES = frozenset({OperationKind.MERGE, OperationKind.MERGE_ALL})


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
            book.note(name=called(book.contacts.get(kept)))
            return Merged(book.changeset, kept, len(people))

    def keep_apart(self, one: ContactId, other: ContactId) -> bool:
        """Remembers that these are two people, so that nobody asks again; False when it is known.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(CONTACT_SAME).
        """
        with self._database.write(Operation(OperationKind.KEEP_APART, self._origin)) as book:
            first, second = _people(book, one, (other,))
            book.note(name=called(first), other=called(second))
            return book.pairs.keep_apart(one, other)

    def merge_all(self, groups: Sequence[Group], job: Stepping) -> ChangesetId | None:
        """Makes every group one person, all in one change; None when there is nobody left to join.

        A group of which somebody is gone by now is passed over. Of each only the plan's lines stand.
        """
        joined: list[Group] = []
        with self._database.write(Operation(OperationKind.MERGE_ALL, self._origin)) as book:
            for number, group in enumerate(groups):
                job.step(number, len(groups))
                found = [contact for contact in group if book.contacts.find(contact) is not None]
                if len(found) > 1:
                    people = _people(book, found[0], found[1:])
                    plan = _plan(people, book, found)
                    book.merger.merge(found[0], found[1:], merged_lines(people, plan, plan.standing))
                    joined.append(tuple(found))
            book.note(kept=len(joined), contacts=sum(map(len, joined)), groups=groups_text(joined))
            return book.changeset if joined else None

    def separate(
        self, changeset: ChangesetId, newer_to: ContactId | None = None, contact: ContactId | None = None
    ) -> Reverted:
        """Takes a merge back; what was added since stays, or goes to ``newer_to``.

        Of a change that joined many, ``contact`` is the one to separate. Raises NotFoundError
        (OPERATION_UNKNOWN, NOTHING_TO_UNDO).
        """
        facts: dict[str, str | int] = {}
        group: Group = ()
        if contact is not None:
            found = next((one for one in self.joined(contact) if one.changeset == changeset), None)
            if found is not None and found.among_many:
                group = found.group
            with self._database.read() as book:
                facts["name"] = called(book.contacts.get(contact))
        operation = Operation(OperationKind.SEPARATE, self._origin, facts)
        return self._database.separate(operation, changeset, newer_to, group)

    def was_joined(self, contact: ContactId) -> bool:
        """Whether somebody can be separated again."""
        with self._database.read() as book:
            return any(_standing(book.history.entries(contact), contact))

    def joined(self, contact: ContactId) -> list[Joined]:
        """The merges that made somebody who they are and still stand, newest first."""
        with self._database.read() as book:
            found = []
            for entry, group in _standing(book.history.entries(contact), contact):
                people = book.joined.people_before(entry.changeset, contact)
                kept = people.pop(contact)
                others = tuple(people[one] for one in people if not group[1:] or one in group)
                many = entry.kind is OperationKind.MERGE_ALL
                found.append(Joined(entry.changeset, entry.at, kept, others, many))
            return found


def _standing(entries: Sequence[HistoryEntry], contact: ContactId) -> Iterator[tuple[HistoryEntry, Group]]:
    """Of somebody's changes the merges that they came out of and that were not taken back since."""
    apart = {
        entry.undoes
        for entry in entries
        if entry.kind is OperationKind.SEPARATE and not entry.undone and entry.facts.get("contact") == contact
    }
    for entry in entries:
        if entry.kind in _MERGES and not entry.undone and entry.changeset not in apart:
            yield from ((entry, group) for group in _groups(entry) if group[:1] == (contact,))


def _groups(entry: HistoryEntry) -> list[Group]:
    """Who was joined; of a single merge only who was kept is told."""
    if entry.kind is OperationKind.MERGE_ALL:
        return groups_of(entry.facts)
    kept = entry.facts.get("contact")
    return [(ContactId(kept),)] if isinstance(kept, int) else []


def _people(book: BookReader | BookWriter, kept: ContactId, others: Sequence[ContactId]) -> list[Contact]:
    everybody = (kept, *others)
    if len(set(everybody)) < len(everybody):
        raise UsageError(ErrorKind.CONTACT_SAME)
    found = [book.contacts.find(contact) for contact in everybody]
    for contact, person in zip(everybody, found, strict=True):
        if person is None or book.contacts.trashed(contact):
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, name=str(contact))
    return [person for person in found if person is not None]


def _plan(
    people: Sequence[Contact], book: BookReader | BookWriter, everybody: Sequence[ContactId]
) -> MergePlan:
    by_hand = {number for contact in everybody for number in book.contacts.hand_edited(contact)}
    return plan_merge(people, by_hand)
