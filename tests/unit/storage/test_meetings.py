"""Meetings that were written down ahead."""

from datetime import datetime, timedelta
from pathlib import Path

from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.services.book import OpenBook
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import TODAY, at

NINE = at("2026-11-24 09:00", "UTC")
DAY = timedelta(days=1)


def meet(
    book: OpenBook,
    who: ContactId,
    when: datetime | None,
    kind: InteractionKind = InteractionKind.MEETING,
) -> InteractionId:
    return book.timeline.log((who,), kind, Direction.BOTH, Happened(TODAY, when, "UTC" if when else ""))


def test_only_what_was_planned_with_an_hour_is_found(tmp_path: Path) -> None:
    clock = a_clock(NINE)
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person("Ada"))
        late = meet(book, ada, NINE + timedelta(hours=7))
        early = meet(book, ada, NINE + timedelta(hours=1), InteractionKind.CALL)
        meet(book, ada, None)
        meet(book, ada, NINE + timedelta(hours=2), InteractionKind.MAIL)
        meet(book, ada, NINE - timedelta(hours=1))
        start = NINE - timedelta(hours=9)
        with book.database.read() as reader:
            assert reader.meetings.planned(start, start + DAY, 10) == [early, late]
            assert reader.meetings.planned(start, start + DAY, 1) == [early]
            assert reader.meetings.planned(start + DAY, start + 2 * DAY, 10) == []
