import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
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


def test_saving_the_same_changes_nothing(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    with book.write(doing()) as writer:
        assert not writer.contacts.save(writer.contacts.get(ada))
    with book.read() as reader:
        assert len(reader.history.entries()) == 1


def test_saving_keeps_order_and_identity(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1"), a_property("TEL", "2")))
    with book.read() as reader:
        name, one, two = reader.contacts.get(ada).properties
    wanted = (two, a_property("NOTE", "new"), name, one.with_value("1a"))
    with book.write(doing()) as writer:
        assert writer.contacts.save(Contact(wanted, ada))
    with book.read() as reader:
        found = reader.contacts.get(ada).properties
    assert found == wanted
    assert [item.id for item in found] == [two.id, 4, name.id, one.id]


def test_a_property_of_somebody_else_becomes_one_of_ones_own(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.read() as reader:
        foreign = reader.contacts.get(bob).properties[0]
    with book.write(doing()) as writer:
        writer.contacts.save(writer.contacts.get(ada).added(foreign))
    with book.read() as reader:
        assert reader.contacts.get(bob).properties == (foreign,)
        assert reader.contacts.get(ada).properties[1].id not in {None, foreign.id}


def test_the_same_property_twice_becomes_two(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        name = writer.contacts.get(ada).properties[0]
        writer.contacts.save(Contact((name, name), ada))
    with book.read() as reader:
        assert len({item.id for item in reader.contacts.get(ada).properties}) == 2


def test_somebody_unknown_cannot_be_saved_nor_put_away(book: Database) -> None:
    with pytest.raises(NotFoundError, match=ErrorKind.CONTACT_UNKNOWN), book.write(doing()) as writer:
        writer.contacts.save(Contact((), ContactId(5)))
    with pytest.raises(NotFoundError, match=ErrorKind.CONTACT_UNKNOWN), book.write(doing()) as writer:
        writer.contacts.trash([ContactId(5)])
    with pytest.raises(ValueError, match="without id"), book.write(doing()) as writer:
        writer.contacts.save(Contact(()))


def test_many_come_in_with_their_cards_and_pictures(book: Database) -> None:
    picture = a_picture()
    drafts = [
        a_draft((*a_person("Ada"), a_property("PHOTO", f"media:{picture.hash}")), media=[picture]),
        a_draft(a_person("Bob")),
    ]
    ada, bob = imported(book, *drafts)
    with book.read() as reader:
        assert reader.contacts.get(ada).properties == drafts[0].properties
        assert reader.contacts.summaries([ada])[0].photo == picture.hash
        assert reader.media.get(picture.hash) == picture
        assert [card.source for card in reader.sources.cards_of(bob)] == [drafts[1].source]
    digest_of(book)


def test_nobody_at_all_comes_in_too(book: Database) -> None:
    assert imported(book) == []


def test_a_picture_with_a_wrong_hash_is_a_mistake(book: Database) -> None:
    picture = a_picture()
    draft = a_draft(a_person("Ada"), media=[type(picture)(picture.hash, "image/png", b"other")])
    with pytest.raises(ValueError, match=picture.hash):
        imported(book, draft)
    with book.read() as reader:
        assert reader.contacts.count() == 0


def test_a_record_is_absorbed_with_its_card(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))))
    draft = a_draft(a_person("Ada", a_property("TEL", "2"), a_property("EMAIL", "a@b.c")))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        name, phone = writer.contacts.get(ada).properties
        merged = Contact((name, phone.with_value("2"), draft.properties[2]), ada)
        assert writer.contacts.absorb(merged, draft, [0, 1, 2])
    with book.read() as reader:
        cards = reader.sources.cards_of(ada)
        lines = reader.sources.lines_of(ada)
        properties = reader.contacts.get(ada).properties
        assert reader.contacts.hand_edited(ada) == frozenset()
    assert [item.value for item in properties] == ["Ada", "2", "a@b.c"]
    standing = {(line.property, line.card) for line in lines}
    assert standing == {
        (properties[0].id, cards[0].id),
        (properties[0].id, cards[1].id),
        (properties[1].id, cards[0].id),
        (properties[1].id, cards[1].id),
        (properties[2].id, cards[1].id),
    }


def test_an_edit_by_hand_marks_every_line_it_came_from(book: Database) -> None:
    draft = a_draft(a_person("Ada"))
    (ada,) = imported(book, draft)
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.contacts.absorb(writer.contacts.get(ada), a_draft(a_person("Ada")), [0])
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.replaced(contact.properties[0], contact.properties[0].with_value("A")))
    with book.read() as reader:
        assert [line.edited for line in reader.sources.lines_of(ada)] == [True, True]
    book.undo(doing())
    with book.read() as reader:
        assert [line.edited for line in reader.sources.lines_of(ada)] == [False, False]


def test_put_back_brings_somebody_back(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    before = digest_of(book)
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.write(doing(OperationKind.PUT_BACK)) as writer:
        assert writer.contacts.put_back([ada]) == 1
    assert digest_of(book) == before
