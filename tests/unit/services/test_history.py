from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from tests.open_book import a_book, a_person


def test_the_newest_change_goes_and_comes_back(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        assert (book.history.undoable(), book.history.redoable()) == (None, None)
        book.contacts.add(a_person())
        undone = book.history.undo()
        assert (undone.reverted, undone.kind, book.contacts.count()) == (1, OperationKind.ADD, 0)
        waiting = book.history.redoable()
        assert waiting is not None
        assert waiting.changeset == undone.reverted
        book.history.redo()
        assert book.contacts.count() == 1


def test_an_older_change_is_taken_back(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada"))
        zoe = book.contacts.add(a_person("Zoë"))
        first = book.history.entries()[-1]
        taken = book.history.undo(first.changeset)
        assert list(book.contacts.ids()) == [zoe]
        assert taken.changeset is not None
        assert book.history.entry(taken.changeset).kind is OperationKind.TAKE_BACK
        assert book.history.entry(first.changeset).undone


def test_every_change_says_through_which_door_it_came(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person())
        book.history.undo()
        assert {entry.origin for entry in book.history.entries()} == {Origin.WINDOW}


def test_nothing_to_undo_is_said(tmp_path: Path) -> None:
    with a_book(tmp_path) as book, pytest.raises(NotFoundError) as caught:
        book.history.undo()
    assert caught.value.kind is ErrorKind.NOTHING_TO_UNDO
