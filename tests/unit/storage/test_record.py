from datetime import timedelta

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ChangesetId
from relate_desktop.domain.source import ImportedFile
from relate_desktop.storage.database import Database
from relate_desktop.storage.record import last_writers
from tests.clock import FixedClock
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing


def test_history_tells_what_was_done_newest_first(book: Database, clock: FixedClock) -> None:
    with book.write(doing(OperationKind.IMPORT, created=2)) as writer:
        writer.batches.add([ImportedFile("a.vcf", "vcard"), ImportedFile("b.vcf", "vcard")])
        ada, bob = writer.contacts.add_many([a_draft(a_person("Ada")), a_draft(a_person("Bob"))])
    clock.pass_time(timedelta(hours=1))
    with book.write(doing()) as writer:
        writer.contacts.save(writer.contacts.get(ada).added(a_property("NOTE", "x")))
    with book.read() as reader:
        edit, batch = reader.history.entries()
        assert [entry.changeset for entry in reader.history.entries(bob)] == [batch.changeset]
        assert reader.history.entries(ada) == [edit, batch]
        assert reader.history.entries(limit=1) == [edit]
        assert reader.history.entry(batch.changeset) == batch
    assert (batch.kind, batch.source, batch.contact_count, batch.facts) == (
        OperationKind.IMPORT,
        "a.vcf, b.vcf",
        2,
        {"created": 2},
    )
    assert (edit.kind, edit.source, edit.contact_count, edit.at) == (
        OperationKind.EDIT,
        None,
        1,
        clock.moment,
    )


def test_an_unknown_change_is_said_so(book: Database) -> None:
    with book.read() as reader, pytest.raises(NotFoundError, match=ErrorKind.OPERATION_UNKNOWN):
        reader.history.entry(ChangesetId(9))


def test_undo_and_redo_move_along_the_changes(book: Database) -> None:
    added(book, a_person("Ada"), a_person("Bob"))
    with book.read() as reader:
        bob, ada = (entry.changeset for entry in reader.history.entries())

    def ways() -> tuple[int | None, int | None]:
        with book.read() as reader:
            back, forth = reader.history.last_undoable(), reader.history.last_redoable()
        return back.changeset if back else None, forth.changeset if forth else None

    assert ways() == (bob, None)
    book.undo(doing())
    assert ways() == (ada, bob)
    book.undo(doing())
    assert ways() == (None, ada)
    book.redo(doing())
    assert ways() == (ada, bob)
    added(book, a_person("Carl"))
    assert ways()[1] is None


def test_nothing_to_undo_or_redo_is_said_so(book: Database) -> None:
    with pytest.raises(NotFoundError, match=ErrorKind.NOTHING_TO_UNDO):
        book.undo(doing())
    with pytest.raises(NotFoundError, match=ErrorKind.NOTHING_TO_REDO):
        book.redo(doing())
    with pytest.raises(NotFoundError, match=ErrorKind.OPERATION_UNKNOWN):
        book.undo(doing(), ChangesetId(5))


def test_undo_of_an_older_change_takes_it_out_of_the_past(book: Database) -> None:
    added(book, a_person("Ada"), a_person("Bob"))
    book.undo(doing(), ChangesetId(1))
    with book.read() as reader:
        newest = reader.history.entries()[0]
        assert (newest.kind, newest.undoes) == (OperationKind.TAKE_BACK, 1)
        assert reader.history.entry(ChangesetId(1)).undone
        assert reader.contacts.count() == 1
    with pytest.raises(NotFoundError, match=ErrorKind.NOTHING_TO_UNDO):
        book.take_back(doing(), ChangesetId(1))
    book.undo(doing())
    with book.read() as reader:
        assert not reader.history.entry(ChangesetId(1)).undone


def test_rows_nobody_wrote_have_no_writer(book: Database) -> None:
    with book._readers.connect() as connection:
        assert last_writers(connection, "properties", [5]) == {}


def test_the_writers_of_many_rows_are_those_of_each_alone(book: Database) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.contacts.add_many([a_draft(a_person(name)) for name in ("Ada", "Bob", "Carl")])
    book.undo(doing())
    book.redo(doing())
    added(book, a_person("Dora"))
    added(book, a_person("Emil"), a_person("Fay"))
    book.undo(doing())
    with book._readers.connect() as connection:
        rows = [int(row) for row in connection.exec_driver_sql("SELECT id FROM properties").scalars()]
        together = last_writers(connection, "properties", rows)
        assert together == {row: last_writers(connection, "properties", [row])[row] for row in rows}
        assert {writer.changeset for writer in together.values()} == {1, 4, 5}
