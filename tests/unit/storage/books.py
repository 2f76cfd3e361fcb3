"""Builders: books in a folder of their own, people, and drafts as a reader would yield them."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.draft import Accounting, CardSource, ContactDraft, Media, MediaSpan
from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.storage.database import Database
from tests.clock import FixedClock, a_clock

CLOCK_STEP = timedelta(minutes=1)


def a_book(folder: Path, clock: FixedClock | None = None) -> Database:
    """A new book in ``folder/book``, or the one that is there already."""
    return Database.open(folder / "book", clock=clock or a_clock(), create=True)


def doing(kind: OperationKind = OperationKind.EDIT, **facts: str | int) -> Operation:
    """An operation typed at the command line."""
    return Operation(kind, Origin.COMMAND_LINE, facts)


def a_property(
    name: str, value: str, *parameters: tuple[str | None, str], group: str | None = None
) -> Property:
    """One property; parameters as pairs of name and value."""
    return Property(name, value, tuple(Parameter(key, (word,)) for key, word in parameters), group)


def a_person(name: str = "Ada Lovelace", *more: Property) -> tuple[Property, ...]:
    """The properties of somebody typed by hand."""
    return (a_property("FN", name), *more)


def a_draft(
    properties: Sequence[Property],
    *,
    media: Sequence[Media] = (),
    producer: str = "-//Test//EN",
    record: int = 1,
) -> ContactDraft:
    """A draft whose card spells the properties one a line."""
    lines = [b"BEGIN:VCARD\r\n", b"VERSION:3.0\r\n"]
    spans: list[tuple[int, int]] = []
    cuts: list[MediaSpan] = []
    position = sum(map(len, lines))
    for item in properties:
        line = f"{item.name}:{item.value}\r\n".encode("utf-8", "replace")
        spans.append((position, len(line)))
        lines.append(line)
        position += len(line)
    lines.append(b"END:VCARD\r\n")
    card = b"".join(lines)
    source = CardSource(card, tuple(cuts), hashlib.sha256(card).hexdigest(), "3.0", "utf-8")
    accounting = Accounting(understood=len(properties))
    return ContactDraft(
        record, 1, tuple(properties), tuple(spans), source, producer, accounting, tuple(media)
    )


def a_picture(content: bytes = b"\x89PNG picture") -> Media:
    """Embedded content with its right hash."""
    return Media(MediaHash(hashlib.sha256(content).hexdigest()), "image/png", content)


def added(book: Database, *people: Sequence[Property]) -> list[ContactId]:
    """The ids of people added one changeset each."""
    found: list[ContactId] = []
    for properties in people:
        with book.write(doing(OperationKind.ADD)) as writer:
            found.append(writer.contacts.add(properties))
    return found


def imported(book: Database, *drafts: ContactDraft) -> list[ContactId]:
    """The ids of people brought in by one import."""
    with book.write(doing(OperationKind.IMPORT, created=len(drafts))) as writer:
        writer.batches.add()
        return writer.contacts.add_many(drafts)


def digest_of(book: Database) -> str:
    """The digest of everything the user owns; the book must be healthy."""
    with book.read() as reader:
        health = reader.health()
    assert not health.problems, health.problems
    return health.digest
