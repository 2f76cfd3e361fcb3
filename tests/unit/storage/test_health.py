from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.state import CommitMirror
from tests.unit.storage.books import a_person, a_property, added, doing


def problems(book: Database) -> dict[str, dict[str, str | int]]:
    with book.read() as reader:
        return {kind: dict(facts) for kind, facts in reader.health().problems}


def test_a_healthy_book_has_numbers_and_no_problems(book: Database) -> None:
    ada, _ = added(book, a_person("Ada", a_property("TEL", "1")), a_person("Bob"))
    with book.write(doing()) as writer:
        writer.contacts.trash([ada])
    with book.read() as reader:
        health = reader.health()
    assert health.problems == ()
    assert (health.contacts, health.properties, health.entries, health.reminders) == (1, 1, 0, 0)
    assert len(health.digest) == 64
    assert health.sqlite_version.startswith("3.")


def test_broken_ties_are_found(book: Database) -> None:
    added(book, a_person("Ada"))
    with book._writer.connect() as connection:
        for statement in (
            "PRAGMA foreign_keys=OFF",
            "INSERT INTO property_lines VALUES (1, 77, 78, 0, 0, 0)",
            "PRAGMA foreign_keys=ON",
        ):
            raw(connection).execute(statement)
    assert problems(book)["ties_broken"]["count"] == 2


def test_foreign_objects_are_found(book: Database) -> None:
    with book._writer.begin() as connection:
        connection.exec_driver_sql("CREATE TRIGGER evil AFTER INSERT ON pairs BEGIN DELETE FROM pairs; END")
    assert problems(book)["foreign_objects"] == {"count": 1, "first": "evil"}


def test_missing_commits_are_counted(book: Database) -> None:
    added(book, a_person("Ada"))
    mirror = CommitMirror(book.folder)
    mirror.committed(38, "2026-01-01T10:41:00+00:00")
    assert problems(book)["changes_missing"] == {"count": 37, "at": "2026-01-01T10:41:00+00:00"}


def test_open_modes_are_found_and_repaired(book: Database) -> None:
    (book.folder / "relate.db").chmod(0o644)
    assert problems(book)["open_to_others"] == {"count": 1, "first": "relate.db"}
    book.repair()
    assert problems(book) == {}
