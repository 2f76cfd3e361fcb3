"""Builders: a book with its import and export services, files of cards, and jobs that stop."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.errors import Cancelled
from relate_desktop.domain.exporting import ExportFormat, ExportReport
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import FileReport, ImportPlan, ImportReport, OnMatch
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.read import read_cards
from relate_desktop.services.exports import ExportsService
from relate_desktop.services.imports import ImportsService
from relate_desktop.services.jobs import Job, JobKind
from relate_desktop.storage.database import Database
from tests.clock import a_clock


@dataclass
class Book:
    """An open book and what can be done with it here."""

    database: Database
    imports: ImportsService
    exports: ExportsService

    def run(self, *paths: Path, on_match: OnMatch = OnMatch.REVIEW, dry_run: bool = False) -> ImportReport:
        """Import files; the counts always balance."""
        report = self.imports.run(paths, on_match=on_match, dry_run=dry_run, job=a_job())
        assert all(file.balanced for file in report.files)
        return report

    def plan(self, *paths: Path, on_match: OnMatch = OnMatch.REVIEW) -> ImportPlan:
        """Look before importing."""
        return self.imports.plan(paths, on_match=on_match, job=a_job())

    def export(self, target: Path, form: ExportFormat = ExportFormat.ORIGINAL) -> ExportReport:
        """Export everybody."""
        return self.exports.export(target, format=form, job=a_job(JobKind.EXPORT))

    def original(self) -> bytes:
        """Everybody's cards as they came in."""
        stream = io.BytesIO()
        self.exports.export(stream, format=ExportFormat.ORIGINAL, job=a_job(JobKind.EXPORT))
        return stream.getvalue()

    def people(self) -> list[Contact]:
        """Everybody who is not in the trash, in order of arrival."""
        with self.database.read() as book:
            return list(book.contacts.iterate(sorted(book.contacts.ids(PeopleFilter(), PeopleSort.NAME))))

    def names(self) -> list[str]:
        """Their full names."""
        return [name.text for person in self.people() for name in person.all("FN")]

    def add(self, *properties: Property) -> ContactId:
        """Somebody typed by hand."""
        with self.database.write(Operation(OperationKind.ADD, Origin.WINDOW)) as book:
            return book.contacts.add(properties)

    def save(self, contact: Contact) -> None:
        """An edit by hand."""
        with self.database.write(Operation(OperationKind.EDIT, Origin.WINDOW)) as book:
            book.contacts.save(contact)

    def trash(self, contact: ContactId) -> None:
        """Put somebody away."""
        with self.database.write(Operation(OperationKind.TRASH, Origin.WINDOW)) as book:
            book.contacts.trash([contact])

    def forget(self, contact: ContactId) -> None:
        """Erase somebody for good."""
        with self.database.write(Operation(OperationKind.FORGET, Origin.WINDOW)) as book:
            book.contacts.forget([contact])

    def between(self) -> list[tuple[str, str, bytes]]:
        """The files noted in the book: name, checksum, and what stood between their cards."""
        with sqlcipher3.connect(self.database.folder / "relate.db") as connection:
            rows = connection.execute(
                "SELECT name, sha256, loose_text FROM import_files ORDER BY id"
            ).fetchall()
        connection.close()
        return [(name, sha256, zlib.decompress(text) if text else b"") for name, sha256, text in rows]

    def pairs(self) -> int:
        """How many pairs wait in possible duplicates."""
        with self.database.read() as book:
            return len(book.pairs.all())

    def changesets(self) -> int:
        """How many changes history tells of."""
        with self.database.read() as book:
            return len(book.history.entries())

    def digest(self) -> str:
        """Of everything the user owns, in a healthy book."""
        with self.database.read() as book:
            health = book.health()
        assert health.problems == ()
        return health.digest


@contextmanager
def a_book(folder: Path) -> Iterator[Book]:
    """A new book in ``folder/book``, or the one that is there."""
    database = Database.open(folder / "book", clock=a_clock(), create=True)
    try:
        yield Book(database, ImportsService(database, Origin.WINDOW), ExportsService(database))
    finally:
        database.close()


def a_job(kind: JobKind = JobKind.IMPORT) -> Job[object]:
    """A job that nobody stops."""
    return Job(kind)


class StoppedJob:
    """Counts its steps and is cancelled at one of them."""

    def __init__(self, at: int) -> None:
        self._left = at

    def step(self, done: int, total: int) -> None:
        """One step nearer to the end."""
        assert 0 <= done <= total
        self._left -= 1
        if self._left < 0:
            raise Cancelled


def a_file(folder: Path, *cards: bytes, name: str = "people.vcf") -> Path:
    """A file of these cards."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"".join(cards))
    return path


def a_card(name: str, *lines: str, version: str = "3.0") -> bytes:
    """A card of somebody with that full name."""
    given, _, family = name.partition(" ")
    whole = ["BEGIN:VCARD", f"VERSION:{version}", f"N:{family};{given};;;", f"FN:{name}", *lines, "END:VCARD"]
    return "".join(f"{line}\r\n" for line in whole).encode()


def a_phone_card(name: str, uid: str, *lines: str) -> bytes:
    """A card that a phone wrote and would write again under the same UID."""
    return a_card(name, "PRODID:-//Phone//People 4//EN", f"UID:{uid}", *lines)


def many_cards(count: int, *lines: str) -> list[bytes]:
    """Cards of people who have nothing in common but these lines."""
    return [
        a_card(f"Given{number} Family{number}", f"TEL:+4930{number:08}", *lines) for number in range(count)
    ]


def the_draft(card: bytes) -> ContactDraft:
    """The only record of a card."""
    (draft,) = (one for one in read_cards(io.BytesIO(card)) if isinstance(one, ContactDraft))
    return draft


def drafts_of(*cards: bytes) -> list[ContactDraft]:
    """The records of a file with these cards."""
    return [one for one in read_cards(io.BytesIO(b"".join(cards))) if isinstance(one, ContactDraft)]


def counts(file: FileReport) -> tuple[int, int, int, int, int]:
    """Created, updated, same, review, skipped."""
    return (file.created, file.updated, file.same, file.review, len(file.skipped))
