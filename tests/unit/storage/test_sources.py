from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported


def test_every_property_points_to_its_line(book: Database) -> None:
    draft = a_draft(a_person("Ada", a_property("TEL", "12345")))
    (ada,) = imported(book, draft)
    with book.read() as reader:
        (card,) = reader.sources.cards_of(ada)
        lines = reader.sources.lines_of(ada)
        properties = reader.contacts.get(ada).properties
    texts = [card.source.skeleton[line.first_byte : line.first_byte + line.byte_length] for line in lines]
    assert texts == [b"FN:Ada\r\n", b"TEL:12345\r\n"]
    assert [line.property for line in lines] == [item.id for item in properties]
    assert (card.producer, card.line, card.file, card.batch) == (draft.producer, 1, None, None)


def test_somebody_typed_has_no_card(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.read() as reader:
        assert reader.sources.cards_of(ada) == []
        assert reader.sources.of_many([ada, ContactId(99)]) == {ada: ([], []), 99: ([], [])}


def test_a_removed_property_leaves_its_line_to_nobody(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.without(contact.properties[1]))
    with book.read() as reader:
        assert len(reader.sources.lines_of(ada)) == 1
        assert len(reader.sources.cards_of(ada)) == 1
