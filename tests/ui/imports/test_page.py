"""Look before you import, on a real book and real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from relate_desktop.domain.importing import Choice, Finding
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.imports.page import ImportsRoom
from relate_desktop.ui.imports.table import CHOICE, NAME
from relate_desktop.ui.kit.fields import PlainText
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.kit.toggles import CheckBox, RadioButton
from relate_desktop.ui.kit.work import Work
from tests.open_book import a_book, a_person

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
TEL;TYPE=CELL:+49 151 2345
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Bertha von Suttner
EMAIL:bertha@example.com
BDAY:1843-06-09
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:<img src="/etc/hostname">
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
"""


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


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "phone.vcf"
    path.write_text(CARDS, encoding="utf-8")
    return path


def look_into(room: ImportsRoom, qtbot: QtBot, *paths: Path) -> None:
    room.take_files(paths)
    qtbot.waitUntil(room.look.isVisible)


def test_what_a_file_holds_is_shown_before_anything_is_written(
    room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    tabs = [room.look.tabs.tabText(number) for number in range(room.look.tabs.count())]
    assert tabs == ["All 4", "New 3", "Already here 0", "Needs a look 0", "Could not read 1"]
    assert "phone.vcf, 3 people" in room.look.lead.text()
    assert room.look.run.text() == "Import 3 people"
    assert room.look.run.hasFocus()
    assert book.contacts.count() == 0


def test_importing_writes_one_change_and_goes_to_the_new_people(
    room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot
) -> None:
    book.contacts.add(a_person("Somebody else"))
    places: list[Place] = []
    room.asked.connect(places.append)
    look_into(room, qtbot, cards)
    room.acts()["save"]()
    qtbot.waitUntil(lambda: bool(places))
    assert book.contacts.count() == 4
    entries = book.history.entries()
    assert len(entries) == 2
    assert places == [Place("people", f"added/{entries[0].changeset}")]
    assert room.acts() == {}


def test_after_the_first_people_one_is_asked_whom_not_to_lose(
    room: ImportsRoom, cards: Path, qtbot: QtBot
) -> None:
    places: list[Place] = []
    room.asked.connect(places.append)
    look_into(room, qtbot, cards)
    room.acts()["save"]()
    qtbot.waitUntil(lambda: bool(places))
    assert places == [Place("choose")]


def test_an_unticked_row_is_left_out(room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot) -> None:
    look_into(room, qtbot, cards)
    table, view = room.look.table, room.look.view
    assert table.setData(table.index(0, NAME), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert room.look.run.text() == "Import 2 people"
    assert room.look.all.checkState() == Qt.CheckState.PartiallyChecked
    view.setFocus()
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(table.index(1, NAME), flags.ClearAndSelect | flags.Rows)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert room.look.run.text() == "Import 1 person"
    room.acts()["save"]()
    qtbot.waitUntil(lambda: book.contacts.count() == 1)


def test_a_click_on_the_check_box_ticks(room: ImportsRoom, cards: Path, qtbot: QtBot) -> None:
    look_into(room, qtbot, cards)
    view = room.look.view
    spot = view.visualRect(room.look.table.index(0, NAME)).topLeft() + QPoint(34, 24)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert room.look.run.text() == "Import 2 people"


def test_the_same_file_again_has_nothing_to_import(
    room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    room.acts()["save"]()
    qtbot.waitUntil(room.empty.isVisible)
    assert book.contacts.count() == 3
    look_into(room, qtbot, cards)
    assert not room.look.run.isEnabled()
    assert "Nothing new" in room.look.summary.text()
    assert len(book.history.entries()) == 1


def test_a_needed_look_can_be_decided_in_the_details(
    room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot
) -> None:
    book.contacts.add(a_person("Bertha Suttner", "EMAIL:bertha@example.com", "BDAY:1843-06-10"))
    look_into(room, qtbot, cards)
    table = room.look.table
    place = next(number for number in range(4) if table.record(number).finding is Finding.LOOK)
    room.look.view.setCurrentIndex(table.index_of(place))
    qtbot.waitUntil(lambda: any("differs" in label.text() for label in room.look.detail.findChildren(QLabel)))
    assert table.choice(place) is Choice.KEEP_BOTH
    room.look.detail.chosen.emit(Choice.KEEP_MINE)
    assert table.choice(place) is Choice.KEEP_MINE
    room.acts()["save"]()
    qtbot.waitUntil(lambda: book.contacts.count() == 3)
    assert len(book.search.find("1843-06-10", 5).hits) + 1


def radio(room: ImportsRoom, identifier: str) -> RadioButton:
    found = room.look.detail.findChild(RadioButton, identifier)
    assert isinstance(found, RadioButton)
    return found


def test_each_difference_can_be_decided_by_itself(
    room: ImportsRoom, book: OpenBook, tmp_path: Path, qtbot: QtBot
) -> None:
    bertha = book.contacts.add(a_person("Bertha", "EMAIL:b@example.com", "BDAY:1843-06-10", "TITLE:Writer"))
    path = tmp_path / "other.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Bertha\nEMAIL:b@example.com\nBDAY:1843-06-09\nTITLE:Baroness\n"
        "URL:https://bertha.example\nTEL:+43 1 234567\nEND:VCARD\n",
        encoding="utf-8",
    )
    look_into(room, qtbot, path)
    pane, table = room.look.detail, room.look.table
    room.look.view.setCurrentIndex(table.index_of(0))
    qtbot.waitUntil(lambda: pane.findChild(RadioButton, "import.conflict.bday.theirs") is not None)
    radio(room, "import.conflict.bday.theirs").click()
    assert table.choice(0) is Choice.KEEP_MINE
    qtbot.waitUntil(lambda: radio(room, "import.conflict.title.mine").isChecked())
    assert radio(room, "import.conflict.bday.theirs").isChecked()
    extras = [box for box in pane.findChildren(CheckBox) if box.objectName().startswith("import.extra.")]
    assert [box.accessibleName() for box in extras] == [
        "Also take https://bertha.example",
        "Also take +43 1 234567",
    ]
    extras[0].click()
    room.acts()["save"]()
    qtbot.waitUntil(lambda: len(book.contacts.get(bertha).all("TEL")) == 1)
    person = book.contacts.get(bertha)
    assert person.all("BDAY")[0].value == "1843-06-09"
    assert [item.text for item in person.all("TITLE")] == ["Writer"]
    assert person.all("URL") == ()


def test_choices_can_be_edited_in_the_table(room: ImportsRoom, cards: Path, qtbot: QtBot) -> None:
    look_into(room, qtbot, cards)
    table = room.look.table
    index = table.index(0, CHOICE)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert table.setData(index, Choice.LEAVE_OUT.value)
    assert index.data() == "Leave out"


def test_a_file_dropped_while_importing_is_read_afterwards(
    room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    room.acts()["save"]()
    room.take_files([cards])
    qtbot.waitUntil(room.look.isVisible)
    assert book.contacts.count() == 3
    assert not room.look.run.isEnabled()


def test_what_could_not_be_read_shows_its_text_and_can_be_saved(
    room: ImportsRoom, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    room.look.tabs.setCurrentIndex(4)
    assert room.look.table.rowCount() == 1
    assert "no name, number or address" in room.look.table.index(0, 1).data()
    qtbot.waitUntil(lambda: room.look.detail.accessibleName().startswith("Line"))


def test_a_file_that_is_no_contact_list_is_said_in_words(
    room: ImportsRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "invoice.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(200))
    room.take_files([path])
    qtbot.waitUntil(room.strip.isVisible)
    assert room.empty.isVisible()


def test_cancelling_leaves_nothing(room: ImportsRoom, book: OpenBook, cards: Path, qtbot: QtBot) -> None:
    places: list[Place] = []
    room.asked.connect(places.append)
    look_into(room, qtbot, cards)
    room.look.cancelled.emit()
    assert places == [Place("people")]
    assert book.contacts.count() == 0
    assert book.history.entries() == []


def test_hostile_names_are_plain_text(room: ImportsRoom, cards: Path, qtbot: QtBot) -> None:
    look_into(room, qtbot, cards)
    room.look.view.setCurrentIndex(room.look.table.index(2, NAME))
    qtbot.waitUntil(lambda: room.look.detail.accessibleName().startswith("<img"))
    for label in room.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_table_is_a_sound_model(
    room: ImportsRoom, cards: Path, qtbot: QtBot, qtmodeltester: object
) -> None:
    look_into(room, qtbot, cards)
    qtmodeltester.check(room.look.table, force_py=True)  # type: ignore[attr-defined]


def test_the_tab_of_people_already_here_comes_back_when_it_has_some(
    room: ImportsRoom, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    room.acts()["save"]()
    qtbot.waitUntil(lambda: not room.look.isVisible() and not room.reading.isVisible())
    look_into(room, qtbot, cards)
    tabs = room.look.tabs
    assert tabs.tabText(2) == "Already here 3"
    assert tabs.tabRect(2).width() > 60
    assert tabs.tabRect(2).right() < tabs.width()


def test_with_nothing_to_import_the_keyboard_is_in_the_table(
    room: ImportsRoom, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    room.acts()["save"]()
    qtbot.waitUntil(lambda: not room.look.isVisible() and not room.reading.isVisible())
    look_into(room, qtbot, cards)
    assert room.default_focus() is room.look.view
    assert room.look.view.hasFocus()


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_names_and_choices_are_seen_in_the_smallest_window(
    room: ImportsRoom, cards: Path, qtbot: QtBot, text_size: int
) -> None:
    theme().apply(Appearance(text_size=text_size))
    room.resize(900, 606)
    look_into(room, qtbot, cards)
    view = room.look.view
    qtbot.waitUntil(lambda: view.columnWidth(NAME) > 150)  # the layout follows the size in its own time
    assert view.columnViewportPosition(CHOICE) + view.columnWidth(CHOICE) <= view.viewport().width()
    qtbot.waitUntil(lambda: view.viewport().height() > 90)


def test_the_tick_for_all_stands_over_the_ticks_in_both_directions(
    room: ImportsRoom, cards: Path, qtbot: QtBot
) -> None:
    look_into(room, qtbot, cards)
    assert room.look.all.x() == 24
    room.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    room.resize(1000, 700)
    header = room.look.view.horizontalHeader()
    qtbot.waitUntil(lambda: room.look.all.geometry().right() == header.width() - 25)


def test_a_calendar_is_counted_in_events_and_shown_as_it_is_written(
    room: ImportsRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "studio.ics"
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Studio\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
        "DTSTART:20261124T093000Z\r\nSUMMARY:Crane catalogue\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    look_into(room, qtbot, file)
    assert room.look.run.text() == "Import 1 event"
    assert "studio.ics, 1 event." in room.look.lead.text()
    assert room.look.summary.text() == "Adds one event"
    qtbot.waitUntil(lambda: room.look.findChild(PlainText, "import.raw") is not None)
    raw = room.look.findChild(PlainText, "import.raw")
    assert raw is not None
    assert "SUMMARY:Crane catalogue" in raw.toPlainText()


def test_a_name_is_found_among_the_rows_of_a_tab(room: ImportsRoom, cards: Path, qtbot: QtBot) -> None:
    look_into(room, qtbot, cards)
    room.acts()["find"]()
    look = room.look
    qtbot.waitUntil(look.search.hasFocus)
    QTest.keyClicks(look.search, "SUTTNER bertha")
    assert [look.table.index(row, NAME).data() for row in range(look.table.rowCount())] == [
        "Bertha von Suttner"
    ]
    look.tabs.setCurrentIndex(4)
    assert look.table.rowCount() == 0
    look.tabs.setCurrentIndex(0)
    QTest.keyClick(look.search, Qt.Key.Key_Down)
    qtbot.waitUntil(look.view.hasFocus)
    look.search.setFocus()
    QTest.keyClick(look.search, Qt.Key.Key_Escape)
    assert look.table.rowCount() == 4
    assert look.run.text() == "Import 3 people"
