from datetime import timedelta

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import a_person, a_property, added, doing


def trash(book: Database, *people: ContactId) -> None:
    """Removes people in one change."""
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash(people)


def test_the_latest_removed_come_first(book: Database, clock: FixedClock) -> None:
    ada, bob, zoe = added(book, a_person("Ada"), a_person("Bob"), a_person("Zoë"))
    trash(book, bob)
    later = clock.pass_time(timedelta(days=1))
    trash(book, ada)
    with book.read() as reader:
        assert [*reader.removed.ids()] == [ada, bob]
        rows = reader.removed.page([ada, zoe, bob])
        assert [(row.row.called, row.removed_at) for row in rows] == [
            ("Ada", later),
            ("Bob", later - timedelta(days=1)),
        ]


def test_removed_people_are_named_by_id_name_or_address(book: Database) -> None:
    ada, bob = added(book, a_person("Ada Lovelace", a_property("EMAIL", "ada@x.example")), a_person("Bob"))
    trash(book, ada)
    with book.read() as reader:
        for words in (f" {ada} ", "ada  LOVELACE", "ada@x.example"):
            assert reader.removed.named(words) == [ada]
        for words in ("", "Ada", "Bob", str(bob), "9" * 30):
            assert reader.removed.named(words) == []
