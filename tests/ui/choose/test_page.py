"""Choosing whom not to lose touch with, on a real book."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.choose.page import ChooseRoom
from relate_desktop.ui.kit.work import Work
from tests.open_book import a_book, a_person

PLACE = Place("choose")


@dataclass
class Choice:
    """The room and what stands behind it."""

    room: ChooseRoom
    book: OpenBook
    preferences: PreferencesService
    places: list[Place]

    @property
    def names(self) -> list[str]:
        """Who is shown."""
        return [one.person.called for one in self.room.grid.people.shown]

    def tick(self, row: int) -> None:
        """Tick a card, as assistive tools do."""
        people = self.room.grid.people
        people.turn(people.index(row, 0))


@pytest.fixture
def choice(tmp_path: Path, qtbot: QtBot) -> Iterator[Choice]:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Nobody Inparticular"))
        for number in range(12):
            book.contacts.add(a_person(f"Person {number}", "BDAY:--0704", "ORG:Harbour Bakery"))
        book.contacts.add(a_person("Zoe Found"))
        runner = JobRunner()
        work = Work(runner)
        preferences = PreferencesService(book.folder)
        room = ChooseRoom(book, preferences, work, book.present)
        places: list[Place] = []
        room.asked.connect(places.append)
        qtbot.addWidget(room)
        room.resize(1280, 766)
        room.show()
        room.go(PLACE)
        made = Choice(room, book, preferences, places)
        qtbot.waitUntil(lambda: len(made.names) == 12)
        yield made
        work.close()
        runner.close()


def test_the_likeliest_come_first_with_what_is_known(choice: Choice) -> None:
    assert choice.names[0] == "Person 0"
    index = choice.room.grid.people.index(0, 0)
    text = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Person 0, ")
    assert "Harbour Bakery" in text
    assert choice.room.grid.accessibleName() == "Who would you not want to lose touch with?"


def test_a_tick_chooses_monthly_and_offers_the_rhythm(choice: Choice, qtbot: QtBot) -> None:
    assert not choice.room.findChildren(QComboBox, "choose.rhythm")
    choice.tick(0)
    (combo,) = choice.room.findChildren(QComboBox, "choose.rhythm")
    assert combo.currentText() == "monthly"
    assert choice.room.count.text() == "1 person chosen"
    labels = [label for label in choice.room.findChildren(QLabel) if label.buddy() is combo]
    assert [label.text() for label in labels] == ["How often with Person 0"]
    choice.tick(0)
    qtbot.waitUntil(lambda: not choice.room.findChildren(QComboBox, "choose.rhythm"))
    assert choice.room.count.text() == "Nobody chosen yet"


def test_five_are_enough(choice: Choice) -> None:
    for row in range(6):
        choice.tick(row)
    assert len(choice.room.grid.people.chosen) == 5
    assert choice.room.count.text() == "Five are enough for now."


def test_space_ticks_and_enter_goes_on(choice: Choice, qtbot: QtBot) -> None:
    choice.room.grid.setFocus()
    QTest.keyClick(choice.room.grid, Qt.Key.Key_Space)
    assert len(choice.room.grid.people.chosen) == 1
    QTest.keyClick(choice.room.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: choice.places == [Place("today")])


def test_the_chosen_get_their_rhythms_and_the_first_day_begins(choice: Choice, qtbot: QtBot) -> None:
    choice.tick(1)
    choice.tick(0)
    combo = choice.room.findChildren(QComboBox, "choose.rhythm")[0]
    combo.setCurrentIndex(combo.findText("3 weeks"))
    choice.room.go_on.click()
    qtbot.waitUntil(lambda: choice.places == [Place("today")])
    first, second = choice.book.first_day.chosen()
    found = {choice.book.rhythms.of(first).cadence, choice.book.rhythms.of(second).cadence}
    assert found == {Cadence(21), Cadence(30)}
    assert choice.preferences.current.first_day == choice.book.present().today.isoformat()


def test_skipping_is_as_good_an_answer(choice: Choice) -> None:
    choice.tick(0)
    choice.room.skip.click()
    assert choice.places == [Place("today")]
    assert choice.book.first_day.chosen() == []
    assert choice.room.skip.height() == choice.room.go_on.height()


def test_a_search_finds_others_and_keeps_who_is_chosen(choice: Choice, qtbot: QtBot) -> None:
    choice.tick(0)
    choice.room.search.setText("zoe")
    qtbot.waitUntil(lambda: choice.names == ["Person 0", "Zoe Found"])
    choice.tick(1)
    choice.room.search.clear()
    qtbot.waitUntil(lambda: "Person 5" in choice.names)
    assert choice.names[0] == "Zoe Found"
    people = choice.room.grid.people.chosen
    assert [choice.book.contacts.summaries([ContactId(one)])[0].called for one in people] == [
        "Person 0",
        "Zoe Found",
    ]
    qtbot.waitUntil(lambda: len(choice.room.findChildren(QComboBox, "choose.rhythm")) == 2)


def test_a_click_on_a_card_ticks_it(choice: Choice, qtbot: QtBot) -> None:
    grid = choice.room.grid
    qtbot.waitUntil(lambda: grid.visualRect(grid.people.index(2, 0)).width() > 100)
    middle = grid.visualRect(grid.people.index(2, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert grid.people.is_chosen(grid.people.index(2, 0))


def test_there_are_three_columns_and_fewer_where_there_is_no_room(choice: Choice, qtbot: QtBot) -> None:
    grid = choice.room.grid

    def columns() -> int:
        tops = [grid.visualRect(grid.people.index(row, 0)).top() for row in range(12)]
        return tops.count(tops[0])

    qtbot.waitUntil(lambda: columns() == 3)
    choice.room.resize(900, 640)
    qtbot.waitUntil(lambda: columns() == 2)
