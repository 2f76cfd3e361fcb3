"""People made one and separated again, through the service."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def test_a_merge_is_one_change_that_history_names_and_undo_takes_back(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "EMAIL:a@example.org"))
    other = book.contacts.add(a_person("Ada Lovelace", "TEL:+44 20 7946 0000"))
    merged = book.merges.merge(ada, [other])
    assert merged.joined == 2
    assert book.contacts.get(ada).first("FN", "TEL") is not None
    assert book.history.entry(merged.changeset).kind is OperationKind.MERGE
    assert [entry.changeset for entry in book.merges.merges_of(ada)] == [merged.changeset]
    book.history.undo()
    assert [item.text for item in book.contacts.get(other).all("FN")] == ["Ada Lovelace"]
    assert book.merges.merges_of(ada) == []


def test_separating_later_leaves_what_was_written_since(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada"))
    other = book.contacts.add(a_person("Bea", "NOTE:hers"))
    merged = book.merges.merge(ada, [other], book.merges.plan(ada, [other]).standing)
    book.contacts.save(book.contacts.get(ada).added(*a_person("", "URL:https://since.example")[1:]))
    book.merges.separate(merged.changeset, other)
    assert book.contacts.get(other).all("URL", "NOTE") != ()
    assert book.contacts.get(ada).all("URL", "NOTE") == ()
    book.history.undo()
    assert book.contacts.find(other) is None


def test_nobody_is_merged_with_themselves_or_with_nobody(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada"))
    with pytest.raises(UsageError) as told:
        book.merges.merge(ada, [ada])
    assert told.value.kind is ErrorKind.CONTACT_SAME
    with pytest.raises(NotFoundError):
        book.merges.plan(ada, [ContactId(99)])


def test_two_people_are_remembered_once(book: OpenBook) -> None:
    ada, other = (book.contacts.add(a_person(name)) for name in ("Ada", "Bea"))
    assert book.merges.keep_apart(ada, other)
    assert not book.merges.keep_apart(other, ada)
