"""Removed people: put back, erased for good after a question, and never by accident."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.removed.confirm import ConfirmErasing
from relate_desktop.ui.removed.page import RemovedRoom
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada", "Bob", "Zoë") as opened:
        yield opened


def go(desk: Desk) -> RemovedRoom:
    """The room."""
    desk.frame.navigator.go(Place("people", "removed"))
    room = desk.frame.navigator.room
    assert isinstance(room, RemovedRoom)
    return room


def remove(desk: Desk, *names: str) -> list[ContactId]:
    """Removes people by name."""
    found = [desk.book.contacts.named(name) for name in names]
    desk.book.contacts.trash(found)
    return found


def question(room: RemovedRoom, qtbot: QtBot) -> ConfirmErasing:
    """The question that is asked."""
    qtbot.waitUntil(lambda: room.window().findChild(ConfirmErasing) is not None)
    found = room.window().findChild(ConfirmErasing)
    assert isinstance(found, ConfirmErasing)
    return found


def test_nobody_waits_in_a_new_book(desk: Desk, qtbot: QtBot) -> None:
    room = go(desk)
    qtbot.waitUntil(lambda: room._stack.currentWidget() is room._empty_page)
    assert not room.empty.isVisible()
    assert desk.window.windowTitle().startswith("Removed people")


def test_somebody_is_put_back_and_the_rest_stays(desk: Desk, qtbot: QtBot) -> None:
    ada, _bob = remove(desk, "Ada", "Bob")
    room = go(desk)
    qtbot.waitUntil(lambda: room.model.rowCount() == 2)
    room.view.setCurrentIndex(room.model.index_of(ada))
    room.put_back.click()
    qtbot.waitUntil(lambda: room.model.rowCount() == 1)
    assert desk.book.contacts.named("Ada") == ada
    assert room.put_back.isEnabled()  # the next one is chosen
    desk.frame.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: room.model.rowCount() == 2)


def test_erasing_asks_and_the_safe_answer_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    (ada,) = remove(desk, "Ada")
    room = go(desk)
    qtbot.waitUntil(room.erase.isEnabled)
    room.erase.click()
    panel = question(room, qtbot)
    assert "Ada" in panel.panel.accessibleName()
    assert desk.window.focusWidget() is panel.keep
    QTest.keyClick(panel.keep, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert desk.book.contacts.find(ada) is not None
    assert [*desk.book.removed.ids()] == [ada]


def test_erasing_for_good_leaves_nothing_to_undo(desk: Desk, qtbot: QtBot) -> None:
    ada, _bob = remove(desk, "Ada", "Bob")
    room = go(desk)
    qtbot.waitUntil(lambda: room.model.rowCount() == 2)
    room.view.setCurrentIndex(room.model.index_of(ada))
    room.erase.click()
    question(room, qtbot).erase.click()
    qtbot.waitUntil(lambda: desk.book.contacts.find(ada) is None)
    qtbot.waitUntil(lambda: room.model.rowCount() == 1)
    assert all("Ada" not in str(entry.facts) for entry in desk.book.history.entries())


def test_empty_erases_everybody_who_waits_and_nobody_else(desk: Desk, qtbot: QtBot) -> None:
    remove(desk, "Ada", "Bob")
    room = go(desk)
    qtbot.waitUntil(lambda: room.model.rowCount() == 2)
    room.empty.click()
    panel = question(room, qtbot)
    assert "two people" in panel.panel.accessibleName()
    panel.erase.click()
    qtbot.waitUntil(lambda: room.model.rowCount() == 0)
    assert desk.book.contacts.count() == 1


def test_every_button_is_named(desk: Desk, qtbot: QtBot) -> None:
    remove(desk, "Ada")
    room = go(desk)
    qtbot.waitUntil(lambda: room.model.rowCount() == 1)
    names = {button.objectName(): button.accessibleName() for button in room.findChildren(QAbstractButton)}
    assert names == {
        "removed.put_back": "Put back",
        "removed.erase": "Erase for good…",
        "removed.empty": "Empty…",
    }
    assert room.view.accessibleName() == "Removed people"
    text = room.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Ada, Removed today"


def test_before_it_is_erased_it_is_said_which_smart_lists_still_name_somebody(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.book.smart_lists.add("Engines", "zoë or babbage")
    remove(desk, "Ada", "Zoë")
    room = go(desk)
    qtbot.waitUntil(lambda: room.model.rowCount() == 2)
    room.empty.click()
    asked = question(room, qtbot)
    qtbot.waitUntil(asked.lists.isVisible)
    assert "Engines" in asked.lists.text()
    asked.keep.click()
