import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.timeline import TimelineFilter, people_in
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_person, added, digest_of, doing
from tests.unit.storage.days import a_call, a_note, kept


def test_what_is_written_concerns_everybody_in_it(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    kept(book, a_call(ada, bob))
    with book.read() as reader:
        for contact in (ada, bob):
            assert reader.history.entries(contact=contact)[0].kind is OperationKind.LOG
            assert reader.contacts.summaries([contact])[0].changed_at is not None


def test_a_jotted_line_is_kept_with_its_entry(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing(OperationKind.CAPTURE)) as writer:
        entry = writer.timeline.add(a_call(ada), "called ada")
    with book.read() as reader:
        assert reader.timeline.get(entry).sentence == "called ada"


def test_nobody_unknown_gets_an_entry(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with pytest.raises(NotFoundError) as caught, book.write(doing()) as writer:
        writer.timeline.add(a_call(ada, ContactId(9)))
    assert (caught.value.kind, caught.value.facts["contact"]) == (ErrorKind.CONTACT_UNKNOWN, 9)
    (entry,) = kept(book, a_call(ada))
    with pytest.raises(NotFoundError), book.write(doing()) as writer:
        writer.timeline.save(entry, a_call(ada, ContactId(9)))


def test_an_entry_about_nobody_is_kept(book: Database) -> None:
    (entry,) = kept(book, a_note(text="an idea"))
    with book.read() as reader:
        assert reader.timeline.get(entry).people == ()
    digest_of(book)


def test_many_at_once_have_ids_in_a_row(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        first = writer.timeline.add_many([a_call(ada, bob), a_note(bob)])
        second = writer.timeline.add_many([a_call(ada, on="2026-03-09")])
        assert list(first) + list(second) == [1, 2, 3]
    with book.read() as reader:
        assert list(reader.timeline.ids(TimelineFilter(ada))) == [3, 1]
    digest_of(book)
    book.undo(doing())
    with book.read() as reader:
        assert list(reader.timeline.ids()) == []
    digest_of(book)


def test_saving_writes_only_what_differs(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada, bob))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        assert not writer.timeline.save(entry, a_call(ada, bob))
        assert not writer.changed
        assert writer.timeline.save(entry, a_call(bob, ada))
    with book.read() as reader:
        item = reader.timeline.items([entry])[entry]
        assert people_in(item) == (bob, ada)
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        assert writer.timeline.save(entry, a_note(bob, text="instead a note"))
    with book.read() as reader:
        assert list(reader.timeline.ids(TimelineFilter(ada))) == []
        assert reader.timeline.talks(bob) == ()
        assert reader.history.entries(contact=ada)[0].kind is OperationKind.ENTRY_EDIT
    digest_of(book)


def test_an_entry_that_is_gone_cannot_be_saved(book: Database) -> None:
    with pytest.raises(NotFoundError) as caught, book.write(doing()) as writer:
        writer.timeline.save(EntryId(3), a_note())
    assert caught.value.kind is ErrorKind.ENTRY_UNKNOWN


def test_what_was_told_in_an_entry_outlives_it_and_finds_it_again(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada))
    with book.write(doing(OperationKind.PROMISE)) as writer:
        promise = writer.journal.insert(
            schema.promises, "mine", "draft", "2026-03-01", None, None, "", None, entry, None, 0
        )
    with book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
        assert writer.timeline.remove([entry, 99]) == 1
    query = f"SELECT told_in FROM promises WHERE id={promise}"
    with book._readers.connect() as connection:
        assert raw(connection).execute(query).fetchone() == (None,)
    digest_of(book)
    book.undo(doing())
    with book._readers.connect() as connection:
        assert raw(connection).execute(query).fetchone() == (entry,)
    digest_of(book)
