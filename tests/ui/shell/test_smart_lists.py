"""Smart lists in the side bar of a whole window: kept from a search, counted, named, moved, taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.name_form import NameForm
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.shell.smart_lists import SmartListsDesk
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace", "Bertha von Suttner", "Bertha Benz") as desk:
        desk.frame.navigator.go(Place("people"))
        qtbot.waitUntil(lambda: found(desk) == 3)
        yield desk


def room(desk: Desk) -> PeopleRoom:
    room = desk.frame.navigator.room
    assert isinstance(room, PeopleRoom)
    return room


def found(desk: Desk) -> int:
    return room(desk).list.model.rowCount()


def shown(desk: Desk) -> list[tuple[str, str]]:
    return [(entry.key, entry.count) for entry in desk.frame.side.lists.entries.entries]


def kept(qtbot: QtBot, desk: Desk, *pairs: tuple[str, str]) -> None:
    for name, query in pairs:
        desk.book.smart_lists.add(name, query)
    qtbot.waitUntil(lambda: [name for name, _count in shown(desk)] == [name for name, _query in pairs])


def lists_form(desk: Desk) -> NameForm:
    made = desk.frame.findChild(SmartListsDesk)
    assert isinstance(made, SmartListsDesk)
    assert made.form.isVisible()
    return made.form


def at(desk: Desk, name: str) -> QPoint:
    """Makes the list the current one; where it is."""
    lists = desk.frame.side.lists
    index = lists.entries.index([key for key, _count in shown(desk)].index(name), 0)
    lists.setCurrentIndex(index)
    return lists.visualRect(index).center()


def offered(desk: Desk, name: str) -> dict[str, QAction]:
    lists = desk.frame.side.lists
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at(desk, name), QPoint(0, 0))
    QApplication.sendEvent(lists.viewport(), event)
    menu = lists.findChild(QMenu, "lists.menu")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    menu.close()
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def test_without_a_list_there_is_no_heading(desk: Desk) -> None:
    assert desk.frame.side.lists.isHidden()
    assert desk.frame.side.lists_heading.isHidden()
    assert room(desk).list.foot.save.isHidden()


def test_a_search_is_kept_under_a_name_and_counts_live(qtbot: QtBot, desk: Desk) -> None:
    people = room(desk).list
    people.search.setText("bertha")
    qtbot.waitUntil(lambda: found(desk) == 2)
    assert people.foot.save.isVisible()
    people.foot.save.click()
    form = room(desk).kept_searches.form
    qtbot.waitUntil(form.isVisible)
    assert not form.answer.isEnabled()
    form.field.set_text("  Both  Berthas ")
    QTest.keyClick(form.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(desk) == [("Both Berthas", "2")])
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "list/Both Berthas"))
    assert desk.frame.side.lists.isVisible()
    assert desk.frame.side.lists_heading.isVisible()
    desk.book.contacts.add(a_person("Bertha Pappenheim"))
    qtbot.waitUntil(lambda: shown(desk) == [("Both Berthas", "3")])
    index = desk.frame.side.lists.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Both Berthas, 3 people"


def test_a_click_shows_whom_it_finds_and_leaving_takes_its_words_away(qtbot: QtBot, desk: Desk) -> None:
    kept(qtbot, desk, ("Ada", "ada"), ("Berthas", "bertha"))
    QTest.mouseClick(
        desk.frame.side.lists.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at(desk, "Berthas"),
    )
    qtbot.waitUntil(lambda: found(desk) == 2)
    assert room(desk).list.search.text() == "bertha"
    desk.frame.navigator.go(Place("people"))
    qtbot.waitUntil(lambda: found(desk) == 3)
    assert not room(desk).list.search.text()
    assert not desk.frame.side.lists.selectionModel().hasSelection()
    desk.frame.navigator.go(Place("people", "list/Ada"))
    room(desk).list.search.setText("ada l")
    desk.frame.navigator.go(Place("people"))
    assert room(desk).list.search.text() == "ada l"


def test_a_list_forgives_no_typo_and_what_is_typed_instead_does(qtbot: QtBot, desk: Desk) -> None:
    kept(qtbot, desk, ("Slip", "berhta"), ("Berthas", "bertha"))
    assert ("Slip", "0") in shown(desk)
    desk.frame.navigator.go(Place("people", "list/Berthas"))
    qtbot.waitUntil(lambda: found(desk) == 2)
    desk.frame.navigator.go(Place("people", "list/Slip"))
    qtbot.waitUntil(lambda: found(desk) == 0)
    desk.frame.navigator.go(Place("people"))
    qtbot.waitUntil(lambda: found(desk) == 3)
    room(desk).list.search.setText("berhta")
    qtbot.waitUntil(lambda: found(desk) == 2)
    desk.frame.navigator.go(Place("people", "list/Slip"))
    qtbot.waitUntil(lambda: found(desk) == 0)


def test_a_name_that_is_taken_is_said_and_not_answered(qtbot: QtBot, desk: Desk) -> None:
    kept(qtbot, desk, ("Ada", "ada"), ("Berthas", "bertha"))
    desk.frame.navigator.go(Place("people", "list/Berthas"))
    at(desk, "Berthas")
    QTest.keyClick(desk.frame.side.lists, Qt.Key.Key_F2)
    form = lists_form(desk)
    assert form.field.text() == "Berthas"
    form.field.set_text("ADA")
    assert not form.answer.isEnabled()
    form.field.set_text("Some Berthas")
    form.answer.click()
    qtbot.waitUntil(lambda: [key for key, _count in shown(desk)] == ["Ada", "Some Berthas"])
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "list/Some Berthas"))


def test_a_list_moves_and_leaves_by_keys_and_menu(qtbot: QtBot, desk: Desk) -> None:
    kept(qtbot, desk, ("A", "ada"), ("B", "bertha"), ("C", "nobody at all"))
    at(desk, "C")
    QTest.keyClick(desk.frame.side.lists, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [key for key, _count in shown(desk)] == ["A", "C", "B"])
    menu = offered(desk, "A")
    assert not menu["Move up"].isEnabled()
    menu["Move down"].trigger()
    qtbot.waitUntil(lambda: [key for key, _count in shown(desk)] == ["C", "A", "B"])
    assert not offered(desk, "C")["Export…"].isEnabled()
    desk.frame.navigator.go(Place("people", "list/B"))
    offered(desk, "B")["Remove list (people stay)"].trigger()
    qtbot.waitUntil(lambda: [key for key, _count in shown(desk)] == ["C", "A"])
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people"))
    at(desk, "A")
    QTest.keyClick(desk.frame.side.lists, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [key for key, _count in shown(desk)] == ["C"])
    assert desk.book.contacts.count() == 3
