"""Taking an import of people back takes along what their meetings wrote, and nothing a hand has touched."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.services.book import OpenBook
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import at
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import an_event

ADA, BOB = "ada@ada.example", "bob@b.example"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path, a_clock(at("2026-11-24 12:00", "UTC"))) as opened:
        a_calendar(opened, an_event("Coffee", addresses=[ADA, BOB]))
        yield opened


def add(book: OpenBook, name: str, address: str) -> tuple[ContactId, ChangesetId]:
    contact = book.contacts.add(a_person(name, f"EMAIL:{address}"))
    return contact, next(iter(book.history.entries())).changeset


def the_talk(book: OpenBook) -> Interaction:
    (entry,) = book.timeline.page(book.timeline.ids())
    assert isinstance(entry.item, Interaction)
    return entry.item


def test_who_was_added_goes_with_the_bare_conversation(book: OpenBook) -> None:
    ada, added = add(book, "Ada", ADA)
    assert book.held_meetings.follow().written == 1
    book.history.undo(added)
    assert book.contacts.find(ada) is None
    assert list(book.timeline.ids()) == []
    again, _changeset = add(book, "Ada", ADA)
    assert book.held_meetings.follow().written == 1
    assert the_talk(book).participants == (again,)


def test_undone_and_done_again_nothing_is_there_twice(book: OpenBook) -> None:
    ada, _added = add(book, "Ada", ADA)
    book.held_meetings.follow()
    book.history.undo()
    assert book.contacts.find(ada) is None
    book.history.redo()
    book.held_meetings.follow()
    assert the_talk(book).participants == (ada,)


def test_who_was_there_before_keeps_the_conversation(book: OpenBook) -> None:
    ada, _first = add(book, "Ada", ADA)
    bob, second = add(book, "Bob", BOB)
    book.held_meetings.follow()
    assert the_talk(book).participants == (ada, bob)
    book.history.undo(second)
    assert book.contacts.find(bob) is None
    assert the_talk(book).participants == (ada,)
    assert book.held_meetings.follow().changed == 0


def test_a_conversation_somebody_wrote_in_keeps_its_people(book: OpenBook) -> None:
    ada, added = add(book, "Ada", ADA)
    book.held_meetings.follow()
    (entry,) = book.timeline.page(book.timeline.ids())
    assert isinstance(entry.item, Interaction)
    book.timeline.save(replace(entry, item=replace(entry.item, text="She passed")))
    assert book.history.undo(added).conflicts
    assert book.contacts.find(ada) is not None
    assert the_talk(book).text == "She passed"
