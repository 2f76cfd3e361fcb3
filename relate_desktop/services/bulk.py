"""Edits of many people as one change, with what they would do before they are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from relate_desktop.domain.bulk import BulkEdit, BulkPlan, RhythmChange, edited, editing
from relate_desktop.domain.change import Operation, Origin
from relate_desktop.domain.circle import LONGEST_CIRCLE
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.text import squeezed
from relate_desktop.services.jobs import Job, JobKind
from relate_desktop.services.time_facts import facts_about
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database

MANY = 200
"""With more people than so many the user is told how far an edit is, and may stop it."""


def edit_of(people: int) -> JobKind:
    """The kind of job that an edit of so many people is."""
    return JobKind.BULK if people > MANY else JobKind.EDIT


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What became of a bulk edit; ``changeset`` is None where nobody differed."""

    changeset: ChangesetId | None
    plan: BulkPlan


class BulkService:
    """Reads may be called on any thread, writes on any but the window's.

    Who is in the trash or not there any more is passed over. A job hears how far it is, and is
    where cancel bites.
    """

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def plan(self, contacts: Sequence[ContactId], edit: BulkEdit, job: Job[Any] | None = None) -> BulkPlan:
        """Who would change and who would not. Raises UsageError as ``apply`` does."""
        _check(edit)
        with self._database.read() as book:
            people = book.contacts.living(contacts)
            changing: set[ContactId] = set(people) if edit.remove else set()
            refused: list[ContactId] = []
            if edit.touches_lines:
                change = editing(edit, refused)
                for number, contact in enumerate(book.contacts.iterate(people), start=1):
                    if change(contact) is not contact and contact.id is not None:
                        changing.add(contact.id)
                    if job is not None:
                        job.step(number, len(people))
            if edit.rhythm is not None and not edit.remove:
                changing |= _with_other_rhythm(book, people, edit.rhythm)
            return _told(people, changing, refused)

    def apply(self, contacts: Sequence[ContactId], edit: BulkEdit, job: Job[Any] | None = None) -> BulkDone:
        """Does it, as one change that one undo takes back.

        Raises UsageError: ASSIGNMENT_MALFORMED, ASSIGNMENT_OF_ONE, CIRCLE_NAMELESS, TEXT_TOO_LONG.
        """
        _check(edit)
        with self._database.write(Operation(edit.kind, self._origin, edit.facts())) as book:
            people = book.contacts.living(contacts)
            changed, refused = _written(book, people, edit, job)
            plan = _told(people, changed, refused)
            book.note(**facts_about(book, plan.changing))
            return BulkDone(book.changeset if book.changed else None, plan)


def _written(
    book: BookWriter, people: Sequence[ContactId], edit: BulkEdit, job: Job[Any] | None
) -> tuple[set[ContactId], list[ContactId]]:
    refused: list[ContactId] = []
    if edit.remove:
        book.contacts.trash(people)
        return set(people), refused
    for circle in edit.enter if edit.hue is not None else ():
        book.circles.add(circle, edit.hue)
    changed: set[ContactId] = set()
    if edit.touches_lines:
        step = None if job is None else job.step
        changed.update(book.contacts.edit_many(people, editing(edit, refused), step))
    if edit.rhythm is not None:
        changed.update(book.rhythms.choose_many(people, edit.rhythm.of))
    return changed, refused


def _with_other_rhythm(book: BookReader, people: Sequence[ContactId], change: RhythmChange) -> set[ContactId]:
    chosen = book.rhythms.cadences(people)
    return {contact for contact in people if chosen.get(contact) != change.cadence}


def _told(people: Sequence[ContactId], changing: set[ContactId], refused: Sequence[ContactId]) -> BulkPlan:
    return BulkPlan(
        len(people),
        tuple(one for one in people if one in changing),
        tuple(one for one in refused if one not in changing),
    )


def _check(edit: BulkEdit) -> None:
    """Refuses what makes no sense, also where nobody is chosen."""
    for name in (*edit.enter, *edit.leave):
        if not squeezed(name):
            raise UsageError(ErrorKind.CIRCLE_NAMELESS)
    for name in edit.enter:
        if len(squeezed(name)) > LONGEST_CIRCLE:
            raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST_CIRCLE)
    for assignment in edit.assignments:
        if assignment.gives_identity:
            raise UsageError(ErrorKind.ASSIGNMENT_OF_ONE, name=assignment.name.upper())
    edited(Contact(()), edit)
