from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.timeline import people_in
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_person, added, digest_of, doing
from tests.unit.storage.days import a_call, a_note, a_promise, a_reminder, kept
from tests.unit.storage.test_forget import CANARY, forget, traces


def rows(book: Database, query: str) -> list[tuple[object, ...]]:
    with book._readers.connect() as connection:
        found: list[tuple[object, ...]] = raw(connection).execute(query).fetchall()
    return found


def test_nothing_is_left_of_what_was_written_about_somebody(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing(OperationKind.CAPTURE, title=CANARY)) as writer:
        entry = writer.timeline.add(a_call(ada, text=f"{CANARY} said so"), f"{CANARY} as jotted")
    a_promise(book, ada, text=f"{CANARY} draft", told_in=entry)
    a_reminder(book, ada, text=f"{CANARY} call")
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, text=f"{CANARY} said more"))
    (removed,) = kept(book, a_note(ada, text=f"{CANARY} note"))
    with book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
        writer.timeline.remove([removed])
    with book.write(doing(OperationKind.RHYTHM)) as writer:
        writer.journal.insert(schema.moments, ada, "other", f"{CANARY} moved", "2026-01-01", 0, 0)
        writer.journal.insert(schema.set_asides, ada, "2026-01-01")
    (other,) = kept(book, a_call(bob, text="about other things"))
    assert traces(book.folder)
    assert forget(book, ada) == 1
    assert [path for path in traces(book.folder) if not path.endswith("-shm")] == []
    with book.read() as reader:
        assert list(reader.timeline.ids()) == [other]
        assert reader.history.entries()[0].kind is OperationKind.FORGET
    digest_of(book)


def test_what_is_about_others_too_stays_without_the_forgotten(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada, bob, text="lunch"))
    promise, reminder = a_promise(book, ada, bob), a_reminder(book, bob, ada)
    forget(book, ada)
    with book.read() as reader:
        item = reader.timeline.items([entry])[entry]
        assert (people_in(item), item.text) == ((bob,), "lunch")
        assert reader.timeline.last_talks([bob])[bob].talk.on == item.happened.on
    assert rows(book, "SELECT promise_id, contact_id FROM promise_people") == [(promise, bob)]
    assert rows(book, "SELECT reminder_id, contact_id FROM reminder_people") == [(reminder, bob)]
    digest_of(book)


def test_two_people_forgotten_together_take_what_they_shared_with_them(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    kept(book, a_call(ada, bob, text="lunch"))
    forget(book, ada, bob)
    assert rows(book, "SELECT id FROM entries") == []
    digest_of(book)


def test_an_entry_somebody_was_taken_out_of_stays(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada, bob))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(bob))
    forget(book, ada)
    book.undo(doing())
    with book.read() as reader:
        assert people_in(reader.timeline.items([entry])[entry]) == (bob,)
    digest_of(book)


def test_a_removed_entry_comes_back_for_the_others(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada, bob))
    with book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
        writer.timeline.remove([entry])
    forget(book, ada)
    book.undo(doing())
    with book.read() as reader:
        assert people_in(reader.timeline.items([entry])[entry]) == (bob,)
    digest_of(book)


def test_a_promise_outlives_the_entry_it_was_told_in_and_may_return(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada))
    promise = a_promise(book, bob, told_in=entry)
    with book.write(doing(OperationKind.PROMISE_REMOVE)) as writer:
        writer.journal.delete(schema.promise_people, [1])
        writer.journal.delete(schema.promises, [promise])
        writer.journal.touch([bob])
    forget(book, ada)
    book.undo(doing())
    assert rows(book, "SELECT id, told_in FROM promises") == [(promise, None)]
    digest_of(book)
