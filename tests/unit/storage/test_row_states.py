from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import column_names
from relate_desktop.storage.row_states import RowStates, image_of
from tests.unit.storage.books import a_person, a_property, added, doing
from tests.unit.storage.test_revert import edit, last

VALUE = column_names(schema.properties).index("value")


def test_a_row_has_a_state_before_after_and_now(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    new = last(book)
    with book.read() as reader:
        line = reader.contacts.get(ada).properties[1].id
    assert line is not None
    first, second = edit(book, ada, 1, "2"), edit(book, ada, 1, "3")
    with book._readers.connect() as connection:
        states = [RowStates(raw(connection), changeset) for changeset in (new, first, second)]
        found = [
            [image and image[VALUE] for image in (one.before(table, line), one.after(table, line))]
            for one in states
            for table in (schema.properties,)
        ]
        assert found == [[None, "1"], ["1", "2"], ["2", "3"]]
        assert states[0].last_writer("properties", line) == second
        assert states[2].last_writer("properties", line) is None


def test_a_row_that_came_back_was_not_there_in_between(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    with book.read() as reader:
        line = reader.contacts.get(ada).properties[1].id
    assert line is not None
    with book.write(doing()) as writer:
        person = writer.contacts.get(ada)
        writer.contacts.save(person.without(person.properties[1]))
    removal = last(book)
    book.undo(doing())
    with book._readers.connect() as connection:
        states = RowStates(raw(connection), removal)
        assert states.after(schema.properties, line) is None
        now = states.now(schema.properties, line)
        assert now is not None
        assert now[VALUE] == "1"


def test_columns_younger_than_an_image_are_empty() -> None:
    assert image_of(schema.contacts, "[3]") == (3, None, None)
