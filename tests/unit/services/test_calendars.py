"""What takes place when, and which calendars there are."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_schedule import Lasts, Schedule
from relate_desktop.domain.ids import CalendarId
from relate_desktop.services.book import OpenBook
from tests.clock import a_clock
from tests.open_book import a_book
from tests.present import at
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.storage.events import a_refused_event, a_schedule, an_event

NINE = at("2026-11-24 09:00", "UTC")
WEEKLY = EventRule(Step.WEEKLY)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path, a_clock(NINE)) as opened:
        yield opened


def of_november(book: OpenBook, *calendars: CalendarId) -> list[tuple[str, str]]:
    found = book.calendars.agenda(
        datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), calendars or None
    )
    return [(one.event.title, f"{one.starts_at:%d %H:%M}") for one in found]


def test_the_agenda_lists_a_month_in_order(book: OpenBook) -> None:
    override = a_schedule("2026-11-11T15:00", replaces="2026-11-10T09:30:00")
    fair = Schedule(datetime(2026, 11, 24), Lasts(days=2), all_day=True)  # noqa: DTZ001 - a wall time
    a_calendar(
        book,
        an_event("weekly", a_schedule("2026-11-03T09:30", rules=(WEEKLY,))),
        an_event("moved", override),
        an_event("fair", fair, uid="fair"),
    )
    assert of_november(book) == [
        ("weekly", "03 08:30"),
        ("moved", "11 14:00"),
        ("weekly", "17 08:30"),
        ("fair", "24 00:00"),
        ("weekly", "24 08:30"),
    ]


def test_calendars_are_renamed_coloured_and_shown_no_more_each_as_a_change(book: OpenBook) -> None:
    calendar = a_calendar(book, an_event())
    assert book.calendars.rename(calendar, "  The  team ")
    assert not book.calendars.rename(calendar, "The team")
    assert book.calendars.colour(calendar, 7)
    assert book.calendars.show(calendar, shown=False)
    assert of_november(book) == []
    assert of_november(book, calendar) == [("Crane catalogue", "24 08:30")]
    kept = book.calendars.get(calendar)
    assert (kept.name, kept.hue, kept.shown) == ("The team", 7, False)
    book.history.undo()
    assert book.calendars.all()[0].shown
    with pytest.raises(UsageError):
        book.calendars.rename(calendar, " ")


def test_a_removed_calendar_comes_back_by_undo(book: OpenBook) -> None:
    calendar = a_calendar(book, an_event())
    book.calendars.remove(calendar)
    assert (book.calendars.all(), of_november(book)) == ((), [])
    book.history.undo()
    assert of_november(book) == [("Crane catalogue", "24 08:30")]
    with pytest.raises(NotFoundError) as raised:
        book.calendars.remove(CalendarId(9))
    assert raised.value.kind is ErrorKind.CALENDAR_UNKNOWN


def test_an_event_can_be_hidden_with_all_its_occurrences(book: OpenBook) -> None:
    (event, _other) = ids_of(
        book, a_calendar(book, an_event("stand-up", a_schedule(rules=(WEEKLY,))), an_event(uid="b"))
    )
    assert book.calendars.hide_series(event)
    assert not book.calendars.hide_series(event)
    assert [title for title, _when in of_november(book)] == ["Crane catalogue"]
    assert [one.title for one in book.calendars.hidden()] == ["stand-up"]
    assert book.calendars.hide_series(event, hidden=False)
    assert book.calendars.hidden() == ()


def test_what_could_not_be_read_is_told_with_its_text(book: OpenBook) -> None:
    calendar = a_calendar(book, an_event(), a_refused_event())
    (refused,) = book.calendars.refused(calendar)
    assert b"when it suits" in refused.raw
