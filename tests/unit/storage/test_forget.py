from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.merge_plan import MergedLine
from relate_desktop.domain.source import ImportedFile
from relate_desktop.storage.database import Database
from tests.unit.storage.books import (
    a_draft,
    a_person,
    a_picture,
    a_property,
    added,
    digest_of,
    doing,
    imported,
)

CANARY = "zzcanary"


def forget(book: Database, *contacts: ContactId) -> int:
    with book.write(doing(OperationKind.FORGET, count=len(contacts))) as writer:
        return writer.contacts.forget(contacts)


def traces(folder: Path) -> list[str]:
    """The files of the book in which the canary still sings."""
    return [
        path.name
        for path in folder.iterdir()
        if path.is_file() and CANARY.encode() in path.read_bytes().lower()
    ]


def test_nothing_is_left_of_somebody_forgotten(book: Database) -> None:
    picture = a_picture(f"{CANARY} picture".encode() * 50)
    draft = a_draft(
        (
            *a_person(f"{CANARY} imported"),
            a_property("NOTE", f"{CANARY} note"),
            a_property("PHOTO", f"media:{picture.hash}"),
        ),
        media=[picture],
        producer=f"-//{CANARY}//EN",
    )
    with book.write(doing(OperationKind.IMPORT, name=CANARY)) as writer:
        batch = writer.batches.add()
        file = writer.batches.add_file(batch, ImportedFile(f"{CANARY}.vcf", "vcard", None, None, b"zzcanary"))
        (ada,) = writer.contacts.add_many([draft], file)
    (bob,) = added(book, a_person("Bob"))
    with book.write(doing(OperationKind.EDIT, name=f"{CANARY} edited")) as writer:
        present = writer.contacts.get(ada)
        writer.contacts.save(present.added(a_property("CATEGORIES", f"{CANARY} circle")))
        writer.pairs.add(ada, bob, (MatchReason.SAME_NAME,), 0.5)
    with book.write(doing()) as writer:
        present = writer.contacts.get(ada)
        writer.contacts.save(Contact(present.properties[:1], ada))
    assert traces(book.folder)
    assert forget(book, ada) == 1
    assert [path for path in traces(book.folder) if not path.endswith("-shm")] == []
    with book.read() as reader:
        assert not reader.contacts.exists(ada)
        assert list(reader.contacts.ids()) == [bob]
        assert reader.history.entries()[0].kind is OperationKind.FORGET
        assert reader.pairs.all() == []
    digest_of(book)


def test_undo_passes_over_the_forgotten(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing()) as writer:
        for contact in (ada, bob):
            writer.contacts.save(writer.contacts.get(contact).added(a_property("NOTE", "x")))
    forget(book, ada)
    book.undo(doing())
    with book.read() as reader:
        assert reader.contacts.get(bob).properties == a_person("Bob")
        assert not reader.contacts.exists(ada)
    book.undo(doing())  # of Ada nothing is left that could be undone
    with book.read() as reader:
        assert reader.contacts.count() == 0
        assert reader.history.last_undoable() is None
    for _ in range(2):
        book.redo(doing())
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [bob]
    digest_of(book)


def test_what_others_share_stays(book: Database) -> None:
    picture = a_picture()
    photo = a_property("PHOTO", f"media:{picture.hash}")
    ada, bob = imported(
        book,
        a_draft(a_person("Ada", photo), media=[picture]),
        a_draft(a_person("Bob", photo), media=[picture]),
    )
    forget(book, ada)
    with book.read() as reader:
        assert reader.media.get(picture.hash) == picture
        assert len(reader.sources.cards_of(bob)) == 1
    digest_of(book)
    forget(book, bob)
    with book.read() as reader, pytest.raises(LookupError):
        reader.media.get(picture.hash)


def test_a_picture_that_undo_may_bring_back_stays(book: Database) -> None:
    picture = a_picture()
    photo = a_property("PHOTO", f"media:{picture.hash}")
    with book.write(doing(OperationKind.ADD)) as writer:
        writer.media.add(picture)
        ada = writer.contacts.add(a_person("Ada", photo))
        bob = writer.contacts.add(a_person("Bob", photo))
    with book.write(doing()) as writer:
        writer.contacts.save(Contact(writer.contacts.get(bob).properties[:1], bob))
    forget(book, ada)
    book.undo(doing())
    with book.read() as reader:
        assert reader.media.get(picture.hash) == picture


def test_people_nobody_knows_are_passed_over(book: Database) -> None:
    assert forget(book, ContactId(9)) == 0
    with book.read() as reader:
        assert reader.history.entries() == []


def test_somebody_undone_is_forgotten_out_of_the_record_as_well(book: Database) -> None:
    (ada,) = added(book, a_person(f"{CANARY} Ada"))
    with book.write(doing()) as writer:
        present = writer.contacts.get(ada)
        writer.contacts.save(
            present.replaced(present.properties[0], present.properties[0].with_value(f"{CANARY} second"))
        )
    book.undo(doing())
    forget(book, ada)
    assert [path for path in traces(book.folder) if not path.endswith("-shm")] == []
    with book.read() as reader:
        assert reader.history.last_redoable() is None


def test_who_was_once_made_part_of_somebody_leaves_nothing_with_them(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person(f"{CANARY} Bob", a_property("NOTE", f"{CANARY} note")))
    with book.write(doing(OperationKind.MERGE, contact=ada)) as writer:
        people = [writer.contacts.get(one) for one in (ada, bob)]
        lines = [line for person in people for line in person.properties]
        merged = [MergedLine(line.id, line.group) for line in lines if line.id is not None]
        writer.merger.merge(ada, [bob], merged)
    with book.write(doing()) as writer:
        joined = writer.contacts.get(ada)
        writer.contacts.save(Contact(tuple(one for one in joined.properties if one.key != "NOTE"), ada))
    for _step in range(2):
        book.undo(doing())
    forget(book, bob)
    assert [path for path in traces(book.folder) if not path.endswith("-shm")] == []
    with book.read() as reader:
        assert reader.contacts.get(ada).properties == a_person("Ada")
    digest_of(book)
