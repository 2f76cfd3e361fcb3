import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.text_index import TextKind, row_of, text_id
from tests.unit.storage.books import a_person, added, digest_of, doing
from tests.unit.storage.days import a_call, a_note, kept


def found(book: Database, word: str) -> list[tuple[TextKind, int]]:
    with book._readers.connect() as connection:
        rows = raw(connection).execute(
            "SELECT rowid FROM text_search WHERE text_search MATCH ? ORDER BY rowid", (f'"{word}"*',)
        )
        return [row_of(row[0]) for row in rows]


@pytest.mark.parametrize("kind", TextKind)
def test_an_id_says_of_which_row_it_is(kind: TextKind) -> None:
    assert row_of(text_id(kind, 70_000)) == (kind, 70_000)
    assert kind.table in schema.metadata.tables


def test_texts_are_found_folded_as_long_as_they_stand(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    first, second = kept(book, a_call(ada, text="Über die Rechnung"), a_note(ada, text="山田さん"))
    assert found(book, "uber") == [(TextKind.ENTRY, first)]
    assert found(book, "山田") == [(TextKind.ENTRY, second)]
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(first, a_call(ada, text="about the invoice"))
    assert found(book, "uber") == []
    assert found(book, "invo") == [(TextKind.ENTRY, first)]
    book.undo(doing())
    assert found(book, "invo") == []
    assert found(book, "rech") == [(TextKind.ENTRY, first)]
    book.undo(doing())
    assert found(book, "山田") == []
    digest_of(book)


def test_promises_and_reminders_are_indexed_without_a_word_from_their_writers(book: Database) -> None:
    with book.write(doing(OperationKind.PROMISE)) as writer:
        promise = writer.journal.insert(
            schema.promises, "mine", "send the draft", "2026-03-01", None, None, "", None, None, None, 0
        )
    assert found(book, "draft") == [(TextKind.PROMISE, promise)]
    book.undo(doing())
    assert found(book, "draft") == []
    digest_of(book)


def test_a_missing_text_is_noticed_and_built_anew(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada, text="canary"))
    with book._writer.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM text_search WHERE rowid={text_id(TextKind.ENTRY, entry)}")
    with book.read() as reader:
        assert [kind for kind, _ in reader.health().problems] == ["texts_differ"]
    book.repair()
    assert found(book, "canary") == [(TextKind.ENTRY, entry)]
    digest_of(book)
