"""Watched files are read again when they change, and by nobody when they do not."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.change import Changes, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, InputError, UsageError
from relate_desktop.services.book import OpenBook
from tests.clock import FixedClock, a_clock
from tests.open_book import a_book, a_person
from tests.unit.services.calendar_files import Steps, a_file, vcalendar, vevent
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import an_event

TODO = "BEGIN:VTODO\r\nUID:todo\r\nEND:VTODO\r\n"
CORPORATE = "DTSTART;TZID=Corporate:20261124T093000\r\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path, a_clock()) as opened:
        yield opened


def imported(book: OpenBook, *paths: Path) -> Calendar:
    book.calendars.add(paths, Steps())
    look(book)
    return book.calendars.all()[0]


def look(book: OpenBook) -> None:
    book.calendars.follow(lambda: False)


def titles(book: OpenBook) -> list[str]:
    year = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    return [one.event.title for one in book.calendars.agenda(*year)]


def changes(book: OpenBook) -> list[OperationKind]:
    return [entry.kind for entry in book.history.entries()]


def test_a_changed_file_is_read_again_by_itself_and_that_is_not_what_undo_takes_back(
    book: OpenBook, tmp_path: Path
) -> None:
    imported(book, a_file(tmp_path, vevent("a")))
    book.contacts.add(a_person("Ada"))
    look(book)
    assert OperationKind.CALENDAR_READ not in changes(book)
    a_file(tmp_path, vevent("a"), vevent("b"))
    look(book)
    assert titles(book) == ["a", "b"]
    (entry, *_older) = book.history.entries()
    assert (entry.kind, entry.origin) == (OperationKind.CALENDAR_READ, Origin.CALENDAR)
    assert dict(entry.facts) == {"name": "studio", "events": 1}
    assert book.history.undo().kind is OperationKind.ADD
    assert titles(book) == ["a", "b"]


def test_a_file_that_only_was_touched_changes_nothing(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"))
    imported(book, path)
    os.utime(path, (1, 1))
    look(book)
    path.write_bytes(path.read_bytes().replace(b"20261101T000000Z", b"20261102T000000Z"))
    look(book)
    assert changes(book) == [OperationKind.IMPORT]


def test_a_reading_that_was_taken_back_stays_so_until_the_file_changes_or_one_asks(
    book: OpenBook, tmp_path: Path
) -> None:
    imported(book, a_file(tmp_path, vevent("a")))
    a_file(tmp_path, vevent("b"))
    look(book)
    book.history.undo(book.history.entries()[0].changeset)
    look(book)
    assert titles(book) == ["a"]
    assert book.calendars.read_again(Steps()) == 1
    assert titles(book) == ["b"]
    assert book.calendars.read_again(Steps()) == 0


def test_a_file_that_is_gone_is_told_and_its_events_stay(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"))
    imported(book, path)
    path.rename(tmp_path / "elsewhere.ics")
    look(book)
    (calendar,) = book.calendars.all()
    assert (calendar.missing, titles(book)) == (True, ["a"])
    a_file(tmp_path, vevent("a"), vevent("b"), file="elsewhere.ics")
    assert book.calendars.find_file(calendar.id, tmp_path / "elsewhere.ics")
    (calendar,) = book.calendars.all()
    assert (calendar.missing, calendar.path) == (False, str(tmp_path / "elsewhere.ics"))
    assert titles(book) == ["a", "b"]


def test_there_is_news_of_a_file_that_goes_and_of_its_return(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"))
    imported(book, path)
    look(book)
    heard: list[Changes] = []
    book.listen(heard.append)
    content = path.read_bytes()
    path.unlink()
    look(book)
    look(book)
    assert [set(news.tables) for news in heard] == [{"calendar_looks"}]
    path.write_bytes(content)
    look(book)
    look(book)
    assert [set(news.tables) for news in heard] == [{"calendar_looks"}] * 2


def test_a_file_that_comes_back_is_missed_no_more(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"))
    imported(book, path)
    content = path.read_bytes()
    path.unlink()
    look(book)
    path.write_bytes(content)
    look(book)
    assert not book.calendars.all()[0].missing
    assert changes(book) == [OperationKind.IMPORT]


@pytest.mark.parametrize("content", [b"", b"not a calendar", vcalendar(vevent("a"))[:60]])
def test_a_file_that_is_not_whole_is_left_for_the_next_look(
    book: OpenBook, tmp_path: Path, content: bytes
) -> None:
    path = a_file(tmp_path, vevent("a"), vevent("b"))
    imported(book, path)
    path.write_bytes(content)
    moment = book.clock().timestamp()
    os.utime(path, (moment, moment))
    look(book)
    assert titles(book) == ["a", "b"]
    a_file(tmp_path, vevent("b"))
    look(book)
    assert titles(book) == ["b"]


def test_a_file_that_stays_without_its_end_is_read_as_it_is(tmp_path: Path) -> None:
    clock: FixedClock = a_clock()
    with a_book(tmp_path, clock) as book:
        path = a_file(tmp_path, vevent("a"))
        imported(book, path)
        path.write_bytes(vcalendar(vevent("b")).replace(b"END:VCALENDAR\r\n", b""))
        moment = clock().timestamp() - 60
        os.utime(path, (moment, moment))
        look(book)
        assert titles(book) == ["b"]


def test_a_folder_of_events_is_followed_file_by_file(book: OpenBook, tmp_path: Path) -> None:
    folder = tmp_path / "choir"
    for name in ("a", "b"):
        a_file(folder, vevent(name), file=f"{name}.ics")
    imported(book, folder)
    (folder / "a.ics").unlink()
    a_file(folder, vevent("b", "LOCATION:Lisbon"), file="b.ics")
    a_file(folder, vevent("c"), file="c.ics")
    a_file(folder, vevent("x"), vevent("y"), file="tour.ics")
    look(book)
    assert titles(book) == ["b", "c"]
    facts = dict(book.history.entries()[0].facts)
    assert facts == {"name": "choir", "events": 1, "changed_events": 1, "gone_events": 1}
    assert book.health().problems == ()


def test_a_calendar_that_is_not_watched_is_left_alone(book: OpenBook, tmp_path: Path) -> None:
    calendar = imported(book, a_file(tmp_path, vevent("a")))
    book.calendars.remove(calendar.id)
    a_file(tmp_path, vevent("b"))
    look(book)
    assert (book.calendars.all(), titles(book)) == ((), [])


def test_a_look_ends_early_when_it_is_told_to(book: OpenBook, tmp_path: Path) -> None:
    imported(book, a_file(tmp_path, vevent("a")))
    a_file(tmp_path, vevent("b"))
    book.calendars.follow(lambda: True)
    assert titles(book) == ["a"]


def test_an_unknown_zone_is_asked_for_once_and_its_events_have_their_hours_from_then_on(
    book: OpenBook, tmp_path: Path
) -> None:
    calendar = imported(book, a_file(tmp_path, vevent("a", when=CORPORATE), vevent("b")))
    assert calendar.unknown_zones == ("Corporate",)
    with pytest.raises(UsageError) as raised:
        book.calendars.explain_zone(calendar.id, "Corporate", "Atlantis")
    assert raised.value.kind is ErrorKind.ZONE_UNKNOWN
    assert book.calendars.explain_zone(calendar.id, "Corporate", "Asia/Tokyo")
    assert book.calendars.all()[0].unknown_zones == ()
    (first, _second) = book.calendars.agenda(
        datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 11, 25, tzinfo=UTC)
    )
    assert first.starts_at == datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
    a_file(tmp_path, vevent("a", "LOCATION:Lisbon", when=CORPORATE), vevent("b"))
    look(book)
    assert book.calendars.all()[0].unknown_zones == ()
    book.history.undo()
    assert book.calendars.all()[0].unknown_zones == ()


def test_the_zone_of_which_a_file_says_it_is_stands_to_be_proposed_and_changes_nothing_by_itself(
    book: OpenBook, tmp_path: Path
) -> None:
    said, floats = "X-WR-TIMEZONE:W. Europe Standard Time\r\n", "DTSTART:20261124T093000\r\n"
    calendar = imported(
        book, a_file(tmp_path, said, vevent("a", when=CORPORATE), vevent("floats", when=floats))
    )
    assert (calendar.unknown_zones, calendar.zone) == (("Corporate",), "Europe/Berlin")
    here = book.present().here
    wall = datetime(2026, 11, 24, 9, 30, tzinfo=here)
    events = book.calendars.agenda(wall - timedelta(hours=1), wall + timedelta(hours=1))
    assert [one.starts_at for one in events] == [wall, wall]
    book.calendars.explain_zone(calendar.id, "Corporate", calendar.zone)
    assert book.calendars.get(calendar.id).zone == ""


def test_an_answer_about_one_zone_leaves_what_the_file_explains(book: OpenBook, tmp_path: Path) -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Bridge\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    times = "DTSTART;TZID=Corporate:20261124T093000\r\nDTEND;TZID=Bridge:20261124T153000\r\n"
    imported(book, a_file(tmp_path, zone, vevent("a", when=times)))
    (calendar,) = book.calendars.all()
    assert calendar.unknown_zones == ("Corporate",)
    assert book.calendars.explain_zone(calendar.id, "Corporate", "Asia/Tokyo")
    assert book.calendars.all()[0].unknown_zones == ()
    (event,) = book.calendars.agenda(datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 11, 25, tzinfo=UTC))
    assert event.lasts == timedelta(hours=10)


def test_an_hour_follows_the_rules_that_its_file_explains(book: OpenBook, tmp_path: Path) -> None:
    def content(offset: str) -> tuple[str, ...]:
        zone = (
            "BEGIN:VTIMEZONE\r\nTZID:Bridge\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
            f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        )
        return zone, vevent("a", when="DTSTART;TZID=Bridge:20261124T093000\r\n"), vevent("b")

    def hour() -> int:
        day = datetime(2026, 11, 24, tzinfo=UTC)
        found = book.calendars.agenda(day, day + timedelta(days=1))
        return next(one.starts_at.hour for one in found if one.event.title == "a")

    path = a_file(tmp_path, *content("+0500"))
    imported(book, path)
    assert (hour(), book.imports.run([path], job=Steps()).changeset) == (4, None)
    a_file(tmp_path, *content("+0600"))
    look(book)
    assert (hour(), book.imports.run([path], job=Steps()).changeset) == (3, None)


def on(day: str) -> str:
    return f"DTSTART:2026{day}T090000Z\r\nDTEND:2026{day}T100000Z\r\n"


def test_what_a_file_gives_no_more_because_it_is_long_ago_stays(book: OpenBook, tmp_path: Path) -> None:
    old, older = vevent("old", when=on("0105")), vevent("older", when=on("0101"))
    imported(book, a_file(tmp_path, older, old, vevent("a", when=on("0301")), vevent("b", when=on("0401"))))
    a_file(tmp_path, vevent("a", when=on("0301")), vevent("c", when=on("0501")))
    look(book)
    assert titles(book) == ["older", "old", "a", "c"]
    look(book)
    assert book.calendars.read_again(Steps()) == 0
    a_file(tmp_path, vevent("c", when=on("0501")), older)
    look(book)
    assert titles(book) == ["older", "c"]
    a_file(tmp_path, TODO)
    look(book)
    assert titles(book) == []


def test_what_is_moved_to_a_later_day_is_not_kept_twice(book: OpenBook, tmp_path: Path) -> None:
    imported(book, a_file(tmp_path, vevent("a", when=on("0301")), vevent("b", when=on("0401"))))
    a_file(tmp_path, vevent("a", when=on("0601")), vevent("b", when=on("0401")))
    look(book)
    assert titles(book) == ["b", "a"]


def test_a_file_that_is_not_there_is_not_watched(book: OpenBook, tmp_path: Path) -> None:
    calendar = a_calendar(book, an_event())
    before = book.calendars.get(calendar).path
    with pytest.raises(InputError):
        book.calendars.find_file(calendar, tmp_path / "nowhere.ics")
    assert book.calendars.get(calendar).path == before
