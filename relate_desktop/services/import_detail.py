"""One row of an import plan, whole: what the file says beside what the book says."""

from dataclasses import dataclass, field

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.importing import ImportPlan, PlannedRecord
from relate_desktop.domain.merging import Difference, difference
from relate_desktop.domain.property import Property
from relate_desktop.services.import_plan import PlanRows
from relate_desktop.storage.book import BookReader


@dataclass(frozen=True, slots=True)
class ImportDetail:
    """Everything there is to say of one planned record."""

    row: PlannedRecord
    properties: tuple[Property, ...] = ()
    """What the record says; empty for one that could not be read."""
    contact: Contact | None = None
    """Who it seems to be: the person in the book, or the twin as its own record tells of them."""
    found: Difference | None = None
    """The record's lines beside the contact's; None without one."""
    hand_edited: frozenset[PropertyId] = frozenset()
    """Which of the contact's properties were typed or edited by hand."""
    raw: bytes = field(default=b"", repr=False)
    """The text of a record that could not be read, and of one of a calendar."""


def detail_of(book: BookReader, plan: ImportPlan, number: int) -> ImportDetail:
    """The row with this number, counted from 0; the contact as the book has it now."""
    rows = plan.rows
    if not isinstance(rows, PlanRows):
        raise TypeError(type(rows).__name__)
    row = rows[number]
    if row.remark is not None or row.calendar:
        return ImportDetail(row, raw=rows.raw(number))
    properties = rows.properties(number)
    contact, kept = None, frozenset[PropertyId]()
    if row.contact is not None:
        contact = book.contacts.find(row.contact)
        kept = book.contacts.hand_edited(row.contact)
    elif row.twin is not None:
        contact = Contact(rows.properties(row.twin))
    if contact is None:
        return ImportDetail(row, properties)
    found = difference(contact, properties, kept)
    return ImportDetail(row, properties, contact, found, kept)
