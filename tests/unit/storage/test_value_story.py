from relate_desktop.domain.ids import PropertyId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported
from tests.unit.storage.test_revert import edit


def story(book: Database, line: PropertyId | None) -> list[tuple[str | None, str]]:
    """What a line said and by which kind of change, newest first."""
    assert line is not None
    with book.read() as reader:
        return [
            (version.said.value if version.said else None, version.entry.kind.value)
            for version in reader.change_rows.story(line)
        ]


def test_a_line_has_a_story_from_its_file_to_its_end(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))))
    with book.read() as reader:
        line = reader.contacts.get(ada).properties[1].id
    edit(book, ada, 1, "2")
    assert story(book, line) == [("2", "edit"), ("1", "import")]
    book.undo(doing())
    assert story(book, line) == [("1", "undo"), ("2", "edit"), ("1", "import")]
    with book.write(doing()) as writer:
        person = writer.contacts.get(ada)
        writer.contacts.save(person.without(person.properties[1]))
    assert story(book, line)[0] == (None, "edit")


def test_moving_up_is_no_chapter(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1"), a_property("TEL", "2")))
    with book.read() as reader:
        line = reader.contacts.get(ada).properties[2].id
    with book.write(doing()) as writer:
        person = writer.contacts.get(ada)
        writer.contacts.save(person.without(person.properties[1]).added(a_property("NOTE", "x")))
    assert story(book, line) == [("2", "add")]


def test_nobody_ever_wrote_such_a_line(book: Database) -> None:
    assert story(book, PropertyId(99)) == []
