"""What ``show`` says of reminders, promises and rhythm."""

from dataclasses import dataclass
from typing import Any

from relate_desktop.cli.due_documents import due_lines, rhythm_document, row_document
from relate_desktop.cli.output import table
from relate_desktop.domain.due_list import due_rows
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.promise import OwedBy
from relate_desktop.services.book import OpenBook
from relate_desktop.words.rhythms import rhythm_sentences
from relate_desktop.words.translation import _


@dataclass(frozen=True, slots=True)
class Nearness:
    """Reminders and rhythm of a person, as JSON and as lines."""

    reminders: list[dict[str, Any]]
    rhythm: dict[str, Any]
    lines: list[str]


def nearness(book: OpenBook, contact: ContactId) -> Nearness:
    """How near somebody is in time."""
    present = book.present()
    rows = due_rows(book.reminders.of(contact), book.promises.open(contact), present)
    people = {
        one.id: one for one in book.contacts.summaries(list({who for row in rows for who in row.people}))
    }
    rhythm = book.rhythms.of(contact)
    (summary,) = book.contacts.summaries([contact])
    lines: list[str] = []
    reminders = [row for row in rows if row.promise is None]
    promises = [row for row in rows if row.promise is not None]
    mine = [row for row in promises if row.promise is not None and row.promise.owed_by is OwedBy.MINE]
    theirs = [row for row in promises if row not in mine]
    for heading, group in ((_("Reminders"), reminders), (_("You owe"), mine), (_("They owe"), theirs)):
        if group:
            lines += ["", heading, *table(due_lines(group, present), widest=60)]
    if rhythm.keeping is not None or rhythm.rest is not None or rhythm.wishes.least_gap is not None:
        lines += ["", *rhythm_sentences(rhythm, summary.called, present.today)]
    return Nearness([row_document(row, people, present) for row in rows], rhythm_document(rhythm), lines)
