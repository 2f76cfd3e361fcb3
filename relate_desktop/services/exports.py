"""People go out: written, read back by another reader, and only then in the target's place."""

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from relate_desktop.domain.errors import ErrorKind, NotFoundError, UserError
from relate_desktop.domain.exporting import ExportFormat, ExportReport, Loss, ProofReport, counted
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name import display_name
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.formats.proof import prove
from relate_desktop.services.export_cards import Ledger, outgoing_cards
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.temporary import temporary_folder
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database
from relate_desktop.system.new_file import NewFile, new_file

STEP_EVERY = 50
"""Cards between two steps of the job."""

_BETWEEN = {ExportFormat.JCARD: (b"[\n", b",\n", b"\n]\n")}
_NOTHING = {ExportFormat.JCARD: b"[]\n"}


class ExportsService:
    """Exports out of one book. ``export`` may take long and belongs into a job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def export(
        self,
        target: Path | BinaryIO,
        *,
        format: ExportFormat,  # noqa: A002 - the word of the command line
        ids: Iterable[ContactId] | None = None,
        query: str | None = None,
        job: Stepping,
    ) -> ExportReport:
        """Write people to a file, or to a binary stream such as standard output.

        Everybody who is not in the trash, or those with ``ids``, or those that ``query`` finds;
        with both, those who are in both.
        ``original`` writes each card as it came in; what was added by hand since goes onto the
        person's newest card, and people without any card are written as vCard 4.0. Nothing is in
        the target before all of it was read back by another reader; on any error, and on
        Cancelled, the target is as it was. Raises UserError(EXPORT_NOT_PROVEN) with the
        ``contact`` concerned, and StorageError when the target cannot be written.
        """
        with self._database.read() as book:
            chosen = _chosen(book, ids, query, form=format)
            if isinstance(target, Path):
                with new_file(target) as made:
                    report = _written(book, chosen, format, made, job, path=target)
                    made.keep()
                return report
            with new_file(temporary_folder(self._database) / "export") as made:
                report = _written(book, chosen, format, made, job, path=None)
                made.file.seek(0)
                shutil.copyfileobj(made.file, target)
                target.flush()
            return report

    def as_vcards(self, ids: Sequence[int]) -> bytes:
        """A few people as vCard 4.0, for the clipboard and for dragging; who is gone is left out."""
        with self._database.read() as book:
            cards = outgoing_cards(book, ids, ExportFormat.VCARD4)
            return b"".join(card.content for card in cards)


def _chosen(
    book: BookReader, ids: Iterable[ContactId] | None, query: str | None, *, form: ExportFormat
) -> Sequence[int]:
    matching = None if query is None else book.search.exactly(query, PeopleFilter())
    if ids is not None:
        wanted = list(dict.fromkeys(ids))
        for contact in wanted:
            if not book.contacts.exists(contact):
                raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
        if matching is None:
            return wanted
        found = set(matching)
        return [contact for contact in wanted if contact in found]
    if matching is not None:
        return matching
    everybody = book.contacts.ids(PeopleFilter(), PeopleSort.NAME)
    # In the order of their arrival a file that came in whole goes out whole.
    return sorted(everybody) if form is ExportFormat.ORIGINAL else everybody


def _written(
    book: BookReader,
    ids: Sequence[int],
    form: ExportFormat,
    made: NewFile,
    job: Stepping,
    *,
    path: Path | None,
) -> ExportReport:
    """Writes and proves; the job is half done when everything is written."""
    ledger, losses = Ledger(), Counter[Loss]()
    before, between, after = _BETWEEN.get(form, (b"", b"", b""))
    job.step(0, 2 * len(ids))
    for card in outgoing_cards(book, ids, form):
        made.file.write(between if len(ledger) else before)
        made.file.write(card.content)
        if form is not ExportFormat.JCARD and not card.content.endswith((b"\n", b"\r")):
            made.file.write(b"\r\n")
        ledger.note(card)
        losses.update(card.losses)
        if len(ledger) % STEP_EVERY == 0:
            job.step(len(ledger), 2 * max(len(ids), len(ledger)))
    made.file.write(after if len(ledger) else _NOTHING.get(form, b""))
    made.flush()
    size = made.file.tell()
    return ExportReport(
        path=path,
        format=form,
        contacts=tuple(dict.fromkeys(map(ContactId, ledger.contacts))),
        cards=len(ledger),
        size=size,
        losses=counted(losses.elements()),
        proof=_proven(book, made.path, form, ledger, job),
    )


def _proven(book: BookReader, path: Path, form: ExportFormat, ledger: Ledger, job: Stepping) -> ProofReport:
    total = len(ledger)
    proof = prove(
        path,
        form,
        ledger.meant(book, form),
        total=total,
        step=lambda done, _total: job.step(total + done, 2 * total),
    )
    if proof.passed:
        return proof
    fault = proof.faults[0]
    contact = ContactId(ledger.contacts[min(fault.card, total) - 1]) if total else None
    person = book.contacts.find(contact) if contact is not None else None
    raise UserError(
        ErrorKind.EXPORT_NOT_PROVEN,
        contact=contact,
        name=display_name(person) if person is not None else "",
        property=fault.property,
        fault=fault.kind.value,
        faults=proof.fault_count,
    )
