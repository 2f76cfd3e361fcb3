"""Calendars in the import room: events counted, shown as they stand in the file, and brought in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.imports.page import ImportsRoom
from relate_desktop.ui.imports.table import CHOICE, FOUND, NAME
from relate_desktop.ui.kit.work import Work
from tests.open_book import a_book
from tests.unit.services.calendar_files import Steps, a_file, vevent

BAD = vevent("bad", when="DTSTART:when it suits\r\n")
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def room(book: OpenBook, qtbot: QtBot) -> Iterator[ImportsRoom]:
    runner = JobRunner()
    work = Work(runner)
    made = ImportsRoom(book, work)
    qtbot.addWidget(made)
    made.resize(1064, 766)
    made.show()
    yield made
    work.close()
    runner.close()


def looked_at(room: ImportsRoom, qtbot: QtBot, *paths: Path) -> ImportsRoom:
    with qtbot.waitSignal(room.acts_changed):
        room.take_files(paths)
    return room


def tabs(room: ImportsRoom) -> list[str]:
    bar = room.look.tabs
    return [bar.tabText(number) for number in range(bar.count()) if bar.isTabVisible(number)]


def test_events_are_shown_counted_and_brought_in(
    room: ImportsRoom, book: OpenBook, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path, vevent("Crane catalogue"), vevent("Fair"), BAD)
    look = looked_at(room, qtbot, path).look
    assert look.lead.text() == "studio.ics, 2 events. Nothing has changed yet."
    assert tabs(room) == ["All 3", "New events 2", "Could not read 1"]
    table = look.table
    assert [table.index(0, column).data() for column in (NAME, FOUND, CHOICE)] == [
        "Crane catalogue",
        "New in \u2068studio\u2069",
        "Add",
    ]
    assert table.index(2, FOUND).data().startswith("Event 3: an event whose start is no date")
    assert look.summary.text() == "Adds two events"
    assert look.run.text() == "Import 2 events"
    with qtbot.waitSignal(room.asked) as asked:
        QTest.mouseClick(look.run, Qt.MouseButton.LeftButton)
    assert asked.args == [Place("calendar")]
    assert [calendar.events for calendar in book.calendars.all()] == [2]


def test_a_calendar_comes_in_as_a_whole(room: ImportsRoom, tmp_path: Path, qtbot: QtBot) -> None:
    table = looked_at(room, qtbot, a_file(tmp_path, vevent("a"))).look.table
    assert not table.index(0, NAME).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not table.index(0, CHOICE).flags() & Qt.ItemFlag.ItemIsEditable
    assert table.index(0, NAME).data(Qt.ItemDataRole.CheckStateRole) is None
    table.take([0], taken=False)
    assert table.choices == {}


def test_an_event_is_shown_as_it_stands_in_the_file(room: ImportsRoom, tmp_path: Path, qtbot: QtBot) -> None:
    look = looked_at(room, qtbot, a_file(tmp_path, vevent("Crane catalogue", "LOCATION:Lisbon"))).look
    qtbot.waitUntil(lambda: look.detail.accessibleName() == "Crane catalogue")
    (text,) = look.detail.findChildren(QPlainTextEdit, "import.raw")
    assert "LOCATION:Lisbon" in text.toPlainText()


def test_the_same_file_again_has_nothing_to_import(
    room: ImportsRoom, book: OpenBook, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path, vevent("a"), vevent("b"))
    book.calendars.add([path], Steps())
    a_file(tmp_path, vevent("a", "LOCATION:Lisbon"), vevent("b"))
    look = looked_at(room, qtbot, path).look
    assert tabs(room) == ["All 2", "New events 0", "Updated 1", "Already here 1"]
    assert (look.summary.text(), look.run.text()) == ("Updates 1 event", "Import 1 event")


def test_people_and_events_are_counted_apart(room: ImportsRoom, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "phone.vcf").write_text(CARD, newline="")
    look = looked_at(room, qtbot, tmp_path / "phone.vcf", a_file(tmp_path, vevent("a"), vevent("b"))).look
    assert look.lead.text().startswith("2 files, 1 person and 2 events.")
    assert tabs(room) == ["All 3", "New 3"]
    assert look.run.text() == "Import 1 person and 2 events"


def test_tasks_are_no_events_and_say_what_becomes_of_them(
    room: ImportsRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    task = "BEGIN:VTODO\r\nUID:todo\r\nEND:VTODO\r\n"
    look = looked_at(room, qtbot, a_file(tmp_path, vevent("a"), task)).look
    assert look.lead.text().startswith("studio.ics, 1 event and 1 other entry.")
    assert tabs(room) == ["All 2", "New 2"]
    said = [look.table.index(1, column).data() for column in (NAME, FOUND)]
    assert said == ["A task", "Kept as it is, not shown"]
    assert look.run.text() == "Import 1 event and 1 other entry"
