from datetime import timedelta

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.source import ImportedFile
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing


def test_somebody_is_read_as_written(book: Database) -> None:
    properties = (
        a_property("FN", "Ada\\, Countess"),
        a_property("tel", "+49", ("TYPE", "CELL"), (None, "VOICE"), group="item1"),
        a_property("X-Odd Name/1", "a\x00b\U0001f600"),
    )
    (ada,) = added(book, properties)
    with book.read() as reader:
        found = reader.contacts.get(ada)
    assert found == Contact(properties, ada)
    assert [item.id for item in found.properties] == [1, 2, 3]


def test_somebody_unknown_is_said_so(book: Database) -> None:
    with book.read() as reader:
        assert reader.contacts.find(ContactId(7)) is None
        assert not reader.contacts.exists(ContactId(7))
        with pytest.raises(NotFoundError, match=ErrorKind.CONTACT_UNKNOWN):
            reader.contacts.get(ContactId(7))


def test_somebody_without_properties_is_somebody(book: Database) -> None:
    (nobody,) = added(book, ())
    with book.read() as reader:
        assert reader.contacts.get(nobody) == Contact((), nobody)
        assert not reader.contacts.trashed(nobody)


def test_people_stream_in_the_order_asked_for(book: Database) -> None:
    with book.write(doing(OperationKind.ADD)) as writer:
        people = [writer.contacts.add(a_person(f"P{number}")) for number in range(1100)]
    with book.read() as reader:
        wanted = [*reversed(people), 9999]
        assert [contact.id for contact in reader.contacts.iterate(wanted)] == wanted[:-1]


def test_what_was_typed_and_what_was_changed_by_hand_is_known(book: Database) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        (ada,) = writer.contacts.add_many([a_draft(a_person("Ada", a_property("TEL", "1")))])
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        changed = contact.replaced(contact.properties[1], contact.properties[1].with_value("2"))
        writer.contacts.save(changed.added(a_property("NOTE", "mine")))
    with book.read() as reader:
        names = {item.id: item.name for item in reader.contacts.get(ada).properties}
        assert {names[item] for item in reader.contacts.hand_edited(ada)} == {"TEL", "NOTE"}


def test_every_value_tells_where_it_came_from(book: Database, clock: FixedClock) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        batch = writer.batches.add()
        file = writer.batches.add_file(batch, ImportedFile("phone.vcf", "vcard"))
        (ada,) = writer.contacts.add_many([a_draft(a_person("Ada", a_property("TEL", "1")))], file)
    brought_in = clock.moment
    clock.pass_time(timedelta(days=1))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.replaced(contact.properties[1], contact.properties[1].with_value("2")))
    with book.read() as reader:
        name, phone = reader.contacts.provenance(ada)
    assert (name.kind, name.source, name.at, name.edited) == (
        OperationKind.IMPORT,
        "phone.vcf",
        brought_in,
        False,
    )
    assert (phone.kind, phone.source, phone.at, phone.edited) == (
        OperationKind.EDIT,
        None,
        clock.moment,
        True,
    )


def test_provenance_looks_through_undo_and_redo(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.replaced(contact.properties[0], contact.properties[0].with_value("A")))
        edit = writer.changeset
    book.undo(doing())
    with book.read() as reader:
        assert reader.contacts.provenance(ada)[0].kind is OperationKind.ADD
    book.redo(doing())
    with book.read() as reader:
        assert reader.contacts.provenance(ada)[0].changeset == edit
    book.take_back(doing(), edit)
    with book.read() as reader:
        assert reader.contacts.provenance(ada)[0].kind is OperationKind.ADD
