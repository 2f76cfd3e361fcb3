from relate_desktop.domain.change import OperationKind
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_picture, added, doing


def test_a_writer_reads_what_it_wrote(book: Database) -> None:
    with book.write(doing(OperationKind.ADD)) as writer:
        assert not writer.changed
        ada = writer.contacts.add(a_person("Ada"))
        assert writer.changed
        assert writer.contacts.get(ada).properties == a_person("Ada")
        assert writer.history.entries() == []


def test_a_writer_reads_pictures_kept_before(book: Database) -> None:
    picture = a_picture()
    with book.write(doing()) as writer:
        writer.media.add(picture)
        writer.contacts.add(a_person("Ada"))
    with book.write(doing()) as writer:
        assert writer.media.get(picture.hash) == picture


def test_facts_are_kept_with_the_change(book: Database) -> None:
    with book.write(doing(OperationKind.ADD, contact=1)) as writer:
        writer.contacts.add(a_person("Ada"))
        writer.note(name="Ada")
    with book.read() as reader:
        assert reader.history.entries()[0].facts == {"contact": 1, "name": "Ada"}


def test_a_reader_has_everything_on_one_moment(book: Database) -> None:
    with book.read() as reader:
        assert reader.history.entries() == []
        added(book, a_person("Ada"))
        assert reader.search.find("ada").total == 0
        assert reader.circles.all() == []
        assert reader.health().contacts == 0
