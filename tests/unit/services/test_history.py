from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import EntryId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.timeline_note import TimelineNote
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


def test_changes_come_by_the_page(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        assert book.history.began_at() is None
        ada = book.contacts.add(a_person("Ada"))
        book.contacts.add(a_person("Zoë"))
        book.contacts.trash([ada])
        assert [*book.history.ids()] == [3, 2, 1]
        assert [*book.history.ids(ada)] == [3, 1]
        page = book.history.page([1, 99, 3])
        assert [(entry.changeset, entry.kind.value) for entry in page] == [(1, "add"), (3, "trash")]
        assert book.history.began_at() == page[0].at


def test_a_plan_is_made_and_nothing_is_done(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        plan = book.history.plan(book.history.entries()[0].changeset)
        assert (plan.effects["contacts"].gone, plan.kept) == (1, ())
        assert book.contacts.find(ada) is not None
        book.history.undo()
        with pytest.raises(NotFoundError):
            book.history.plan(plan.entry.changeset)


def test_a_change_and_a_line_tell_their_story(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        (row, line) = book.history.details(book.history.entries()[0].changeset, ada).rows
        assert (row.table, line.now and line.now.value) == ("contacts", "Ada")
        name = book.contacts.get(ada).properties[0].id
        assert name is not None
        assert [version.entry.kind.value for version in book.history.story(name)] == ["add"]


def test_an_entry_tells_what_it_said_from_change_to_change(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person())
        number = book.timeline.note([ada], "first", Happened(date(2026, 3, 1)))
        entry = book.timeline.get(EntryId(number))
        assert isinstance(entry.item, TimelineNote)
        book.timeline.save(replace(entry, item=replace(entry.item, text="second")))
        book.timeline.remove([entry.id])
        book.history.undo()
        story = book.history.entry_story(entry.id)
        said = [version.said.text if version.said is not None else None for version in story]
        assert said == ["second", None, "second", "first"]
        assert [version.entry.kind for version in story][-2:] == [
            OperationKind.ENTRY_EDIT,
            OperationKind.NOTE,
        ]
        assert book.history.entry_story(EntryId(99)) == ()
