from datetime import UTC, date, datetime, timedelta

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import Cancelled
from relate_desktop.domain.property import Property
from relate_desktop.storage.database import Database
from relate_desktop.storage.past import PastDatabase
from tests.clock import FixedClock
from tests.unit.storage.books import a_draft, a_person, added, digest_of, doing, imported

DAY = timedelta(days=1)


def as_of(book: Database, moment: datetime) -> PastDatabase:
    """The book as it was at a moment."""
    return PastDatabase(book, moment.date(), moment, lambda _done, _total: None)


def everybody(book: Database) -> list[str]:
    """What the living people of a book are called."""
    with book.read() as reader:
        return [row.called for row in reader.contacts.summaries(reader.contacts.ids())]


def test_the_past_stays_what_it_was_while_the_present_goes_on(book: Database, clock: FixedClock) -> None:
    added(book, a_person("Ada"))
    clock.pass_time(DAY)
    past = as_of(book, clock())
    (bob,) = added(book, a_person("Bob"))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([bob])
    assert everybody(past) == ["Ada"]
    assert everybody(book) == ["Ada"]
    past.close()


def test_before_the_first_change_nobody_was_there(book: Database) -> None:
    added(book, a_person("Ada"))
    past = as_of(book, datetime(2000, 1, 1, tzinfo=UTC))
    assert everybody(past) == []
    with past.read() as reader:
        assert reader.history.entries() == []
    past.close()


def test_somebody_erased_since_is_gone_from_the_past_too(book: Database, clock: FixedClock) -> None:
    ada, bob = imported(book, a_draft(a_person("Ada")), a_draft(a_person("Bob")))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.pairs.add(ada, bob, (), 0.5)
    then = clock.pass_time(DAY)
    with book.write(doing(OperationKind.FORGET)) as writer:
        writer.contacts.forget([ada])
    past = as_of(book, then)
    assert everybody(past) == ["Bob"]
    with past.read() as reader:
        assert [kind for kind, _facts in reader.health().problems if kind != "changes_missing"] == []
        assert reader.contacts.find(ada) is None
    past.close()


def test_the_past_cannot_be_written(book: Database, clock: FixedClock) -> None:
    added(book, a_person("Ada"))
    before = digest_of(book)
    past = as_of(book, clock.pass_time(DAY))
    with pytest.raises(RuntimeError, match="only read"):
        past.write(doing())
    with pytest.raises(RuntimeError, match="only read"):
        past.undo(doing())
    with pytest.raises(RuntimeError, match="only read"):
        past.aside()
    with pytest.raises(RuntimeError, match="only read"):
        past.repair()
    past.poll()
    past.listen(lambda _news: None)()
    past.close()
    assert digest_of(book) == before


def test_whoever_stops_the_copying_gets_nothing(book: Database) -> None:
    imported(book, *[a_draft((*a_person(f"P{n}"), Property("NOTE", "x" * 5000))) for n in range(900)])

    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    with pytest.raises(Cancelled):
        PastDatabase(book, date(2026, 3, 14), datetime(2027, 1, 1, tzinfo=UTC), stop)
    assert len(everybody(book)) == 900
