"""An import that only looks: rows for the window, and the report of a dry run."""

from collections.abc import Iterable, Mapping, Sequence
from typing import overload

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft, LooseText, Refusal, Remark
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.importing import EVENT_CHOICE, Choice, Finding, PlannedRecord
from relate_desktop.domain.name import called, own_script
from relate_desktop.domain.property import Property
from relate_desktop.formats.icalendar.split import SHOWN
from relate_desktop.services.calendar_reading import CalendarRecord, refusal_remark
from relate_desktop.services.import_judge import Judged
from relate_desktop.services.import_run import Outcome
from relate_desktop.services.import_spool import Spool
from relate_desktop.services.import_target import Target
from relate_desktop.storage.book import BookReader


class PlanWorld:
    """The book as it would become: nothing is written but a temporary file of the records."""

    def __init__(self, book: BookReader, spool: Spool) -> None:
        self._book = book
        self._spool = spool
        self._pieces: dict[Target, int] = {}
        self._prepared: dict[Target, Contact] = {}

    def look_up(self, numbers: Iterable[int]) -> Mapping[int, Sequence[ContactId]]:
        """Living people of the book with these keys."""
        return self._book.keys.holders(numbers)

    def prepare(self, targets: Iterable[Target]) -> None:
        """Fetch these people together."""
        wanted = [target for target in targets if target > 0 and target not in self._pieces]
        for contact in self._book.contacts.iterate(ContactId(target) for target in wanted):
            if contact.id is not None:
                self._prepared[Target(contact.id)] = contact

    def contact(self, target: Target) -> Contact:
        """The person as the import would have made them so far."""
        number = ContactId(target) if target > 0 else None
        if (piece := self._pieces.get(target)) is not None:
            return Contact(self._spool.get_properties(piece), number)
        if (prepared := self._prepared.get(target)) is not None:
            return prepared
        return self._book.contacts.get(ContactId(target))

    def stored(self, target: Target) -> Contact:
        """The same person: a plan gives no ids."""
        return self.contact(target)

    def hand_edited(self, target: Target) -> frozenset[PropertyId]:
        """Which of the person's properties were typed or edited by hand."""
        return self._book.contacts.hand_edited(ContactId(target)) if target > 0 else frozenset()

    def add(self, judged: Judged) -> None:
        """Remember somebody new."""
        self._pieces[judged.as_new] = self._spool.put_properties(judged.draft.properties)

    def absorb(
        self, target: Target, contact: Contact, draft: ContactDraft, places: Sequence[int | None]
    ) -> None:
        """Remember what the person would become."""
        del draft, places
        self._pieces[target] = self._spool.put_properties(contact.properties)

    def pair(self, one: Target, other: Target, judged: Judged) -> None:
        """Pairs are remembered by the book alone."""

    def loose(self, text: LooseText) -> None:
        """What stands between records is kept by the book alone."""

    def finish_batch(self) -> None:
        """Let go of the people fetched for the batch."""
        self._prepared.clear()


class PlanRows(Sequence[PlannedRecord]):
    """The rows of a plan, and each record behind its row."""

    def __init__(self, spool: Spool) -> None:
        self._rows: list[PlannedRecord] = []
        self._pieces: list[int] = []
        self._spool = spool

    def note(self, path_index: int, outcome: Outcome) -> None:
        """Add the row of a record that can be read."""
        judged, found = outcome.judged, outcome.found
        person = Contact(judged.draft.properties)
        target = judged.target
        row = PlannedRecord(
            record=judged.draft.record,
            line=judged.draft.line,
            path_index=path_index,
            name=called(person),
            own_script=own_script(person),
            finding=outcome.finding,
            contact=ContactId(target) if target is not None and target > 0 else None,
            reasons=judged.reasons,
            new_names=found.new_names if found is not None else (),
            conflicting=found.conflicting if found is not None else (),
            choice=outcome.choice,
            twin=-target - 1 if target is not None and target < 0 else None,
        )
        self._append(row, self._spool.put_properties(judged.draft.properties))

    def note_refusal(self, path_index: int, refusal: Refusal) -> None:
        """Add the row of a record that cannot be read; its bytes are kept to be saved."""
        row = PlannedRecord(
            record=refusal.record,
            line=refusal.line,
            path_index=path_index,
            name="",
            own_script="",
            finding=Finding.UNREADABLE,
            choice=Choice.LEAVE_OUT,
            remark=refusal.remark,
        )
        self._append(row, self._spool.put(refusal.raw))

    def note_event(self, path_index: int, record: CalendarRecord, finding: Finding, calendar: str) -> None:
        """Add the row of a record of a calendar; its bytes are kept to be looked at."""
        component = record.component
        refused = component.refused
        title = component.draft.title if component.draft is not None else component.key.kind
        row = PlannedRecord(
            record=record.number,
            line=component.line,
            path_index=path_index,
            name=title if refused is None else "",
            own_script="",
            finding=finding,
            choice=EVENT_CHOICE[finding],
            remark=refusal_remark(refused) if refused is not None else None,
            calendar=calendar,
            kept="" if component.key.kind in SHOWN else component.key.kind,
        )
        self._append(row, self._spool.put(component.raw))

    def note_file(self, path_index: int, remark: Remark) -> None:
        """Add the row of a whole file that cannot be read."""
        row = PlannedRecord(
            record=0,
            line=0,
            path_index=path_index,
            name="",
            own_script="",
            finding=Finding.UNREADABLE,
            choice=Choice.LEAVE_OUT,
            remark=remark,
        )
        self._append(row, self._spool.put(b""))

    def properties(self, row: int) -> tuple[Property, ...]:
        """The lines of a record that can be read."""
        return self._spool.get_properties(self._pieces[row])

    def raw(self, row: int) -> bytes:
        """The bytes of a record that cannot be read."""
        return self._spool.get(self._pieces[row])

    @overload
    def __getitem__(self, index: int) -> PlannedRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PlannedRecord]: ...
    def __getitem__(self, index: int | slice) -> PlannedRecord | Sequence[PlannedRecord]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def _append(self, row: PlannedRecord, piece: int) -> None:
        self._rows.append(row)
        self._pieces.append(piece)
