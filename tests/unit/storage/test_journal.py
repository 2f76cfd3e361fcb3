import json

from relate_desktop.domain.change import OperationKind
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import column_names, compact, image_sql, insert_rows, insert_sql
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported


def recorded(book: Database, changeset: int) -> list[tuple[object, ...]]:
    with book._readers.connect() as connection:
        rows: list[tuple[object, ...]] = (
            raw(connection)
            .execute(
                "SELECT table_name, row_id, last_row_id, before FROM changes "
                "WHERE changeset_id=? ORDER BY id",
                (changeset,),
            )
            .fetchall()
        )
    return rows


def test_new_rows_are_recorded_as_stretches(book: Database) -> None:
    imported(book, *(a_draft(a_person(f"P{number}", a_property("TEL", "1"))) for number in range(40)))
    assert recorded(book, 1) == [
        ("contacts", 1, 40, None),
        ("contact_cards", 1, 40, None),
        ("properties", 1, 80, None),
    ]


def test_a_changed_row_leaves_what_it_was(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.replaced(contact.properties[0], contact.properties[0].with_value("A")))
    ((table, row_id, last, before),) = recorded(book, 2)
    assert (table, row_id, last) == ("properties", 1, None)
    image = dict(zip(column_names(schema.properties), json.loads(str(before)), strict=True))
    assert (image["name"], image["value"], image["contact_id"]) == ("FN", "Ada", ada)


def test_a_row_changed_twice_in_one_write_leaves_its_first_image_alone(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        for name in ("B", "C"):
            contact = writer.contacts.get(ada)
            changed = contact.replaced(contact.properties[0], contact.properties[0].with_value(name))
            writer.contacts.save(changed)
    assert len(recorded(book, 2)) == 1


def test_a_row_made_and_removed_in_one_write_leaves_no_image(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.added(a_property("NOTE", "x")))
        writer.contacts.save(contact)
    assert [row[3] for row in recorded(book, 2)] == [None]
    book.undo(doing())


def test_ids_of_a_write_that_failed_are_free_and_those_undone_are_not(book: Database) -> None:
    added(book, a_person("Ada"))
    book.undo(doing())
    (bob,) = added(book, a_person("Bob"))
    assert bob == 2


def test_many_rows_and_a_few_over_are_all_written(book: Database) -> None:
    with book._writer.begin() as connection:
        rows = [(number, number, number * 10) for number in range(37)]
        raw(connection).execute("CREATE TEMP TABLE touched_copy (a, b, c)")
        insert_rows(raw(connection), schema.keys, [(row[0], row[1]) for row in rows])
        assert raw(connection).execute("SELECT count(*) FROM keys").fetchone()[0] == 37
        connection.rollback()


def test_statements_follow_the_columns() -> None:
    assert insert_sql(schema.keys, 2) == "INSERT INTO keys VALUES (?,?),(?,?)"
    assert image_sql(schema.contacts) == "json_array(hue,created_at,trashed_at)"
    assert compact({"a": ["ü"]}) == '{"a":["ü"]}'


def test_facts_known_late_are_recorded(book: Database) -> None:
    with book.write(doing(OperationKind.IMPORT, created=0)) as writer:
        writer.contacts.add(a_person("Ada"))
        writer.note(created=1)
    with book.read() as reader:
        assert reader.history.entries()[0].facts == {"created": 1}


def test_many_rows_are_written_at_once_and_each_leaves_what_it_was(book: Database) -> None:
    people = imported(book, *(a_draft(a_person(f"P{number}")) for number in range(1_200)))
    with book.write(doing()) as writer:
        rows = [(int(person), (3,)) for person in people]
        writer.journal.update_many(schema.contacts, ("hue",), rows)
        writer.journal.update_many(schema.contacts, ("hue",), rows[:1])
        writer.journal.update_many(schema.contacts, ("hue",), [])
    assert len(recorded(book, 2)) == len(people)
    book.undo(doing())
    with book._readers.connect() as connection:
        found = raw(connection).execute("SELECT count(*) FROM contacts WHERE hue=3").fetchone()[0]
    assert found < len(people)
