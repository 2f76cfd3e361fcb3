from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from relate_desktop.domain.change import Origin
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.contacts import line_of_card
from tests.clock import FixedClock, a_clock
from tests.open_book import a_book, a_person
from tests.unit.services.calendar_files import Steps, a_file, vevent

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_every_service_tells_of_the_day(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person("Ada Lovelace", "EMAIL:ada@old.example"))
        happened = Happened(clock().date())
        book.timeline.log([ada], InteractionKind.CALL, Direction.MINE, happened, "about engines")
        then = clock().date()
        clock.pass_time(10 * DAY)
        person = book.contacts.get(ada)
        book.contacts.save(person.added(line_of_card("EMAIL:ada@new.example")))
        book.timeline.log([ada], InteractionKind.CALL, Direction.MINE, happened, "about nothing")
        with book.as_of(then) as past:
            assert [one.text for one in past.contacts.get(ada).all("EMAIL")] == ["ada@old.example"]
            assert past.search.find("engines").texts_total == 1
            assert past.search.find("nothing").texts_total == 0
            assert past.search.find("new.example").total == 0
            assert len(past.timeline.recent(ada, 10)) == 1
            assert past.present().today == then
            assert [entry.kind.value for entry in past.history.entries()] == ["log", "add"]


def test_a_day_is_over_when_it_is_over_where_the_user_is(tmp_path: Path) -> None:
    here = ZoneInfo("Pacific/Auckland")
    clock = FixedClock(a_clock().moment.replace(hour=10, minute=59))  # 23:59 in Auckland
    with open_book(
        tmp_path / "book", clock=clock, create=True, origin=Origin.WINDOW, here=lambda: here
    ) as book:
        book.contacts.add(a_person("Ada"))
        clock.pass_time(HOUR)
        book.contacts.add(a_person("Bob"))
        for day, people in ((13, 0), (14, 1), (15, 2)):
            with book.as_of(date(2026, 3, day)) as past:
                assert past.contacts.count() == people


def test_a_day_to_come_is_today(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada"))
        with book.as_of(date.max) as past:
            assert past.contacts.count() == 1
            assert past.present().now == book.present().now
        with book.as_of(date.min) as past:
            assert past.contacts.count() == 0


def test_copying_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada"))
        with book.as_of(date(2026, 3, 14), lambda done, total: told.append((done, total))):
            assert told[-1][0] == told[-1][1] > 0


def test_calendars_are_those_of_the_day_as_well(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        book.calendars.add([a_file(tmp_path, vevent("Crane catalogue"))], Steps())
        then = clock().date()
        clock.pass_time(10 * DAY)
        book.calendars.add([a_file(tmp_path, vevent("Kite fair"), file="other.ics")], Steps())

        def titles(one: OpenBook) -> list[str]:
            whole = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC))
            return sorted(event.event.title for event in one.calendars.agenda(*whole))

        assert titles(book) == ["Crane catalogue", "Kite fair"]
        with book.as_of(then) as past:
            assert titles(past) == ["Crane catalogue"]
            assert {kind for kind, _facts in past.health().problems} <= {"changes_missing"}
