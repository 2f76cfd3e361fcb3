from relate_desktop.domain.change import OperationKind, Stays
from relate_desktop.domain.change_details import Effect
from relate_desktop.domain.ids import ChangesetId, EntryId
from relate_desktop.domain.property import Property
from relate_desktop.storage import schema
from relate_desktop.storage.change_rows import MOST, SEEN, UNSEEN
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_draft, a_person, a_property, added, digest_of, doing, imported
from tests.unit.storage.days import a_call, kept
from tests.unit.storage.test_revert import edit, last


def _value(line: Property | None) -> str | None:
    return None if line is None else line.value


def told(book: Database, changeset: ChangesetId) -> list[tuple[str, str | None, str | None]]:
    """Table and value before and after of each line that a change wrote."""
    with book.read() as reader:
        rows = reader.change_rows.details(changeset).rows
    return [(row.table, _value(row.was), _value(row.now)) for row in rows]


def test_an_edit_is_told_as_it_was_then_although_more_came_since(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1")))
    first = edit(book, ada, 1, "2")
    edit(book, ada, 1, "3")
    assert told(book, first) == [("properties", "1", "2")]
    with book.read() as reader:
        assert reader.change_rows.details(first).people == ((ada, "Ada"),)


def test_a_new_person_is_told_with_their_lines(book: Database) -> None:
    added(book, a_person("Ada", a_property("TEL", "1")))
    assert told(book, last(book)) == [
        ("contacts", None, None),
        ("properties", None, "Ada"),
        ("properties", None, "1"),
    ]


def test_lines_that_only_moved_are_not_told(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "1"), a_property("TEL", "2")))
    with book.write(doing()) as writer:
        person = writer.contacts.get(ada)
        writer.contacts.save(person.without(person.properties[1]).added(a_property("NOTE", "x")))
    assert told(book, last(book)) == [("properties", "1", None), ("properties", None, "x")]


def test_of_a_large_change_the_first_rows_are_told_and_the_others_counted(book: Database) -> None:
    people = imported(book, *(a_draft(a_person(f"P{number}")) for number in range(300)))
    with book.read() as reader:
        details = reader.change_rows.details(last(book))
        assert (len(details.rows), details.more) == (MOST, 2 * 300 - MOST)
        own = reader.change_rows.details(last(book), people[250])
        assert [row.contact for row in own.rows] == [people[250]] * 2
        assert own.more == 0


def test_a_plan_says_what_would_happen_and_nothing_happens(book: Database) -> None:
    ada, bob = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))), a_draft(a_person("Bob")))
    batch = last(book)
    edit(book, ada, 1, "2")
    before = digest_of(book)
    plan = book.plan_take_back(doing(), batch)
    assert digest_of(book) == before
    assert last(book) == batch + 1
    assert plan.effects["contacts"] == Effect(gone=1)
    assert [(one.conflict.table, one.conflict.why, one.called) for one in plan.kept] == [
        ("properties", Stays.CHANGED_SINCE, "Ada"),
        ("contacts", Stays.NEEDED, "Ada"),
    ]
    line = plan.kept[0]
    assert line.row.now is not None
    assert line.row.now.value == "2"
    assert line.since is not None
    assert line.since.changeset == batch + 1
    reverted = book.take_back(doing(), batch)
    assert [one.conflict for one in plan.kept] == list(reverted.conflicts)
    with book.read() as reader:
        assert not reader.contacts.exists(bob)


def test_a_plan_says_why_what_is_gone_cannot_return(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("TEL", "1"))))
    batch = last(book)
    with book.write(doing()) as writer:
        person = writer.contacts.get(ada)
        writer.contacts.save(person.without(person.properties[1]))
    removal = last(book)
    book.take_back(doing(), batch)
    plan = book.plan_take_back(doing(), removal)
    assert plan.nothing
    assert [(one.conflict.why, one.row.was and one.row.was.value) for one in plan.kept] == [(Stays.GONE, "1")]


def test_what_was_removed_since_does_not_come_back(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada, text="one"))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(EntryId(entry), a_call(ada, text="two"))
    changed = last(book)
    with book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
        writer.timeline.remove([entry])
    (stays,) = book.plan_take_back(doing(), changed).kept
    assert (stays.conflict.why, stays.row.before and stays.row.before["text"]) == (Stays.REMOVED_SINCE, "one")
    assert stays.since is not None
    assert stays.since.kind is OperationKind.ENTRY_REMOVE


def test_every_journalled_table_is_told_or_part_of_another() -> None:
    assert {table.name for table in SEEN} | UNSEEN == {table.name for table in schema.JOURNALLED}
