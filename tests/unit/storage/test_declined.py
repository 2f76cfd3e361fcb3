"""Refusals of proposals, kept by the journal."""

from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added, doing


def test_a_refusal_is_kept_once_and_listed_by_kind(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        assert writer.declined.add("capitals", ada, "k1")
        assert not writer.declined.add("capitals", ada, "k1")
        assert writer.declined.add("other", None, "k2")
        assert not writer.declined.add("other", None, "k2")
    with book.read() as reader:
        assert [(one.contact, one.key) for one in reader.declined.all(["capitals"])] == [(ada, "k1")]
        assert [(one.contact, one.key) for one in reader.declined.all(["capitals", "other"])] == [
            (None, "k2"),
            (ada, "k1"),
        ]


def test_it_is_forgotten_on_request_and_with_the_person(book: Database) -> None:
    ada, bo = added(book, a_person("Ada"), a_person("Bo"))
    with book.write(doing()) as writer:
        writer.declined.add("capitals", ada, "k1")
        writer.declined.add("capitals", bo, "k2")
    with book.write(doing()) as writer:
        writer.declined.remove(one for one in writer.declined.all(["capitals"]) if one.contact == ada)
        writer.contacts.forget([bo])
    with book.read() as reader:
        assert reader.declined.all(["capitals"]) == []
        assert reader.health().problems == ()
