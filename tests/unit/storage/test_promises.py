from dataclasses import replace
from datetime import date

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import PromiseId
from relate_desktop.domain.promise import OwedBy
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import a_person, added, doing
from tests.unit.storage.due import a_promise, promised


def test_promises_are_kept_with_their_people(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    mine, theirs = promised(book, a_promise(ada, bob), replace(a_promise(bob), owed_by=OwedBy.THEIRS))
    with book.read() as reader:
        assert [item.id for item in reader.promises.open()] == [mine, theirs]
        assert [item.id for item in reader.promises.of(ada)] == [mine]
        assert reader.promises.get(theirs).owed_by is OwedBy.THEIRS
        assert reader.promises.get(mine).people == (ada, bob)


def test_a_kept_promise_is_open_no_more_and_undo_opens_it(book: Database, clock: FixedClock) -> None:
    (number,) = promised(book, a_promise())
    with book.read() as reader:
        open_one = reader.promises.get(number)
    with book.write(doing(OperationKind.PROMISE_KEPT)) as writer:
        assert writer.promises.save(replace(open_one, kept_at=clock()))
        assert not writer.promises.save(replace(open_one, kept_at=clock()))
    with book.read() as reader:
        assert reader.promises.open() == []
        assert [item.id for item in reader.promises.kept_since(clock(), 5)] == [number]
    book.undo(doing())
    with book.read() as reader:
        assert reader.promises.open() == [open_one]


def test_only_promises_with_a_day_are_due(book: Database) -> None:
    promised(book, a_promise(text="some time"), a_promise(text="soon", due="2026-03-14"))
    with book.read() as reader:
        assert [item.text for item in reader.promises.due_by(date(2026, 3, 14))] == ["soon"]
        assert reader.promises.due_by(date(2026, 3, 13)) == []


def test_promises_with_people_in_the_trash_are_silent(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    promised(book, a_promise(ada))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.read() as reader:
        assert reader.promises.open() == []
        assert len(reader.promises.of(ada)) == 1


def test_a_removed_promise_is_gone_until_undo(book: Database) -> None:
    (number,) = promised(book, a_promise())
    with book.write(doing(OperationKind.PROMISE_REMOVE)) as writer:
        assert writer.promises.remove([number, PromiseId(9)]) == 1
    with book.read() as reader:
        assert reader.promises.find(number) is None
        with pytest.raises(NotFoundError):
            reader.promises.get(number)
    book.undo(doing())
    with book.read() as reader:
        assert reader.promises.get(number).text == "the contract"


def test_what_has_no_id_cannot_be_saved(book: Database) -> None:
    with book.write(doing(OperationKind.PROMISE_EDIT)) as writer, pytest.raises(ValueError, match="id"):
        writer.promises.save(a_promise())
