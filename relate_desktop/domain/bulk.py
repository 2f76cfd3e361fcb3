"""One edit of many people at once: circles, rhythm, any property, or putting them away."""

from collections.abc import Callable
from dataclasses import dataclass

from relate_desktop.domain.assignments import Assignment, with_assignments
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.circle import with_circle, without_circle
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name import display_name
from relate_desktop.domain.person_rhythm import Chosen


@dataclass(frozen=True, slots=True)
class RhythmChange:
    """Everybody gets this rhythm, or with None loses the one of their own."""

    cadence: Cadence | None

    def of(self, chosen: Chosen) -> Chosen:
        """What was chosen for somebody, with the rhythm changed."""
        return Chosen(self.cadence, chosen.wishes, chosen.agreed, chosen.asked)


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What is done with each of the people; all parts together are one change.

    Whoever is put away is not changed otherwise.
    """

    enter: tuple[str, ...] = ()
    """Circles they shall be in."""
    hue: int | None = None
    """The colour of those of these circles that are not there yet."""
    leave: tuple[str, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    rhythm: RhythmChange | None = None
    remove: bool = False

    @property
    def touches_lines(self) -> bool:
        """Whether properties of people change."""
        return not self.remove and bool(self.enter or self.leave or self.assignments)

    @property
    def kind(self) -> OperationKind:
        """What the change is called in History."""
        if self.remove:
            return OperationKind.TRASH
        if self.rhythm is not None and not self.touches_lines:
            return OperationKind.RHYTHM
        return OperationKind.BULK

    def facts(self) -> dict[str, str | int]:
        """What its sentence tells besides how many people changed."""
        facts: dict[str, str | int] = {}
        if self.remove or self.assignments or self.rhythm is not None:
            return facts
        if len(self.enter) == 1 and not self.leave:
            facts["entered"] = self.enter[0]
        if len(self.leave) == 1 and not self.enter:
            facts["left"] = self.leave[0]
        return facts


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a bulk edit would do, or did: of so many people, who changes and who cannot."""

    people: int
    changing: tuple[ContactId, ...]
    refused: tuple[ContactId, ...] = ()
    """Who would be left without name, number and address; they stay as they are."""

    @property
    def same(self) -> int:
        """How many are as wished already."""
        return self.people - len(self.changing) - len(self.refused)


def editing(edit: BulkEdit, refused: list[ContactId]) -> Callable[[Contact], Contact]:
    """The change of one person; who would be left without any name is noted and stays as they are."""

    def change(contact: Contact) -> Contact:
        changed = edited(contact, edit)
        nameless = changed is not contact and not display_name(changed) and bool(display_name(contact))
        if not nameless:
            return changed
        if contact.id is not None:
            refused.append(contact.id)
        return contact

    return change


def edited(contact: Contact, edit: BulkEdit) -> Contact:
    """The person with what the edit says of lines; the same object when nothing differs.

    Raises UsageError(ASSIGNMENT_MALFORMED).
    """
    changed = contact
    for circle in edit.leave:
        changed = without_circle(changed, circle)
    for circle in edit.enter:
        changed = with_circle(changed, circle)
    if edit.assignments:
        changed = with_assignments(changed, edit.assignments)
    return contact if changed.properties == contact.properties and _same_lines(contact, changed) else changed


def _same_lines(one: Contact, other: Contact) -> bool:
    return [item.id for item in one.properties] == [item.id for item in other.properties]
