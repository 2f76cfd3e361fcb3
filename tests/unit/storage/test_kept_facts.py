"""Kept facts: the same one again is only newer; they go into the trash and come back with their person."""

from datetime import UTC, datetime, timedelta

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.kept_fact import KeptFact
from relate_desktop.domain.lookup import FindingField, LookupTarget, Proof, Provider
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added, doing

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def a_fact(contact: ContactId, value: str = "Lead", at: datetime = NOW) -> KeptFact:
    target = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")
    return KeptFact(
        contact,
        FindingField.TITLE,
        target,
        "7",
        "https://github.com/ada",
        Proof.LINK_BACK,
        at,
        "TITLE",
        value,
    )


def put(book: Database, *facts: KeptFact) -> None:
    with book.write(doing(OperationKind.LOOKUP_KEEP)) as writer:
        for fact in facts:
            writer.kept_facts.put(fact)


def of(book: Database, contact: ContactId) -> list[KeptFact]:
    with book.read() as reader:
        return reader.kept_facts.of(contact)


def test_a_fact_comes_back_as_it_was_kept(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    put(book, a_fact(ada))
    assert of(book, ada) == [a_fact(ada)]


def test_the_same_fact_again_is_only_newer(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    put(book, a_fact(ada), a_fact(ada, "Director"))
    put(book, a_fact(ada, at=NOW + timedelta(days=9)))
    found = of(book, ada)
    assert [(one.value, one.fetched_at) for one in found] == [
        ("Lead", NOW + timedelta(days=9)),
        ("Director", NOW),
    ]


def test_what_is_in_the_trash_is_not_offered_for_removal(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    put(book, a_fact(ada))
    with book.read() as reader:
        assert len(reader.kept_facts.stale(NOW + timedelta(days=1))) == 1
        assert reader.kept_facts.stale(NOW) == []
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.read() as reader:
        assert reader.kept_facts.stale(NOW + timedelta(days=1)) == []
        assert len(reader.kept_facts.from_provider(Provider.GITHUB)) == 1
