from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Balance, Direction, Happened, Interaction, InteractionKind, Talk
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.timeline import TimelineEntry, TimelineFilter
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.timeline import LONGEST, MENTIONED
from relate_desktop.words.operations import summary
from tests.bare import bare
from tests.clock import a_clock

DAY = Happened(date(2026, 3, 1))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with open_book(tmp_path / "book", clock=a_clock(), create=True) as opened:
        yield opened


def somebody(book: OpenBook, name: str) -> ContactId:
    return book.contacts.add([Property("FN", name)])


def call_in(entry: TimelineEntry) -> Interaction:
    assert isinstance(entry.item, Interaction)
    return entry.item


def said(book: OpenBook) -> str:
    newest = book.history.entries(limit=1)[0]
    return bare(summary(newest.kind, newest.facts))


def test_a_conversation_is_written_found_changed_and_taken_away(book: OpenBook) -> None:
    ada = somebody(book, "Ada")
    call = book.timeline.log([ada], InteractionKind.CALL, Direction.THEIRS, DAY, "invoice", minutes=20)
    assert said(book) == "Wrote down a call with Ada."
    assert book.timeline.last_talk(ada) == Talk(DAY.on, InteractionKind.CALL, Direction.THEIRS)
    assert book.timeline.talks(ada) == (book.timeline.last_talk(ada),)
    (entry,) = book.timeline.page(book.timeline.ids(TimelineFilter(ada)))
    assert not book.timeline.save(entry)
    assert book.timeline.save(replace(entry, item=replace(call_in(entry), text="the invoice")))
    assert said(book) == "Edited a conversation with Ada."
    (again,) = book.timeline.recent(ada, 3)
    assert call_in(again).text == "the invoice"
    book.timeline.remove([call])
    assert said(book) == "Removed a conversation with Ada."
    assert book.timeline.last_talk(ada) is None
    book.history.undo()
    assert book.timeline.get(call).id == call


def test_a_note_is_about_those_it_mentions_as_far_as_they_are_known(book: OpenBook) -> None:
    ada, bob = somebody(book, "Ada"), somebody(book, "Bob Jones")
    somebody(book, "Eve One")
    somebody(book, "Eve Two")
    note = book.timeline.note([ada], "With @Bob, @[Bob Jones], @Eve, @2 and @Nobody", DAY, pinned=True)
    item = book.timeline.get(note).item
    assert isinstance(item, TimelineNote)
    assert item.people == (ada, bob)
    assert item.pinned
    assert said(book) == "Wrote a note about Ada."


def test_several_people_are_counted_in_history(book: OpenBook) -> None:
    ada, bob = somebody(book, "Ada"), somebody(book, "Bob")
    first = book.timeline.log([ada, bob], InteractionKind.MEETING, Direction.BOTH, DAY)
    assert said(book) == "Wrote down a meeting with two people."
    second = book.timeline.note([ada], "tea", DAY)
    book.timeline.remove([first, second])
    assert said(book) == "Removed 2 conversations and notes."


def test_a_moment_is_not_changed_here(book: OpenBook) -> None:
    ada = somebody(book, "Ada")
    note = book.timeline.note([ada], "tea", DAY)
    entry = book.timeline.get(note)
    with pytest.raises(TypeError):
        book.timeline.save(replace(entry, item=Moment(DateKind.OTHER, PartialDate(2026, 3, 1), ada)))


def test_the_balance_counts_a_year_and_knows_the_first_day(book: OpenBook) -> None:
    ada = somebody(book, "Ada")
    assert book.timeline.balance(ada) == Balance()
    for day, direction in (
        (date(2020, 1, 1), Direction.MINE),
        (date(2025, 6, 1), Direction.MINE),
        (date(2026, 3, 1), Direction.THEIRS),
        (date(2026, 3, 2), Direction.BOTH),
        (date(2026, 12, 1), Direction.THEIRS),
    ):
        book.timeline.log([ada], InteractionKind.MESSAGE, direction, Happened(day))
    assert book.timeline.balance(ada) == Balance(1, 1, date(2020, 1, 1))


def test_what_nobody_can_have_typed_is_refused(book: OpenBook) -> None:
    ada = somebody(book, "Ada")
    note = book.timeline.note([ada], "tea", DAY)
    entry = book.timeline.get(note)
    assert isinstance(entry.item, TimelineNote)
    for write in (
        lambda: book.timeline.note([ada], "x" * (LONGEST + 1), DAY),
        lambda: book.timeline.save(replace(entry, item=TimelineNote("x" * (LONGEST + 1), DAY, (ada,)))),
    ):
        with pytest.raises(UsageError) as caught:
            write()
        assert caught.value.kind is ErrorKind.TEXT_TOO_LONG
    assert book.timeline.get(note) == entry


def test_only_so_many_names_are_looked_up(book: OpenBook) -> None:
    names = [f"P{number:03}x" for number in range(MENTIONED + 5)]
    people = [somebody(book, name) for name in names]
    note = book.timeline.note([], " ".join(f"@{name}" for name in names), DAY)
    assert [row.id for row in book.timeline.get(note).people] == people[:MENTIONED]
