from datetime import date, timedelta

from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.recent_talks import planned_days, recent_talks
from tests.unit.storage.books import a_person, added
from tests.unit.storage.days import a_call, a_note, kept

TODAY = date(2026, 3, 14)
MINE, THEIRS = Direction.MINE, Direction.THEIRS


def test_they_come_earliest_first_without_notes_and_plans(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    kept(
        book,
        a_call(ada, on="2026-03-10T18:00", kind=InteractionKind.MAIL),
        a_call(ada, bob, on="2026-03-10T09:00"),
        a_note(ada, on="2026-03-12"),
        a_call(ada, on="2026-03-20"),
        a_call(bob, on="2026-03-14"),
    )
    with book._readers.connect() as connection:
        found = recent_talks(raw(connection), ada, TODAY)
        plans = planned_days(raw(connection), compact([ada, bob]), TODAY)
    assert [(talk.on, talk.kind) for talk in found] == [
        (date(2026, 3, 10), InteractionKind.CALL),
        (date(2026, 3, 10), InteractionKind.MAIL),
    ]
    assert plans == {ada: date(2026, 3, 20)}


def test_so_many_are_read_that_the_usual_gap_follows(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    days = [TODAY - timedelta(days=10 * number) for number in range(12)]
    kept(book, *(a_call(ada, on=day.isoformat()) for day in days for _twice in range(2)))
    with book._readers.connect() as connection:
        found = recent_talks(raw(connection), ada, TODAY)
    assert len({talk.on for talk in found}) >= 7
    assert len(found) < 24


def test_so_many_are_read_that_every_message_without_an_answer_is_there(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    written = [TODAY - timedelta(days=number) for number in range(12)]
    kept(
        book,
        *(a_call(ada, on=day.isoformat(), kind=InteractionKind.MAIL) for day in written),
        a_call(ada, on="2026-02-01", direction=THEIRS),
    )
    with book._readers.connect() as connection:
        found = recent_talks(raw(connection), ada, TODAY)
    assert [talk.direction for talk in found] == [THEIRS] + [MINE] * 12
