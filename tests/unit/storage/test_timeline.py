from datetime import timedelta

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import EntryId
from relate_desktop.domain.interaction import Direction, Interaction
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.source import ImportedFile
from relate_desktop.domain.timeline import TimelineFilter, TimelineWhich
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import a_person, added, doing
from tests.unit.storage.days import a_call, a_moment, a_note, kept


def test_the_latest_comes_first_and_what_is_planned_on_top(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    first, second, planned = kept(
        book, a_call(ada, on="2026-03-01"), a_note(ada, on="2026-03-01T13:00"), a_call(ada, on="2026-05-01")
    )
    with book.read() as reader:
        assert list(reader.timeline.ids()) == [planned, second, first]
        assert list(reader.timeline.ids(TimelineFilter(ada))) == [planned, second, first]
        assert [entry.id for entry in reader.timeline.recent(ada, 5)] == [second, first]
        assert [entry.id for entry in reader.timeline.recent(ada, 1)] == [second]


def test_pinned_notes_lead_the_timeline_of_a_person(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    pinned, call, other = kept(
        book, a_note(ada, on="2020-01-01", pinned=True), a_call(ada, bob), a_call(bob, on="2026-03-05")
    )
    with book.read() as reader:
        assert list(reader.timeline.ids(TimelineFilter(ada))) == [pinned, call]
        assert list(reader.timeline.ids(TimelineFilter(bob))) == [other, call]
        assert list(reader.timeline.ids()) == [other, call, pinned]


def test_a_timeline_shows_only_what_is_asked_for(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    call, note = kept(book, a_call(ada), a_note(ada))
    kept(book, a_call(bob))
    moment = a_moment(book, ada, "2026-03-03")
    shown = {
        TimelineWhich.ALL: [-moment, note, call],
        TimelineWhich.CONVERSATIONS: [call],
        TimelineWhich.NOTES: [note],
        TimelineWhich.MOMENTS: [-moment],
    }
    with book.read() as reader:
        for which, expected in shown.items():
            assert list(reader.timeline.ids(TimelineFilter(ada, which))) == expected
        assert list(reader.timeline.ids(TimelineFilter(None, TimelineWhich.NOTES))) == [note]
        assert next(iter(reader.timeline.ids())) == -moment


def test_moments_stand_among_the_entries_of_all(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    old, new = kept(book, a_call(ada, on="2026-01-01"), a_call(ada, on="2026-03-01"))
    between = a_moment(book, ada, "2026-02-01")
    oldest = a_moment(book, ada, "2019-02-01")
    with book.read() as reader:
        assert list(reader.timeline.ids()) == [new, -between, old, -oldest]


def test_a_page_tells_of_each_entry_with_its_people_and_leaves_out_what_is_gone(
    book: Database, clock: FixedClock
) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (call,) = kept(book, a_call(bob, ada, on="2026-03-01T10:00", text="invoice"))
    moment = a_moment(book, ada, "2026-02-01")
    clock.pass_time(timedelta(days=1))
    with book.read() as reader:
        first, second = reader.timeline.page([call, 99, -moment, -99])
    assert [row.called for row in first.people] == ["Bob", "Ada"]
    assert isinstance(first.item, Interaction)
    assert (first.item.text, first.item.id) == ("invoice", call)
    assert first.source is None
    assert first.created_at == clock.moment - timedelta(days=1)
    assert isinstance(second.item, Moment)
    assert [row.id for row in second.people] == [ada]


def test_an_entry_that_is_not_there_is_an_error(book: Database) -> None:
    with book.read() as reader, pytest.raises(NotFoundError) as caught:
        reader.timeline.get(EntryId(7))
    assert caught.value.kind is ErrorKind.ENTRY_UNKNOWN


def test_talks_are_told_from_the_earliest_without_notes_and_plans(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(
        book,
        a_call(ada, on="2026-03-01"),
        a_note(ada),
        a_call(ada, on="2026-02-01", direction=Direction.THEIRS),
        a_call(ada, on="2026-06-01"),
    )
    with book.read() as reader:
        talks = reader.timeline.talks(ada)
    assert [(talk.on.isoformat(), talk.direction) for talk in talks] == [
        ("2026-02-01", Direction.THEIRS),
        ("2026-03-01", Direction.MINE),
    ]


def test_an_entry_names_the_file_it_came_from(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        batch = writer.batches.add()
        writer.batches.add_file(batch, ImportedFile("chat.txt", "chat", None, None))
        (brought,) = writer.timeline.add_many([a_call(ada)])
    (typed,) = kept(book, a_note(ada))
    with book.read() as reader:
        sources = {entry.id: entry.source for entry in reader.timeline.page([brought, typed])}
    assert sources == {brought: "chat.txt", typed: None}
