"""Who is typed may be in the book already; and the ways to joining and separating."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.duplicates.page import DuplicatesRoom
from relate_desktop.ui.people.page import PeopleRoom
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path, "Nattapon Srisuk", "Ada King") as opened:
        yield opened


def people(desk: Desk) -> PeopleRoom:
    room = desk.frame.navigator.room
    assert isinstance(room, PeopleRoom)
    return room


def a_new_person(desk: Desk, name: str) -> PeopleRoom:
    desk.frame.navigator.go(Place("people", "new"))
    room = people(desk)
    QTest.keyClicks(room.editor.names.full.editor, name)
    return room


def test_somebody_who_is_here_already_is_named_while_one_types(desk: Desk, qtbot: QtBot) -> None:
    card = a_new_person(desk, "Nattapon Srisuk").editor.twins
    qtbot.waitUntil(card.isVisible)
    assert card.text.text() == "You already have \u2068Nattapon Srisuk\u2069."
    assert card.yes.accessibleName() == "Open Nattapon Srisuk"
    card.yes.click()
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "1"))


def test_who_is_not_the_same_is_not_named_again_and_remembered_as_two(desk: Desk, qtbot: QtBot) -> None:
    room = a_new_person(desk, "Nattapon Srisuk")
    card = room.editor.twins
    qtbot.waitUntil(card.isVisible)
    card.no.click()
    assert not card.isVisible()
    room.editor.save()
    kinds = desk.book.history.entries
    qtbot.waitUntil(lambda: kinds(limit=1)[0].kind is OperationKind.KEEP_APART)
    assert not desk.book.merges.keep_apart(ContactId(1), ContactId(3))


def test_nobody_is_named_in_the_form_of_somebody_who_is_here(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("people", "1/edit"))
    room = people(desk)
    qtbot.waitUntil(lambda: room.editor.names.full.editor.text() == "Nattapon Srisuk")
    room.editor.names.full.editor.clear()
    QTest.keyClicks(room.editor.names.full.editor, "Ada King")
    with qtbot.waitSignal(room.editor.twins._pause.timeout):
        pass
    qtbot.waitUntil(lambda: room.editor.twins._job is None)
    assert not room.editor.twins.isVisible()


def test_exactly_two_who_are_chosen_can_be_joined(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Grace Hopper"))
    desk.frame.navigator.go(Place("people"))
    room = people(desk)
    qtbot.waitUntil(lambda: room.list.model.rowCount() == 3)
    room.list.view.selectAll()
    assert not room.several.join.isVisibleTo(room.several)
    room.list.view.clearSelection()
    for row in (0, 1):
        index = room.list.model.index(row, 0)
        room.list.view.selectionModel().select(index, room.list.view.selectionModel().SelectionFlag.Select)
    assert room.several.join.isVisibleTo(room.several)
    chosen = sorted(room.list.chosen())
    room.several.join.click()
    found = desk.frame.navigator.room
    assert isinstance(found, DuplicatesRoom)
    qtbot.waitUntil(lambda: found.asking.question is not None)
    assert found.asking.question is not None
    assert [found.asking.question.pair.one, found.asking.question.pair.other] == chosen


def test_join_with_asks_with_whom_and_separate_again_is_there_afterwards(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("people", "1"))
    room = people(desk)
    qtbot.waitUntil(lambda: room.person.view is not None)
    header = room.person.header
    assert not header.separate.isVisible()
    room.one.join()
    picker = room.one.joining.picker
    QTest.keyClicks(picker.field, "ada")
    qtbot.waitUntil(lambda: picker.results.entries.rowCount() == 1)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    duplicates = desk.frame.navigator.room
    assert isinstance(duplicates, DuplicatesRoom)
    qtbot.waitUntil(lambda: duplicates.asking.question is not None)
    assert not duplicates.asking.next.isVisible()
    duplicates.acts()["save"]()
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "1"))
    qtbot.waitUntil(header.separate.isVisible)
    header.separate_asked.emit()
    qtbot.waitUntil(lambda: duplicates.parting.view is not None)
    choice = duplicates.findChild(QPushButton, "duplicates.separate")
    assert choice is duplicates.parting.separate
    choice.click()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 2)
