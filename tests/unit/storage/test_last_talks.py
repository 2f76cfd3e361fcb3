from datetime import date, timedelta

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.last_talks import LastTalks, differing
from tests.clock import FixedClock
from tests.unit.storage.books import a_person, added, digest_of, doing
from tests.unit.storage.days import a_call, a_note, kept


def last_on(book: Database, contact: ContactId) -> str | None:
    with book.read() as reader:
        found = reader.timeline.last_talks([contact]).get(contact)
    return found.talk.on.isoformat() if found is not None else None


def in_order(book: Database, today: date) -> list[int]:
    with book._readers.connect() as connection:
        return list(LastTalks(raw(connection), today).in_order())


def test_the_latest_conversation_is_told_with_who_began(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(
        book,
        a_call(ada, on="2026-03-01T10:00"),
        a_call(ada, on="2026-02-01", kind=InteractionKind.MAIL, direction=Direction.THEIRS),
        a_note(ada, on="2026-03-05"),
    )
    with book.read() as reader:
        last = reader.timeline.last_talks([ada])[ada]
        row = reader.contacts.summaries([ada])[0]
    assert last.talk == Talk(date(2026, 3, 1), InteractionKind.CALL, Direction.MINE)
    assert last.timed
    assert row.last_contact_at == last.at
    assert row.last_talk == last.talk
    assert row.last_hour_known


def test_a_planned_conversation_counts_from_its_day_on_though_nothing_is_written(
    book: Database, clock: FixedClock
) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    kept(book, a_call(ada), a_call(bob, on="2026-03-02"), a_call(ada, bob, on="2026-03-20T10:00"))
    assert last_on(book, ada) == "2026-03-01"
    assert in_order(book, date(2026, 3, 19)) == [bob, ada]
    clock.pass_time(timedelta(days=6))
    assert last_on(book, ada) == "2026-03-20"
    assert in_order(book, date(2026, 3, 20)) == [bob, ada]
    kept(book, a_note(bob))
    assert last_on(book, ada) == "2026-03-20"
    digest_of(book)


def test_a_clock_set_back_takes_talks_of_later_days_back(book: Database, clock: FixedClock) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(book, a_call(ada, on="2026-01-01"), a_call(ada, on="2026-03-10"))
    clock.pass_time(timedelta(days=-30))
    assert last_on(book, ada) == "2026-01-01"
    assert in_order(book, date(2025, 12, 1)) == []


def test_today_counts_whatever_the_hour(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(book, a_call(ada, on="2026-03-14T23:00"))
    assert last_on(book, ada) == "2026-03-14"


def test_it_follows_every_way_of_writing(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    first, second = kept(book, a_call(ada, on="2026-02-01"), a_call(ada, bob, on="2026-03-01"))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(second, a_call(bob, on="2026-03-02"))
    assert (last_on(book, ada), last_on(book, bob)) == ("2026-02-01", "2026-03-02")
    book.undo(doing())
    assert (last_on(book, ada), last_on(book, bob)) == ("2026-03-01", "2026-03-01")
    book.redo(doing())
    assert last_on(book, ada) == "2026-02-01"
    with book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
        writer.timeline.remove([first])
    assert last_on(book, ada) is None
    book.undo(doing())
    assert last_on(book, ada) == "2026-02-01"
    digest_of(book)


def test_what_is_wrong_is_counted_and_mended(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(book, a_call(ada))
    with book._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE last_talks SET on_day='2020-01-01'")
        assert differing(raw(connection)) == 1
    with book.read() as reader:
        assert [kind for kind, _ in reader.health().problems] == ["talks_differ"]
    book.repair()
    assert last_on(book, ada) == "2026-03-01"
    digest_of(book)
