"""Taking one change out of the past while later ones stay."""

from relate_desktop.domain.change import OperationKind, Reverted
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_draft, a_person, a_property, added, digest_of, doing, imported


def last(book: Database) -> ChangesetId:
    with book.read() as reader:
        return reader.history.entries(limit=1)[0].changeset


def edit(book: Database, contact: ContactId, position: int, value: str) -> ChangesetId:
    with book.write(doing()) as writer:
        present = writer.contacts.get(contact)
        old = present.properties[position]
        writer.contacts.save(present.replaced(old, old.with_value(value)))
    return last(book)


def values(book: Database, contact: ContactId) -> list[str]:
    with book.read() as reader:
        return [item.value for item in reader.contacts.get(contact).properties]


def stayed(reverted: Reverted) -> list[tuple[str, tuple[str, ...]]]:
    return [(conflict.table, conflict.columns) for conflict in reverted.conflicts]


def test_an_older_edit_returns_while_a_later_one_stays(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    first = edit(book, ada, 0, "Augusta")
    edit(book, ada, 1, "2")
    assert book.take_back(doing(), first).conflicts == ()
    assert values(book, ada) == ["Ada", "2"]


def test_a_value_changed_since_stays_and_is_named(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    first = edit(book, ada, 0, "Augusta")
    edit(book, ada, 0, "Countess")
    assert stayed(book.take_back(doing(), first)) == [("properties", ("value",))]
    assert values(book, ada) == ["Countess"]


def test_columns_return_one_by_one(book: Database) -> None:
    (ada,) = added(book, (a_property("TEL", "1"),))
    first = edit(book, ada, 0, "2")
    with book.write(doing()) as writer:
        old = writer.contacts.get(ada).properties[0]
        writer.contacts.save(
            Contact((a_property("TEL", "2", ("TYPE", "HOME")),), ada).mapped(
                lambda new: (type(new)(new.name, new.value, new.parameters, new.group, old.id),)
            )
        )
    assert book.take_back(doing(), first).conflicts == ()
    with book.read() as reader:
        assert reader.contacts.get(ada).properties == (a_property("TEL", "1", ("TYPE", "HOME")),)


def test_a_removed_value_comes_back_beside_later_ones(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    with book.write(doing()) as writer:
        present = writer.contacts.get(ada)
        writer.contacts.save(present.without(present.properties[1]))
    removal = last(book)
    with book.write(doing()) as writer:
        writer.contacts.save(writer.contacts.get(ada).added(a_property("TEL", "2")))
    book.take_back(doing(), removal)
    assert sorted(values(book, ada)) == ["1", "2", "Ada"]


def test_a_row_removed_since_cannot_return_and_is_named(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    first = edit(book, ada, 1, "2")
    with book.write(doing()) as writer:
        present = writer.contacts.get(ada)
        writer.contacts.save(present.without(present.properties[1]))
    assert stayed(book.take_back(doing(), first)) == [("properties", ())]
    assert values(book, ada) == ["Ada"]


def test_an_import_taken_back_leaves_nobody_it_brought(book: Database) -> None:
    (bob,) = added(book, a_person("Bob"))
    before = digest_of(book)
    imported(book, a_draft(a_person("Ada")), a_draft(a_person("Carl")))
    assert book.take_back(doing(), last(book)).conflicts == ()
    assert digest_of(book) == before
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [bob]


def test_what_was_written_since_an_import_stays_and_the_rest_leaves(book: Database) -> None:
    ada, carl = imported(
        book,
        a_draft(a_person("Ada", a_property("TEL", "1"), a_property("EMAIL", "a@b.c"))),
        a_draft(a_person("Carl")),
    )
    batch = last(book)
    edit(book, ada, 1, "2")
    with book.write(doing()) as writer:
        writer.contacts.save(writer.contacts.get(ada).added(a_property("NOTE", "mine")))
    reverted = book.take_back(doing(), batch)
    assert sorted(stayed(reverted)) == [("contacts", ()), ("properties", ("value", "edited"))] or sorted(
        stayed(reverted)
    ) == [("contacts", ()), ("properties", ("value",))]
    assert values(book, ada) == ["Ada", "2", "mine"]
    with book.read() as reader:
        assert not reader.contacts.exists(carl)
        assert len(reader.sources.cards_of(ada)) == 1
    digest_of(book)


def test_somebody_put_away_and_back_since_leaves_with_the_import(book: Database) -> None:
    start = digest_of(book)
    (ada,) = imported(book, a_draft(a_person("Ada")))
    batch = last(book)
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.write(doing(OperationKind.PUT_BACK)) as writer:
        writer.contacts.put_back([ada])
    assert book.take_back(doing(), batch).conflicts == ()
    assert digest_of(book) == start


def test_what_two_imports_say_stays_when_the_first_is_taken_back(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))))
    first = last(book)
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.contacts.absorb(writer.contacts.get(ada), a_draft(a_person("Ada")), [0])
    book.take_back(doing(), first)
    assert values(book, ada) == ["Ada"]
    digest_of(book)


def test_a_pair_leaves_with_one_of_the_two(book: Database) -> None:
    (bob,) = added(book, a_person("Bob"))
    (ada,) = imported(book, a_draft(a_person("Ada")))
    batch = last(book)
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.pairs.add(bob, ada, (MatchReason.SAME_NAME,), 0.7)
    book.take_back(doing(), batch)
    with book.read() as reader:
        assert reader.pairs.all() == []
    digest_of(book)


def test_a_value_of_somebody_gone_since_cannot_return(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))))
    batch = last(book)
    with book.write(doing()) as writer:
        present = writer.contacts.get(ada)
        writer.contacts.save(present.without(present.properties[1]))
    removal = last(book)
    book.take_back(doing(), batch)
    reverted = book.take_back(doing(), removal)
    with book.read() as reader:
        assert not reader.contacts.exists(ada)
    assert reverted.changeset is None
    assert last(book) == removal + 1
    digest_of(book)


def test_an_import_undone_redone_and_taken_back_again(book: Database) -> None:
    start = digest_of(book)
    imported(book, *(a_draft(a_person(f"P{number}")) for number in range(50)))
    batch = last(book)
    end = digest_of(book)
    for _ in range(3):
        book.undo(doing())
        assert digest_of(book) == start
        book.redo(doing())
        assert digest_of(book) == end
    book.take_back(doing(), batch)
    assert digest_of(book) == start
    book.undo(doing())
    assert digest_of(book) == end
