"""The chips over the list of people, and the searches of its menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.people.filters import Filters
from relate_desktop.ui.people.list import PeopleList
from relate_desktop.ui.people.page import PeopleRoom
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace", "Bertha Benz") as desk:
        desk.book.contacts.add(a_person("Chidi Eze", "TEL:+49 151 2345"))
        desk.frame.navigator.go(Place("people"))
        qtbot.waitUntil(lambda: people(desk).model.rowCount() == 3)
        yield desk


def people(desk: Desk) -> PeopleList:
    room = desk.frame.navigator.room
    assert isinstance(room, PeopleRoom)
    return room.list


def choose(desk: Desk, words: str) -> None:
    menu = people(desk).filters.more.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_the_menu_offers_what_is_often_asked(desk: Desk) -> None:
    menu = people(desk).filters.more.menu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[-5:] == [
        "Has a reminder",
        "Rhythm set",
        "No rhythm",
        "Missing a way to reach",
        "Added this month",
    ]


def test_a_choice_stands_as_words_in_the_search_field_beside_what_is_there(qtbot: QtBot, desk: Desk) -> None:
    side = people(desk)
    choose(desk, "Missing a way to reach")
    choose(desk, "Missing a way to reach")
    assert side.search.text() == "-has:reach"
    missing = len(desk.book.search.ids("-has:reach"))
    assert missing < 3
    qtbot.waitUntil(lambda: side.model.rowCount() == missing)
    choose(desk, "Added this month")
    assert side.search.text() == "-has:reach added:month"


def test_who_answers_a_filter_is_not_offered_as_a_name(qtbot: QtBot, desk: Desk) -> None:
    side = people(desk)
    choose(desk, "Has a reminder")
    qtbot.waitUntil(lambda: side.pages.currentWidget() is side.unfound)
    assert side.unfound_add.text() == "Add a person"
    with qtbot.waitSignal(side.new_asked) as asked:
        side.unfound_add.click()
    assert asked.args == [""]
    side.search.setText("Nobody Called So")
    qtbot.waitUntil(lambda: "Nobody Called So" in side.unfound_add.text())


def test_chips_that_find_no_room_in_larger_text_give_way_uncut(qtbot: QtBot) -> None:
    filters = Filters(600)
    qtbot.addWidget(filters)
    filters.resize(600, 40)
    filters.show()
    filters.show_circles([CircleSummary(f"Choir {number}", 2, 0) for number in range(20)], 600)
    chips = filters.chips
    usual = len(chips.keys)
    assert 4 < usual < 20
    theme().apply(Appearance(text_size=150))

    def uncut() -> bool:
        pills = [chips.button(key) for key in chips.keys]
        return all(pill.width() >= pill.sizeHint().width() for pill in pills)

    qtbot.waitUntil(lambda: 1 < len(chips.keys) < usual and uncut())
    assert filters.width() == 600
