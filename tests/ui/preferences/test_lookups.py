"""The settings page of look-ups as somebody finds it who has never switched them on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobRunner
from relate_desktop.services.later import BookToCome
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.page import PreferencesRoom
from tests.open_book import a_book


@pytest.fixture
def work() -> Iterator[Work]:
    runner = JobRunner()
    working = Work(runner)
    yield working
    working.close()
    runner.close()


def switch_of(room: PreferencesRoom) -> QCheckBox:
    found = room.findChild(QCheckBox, "settings.lookups")
    assert isinstance(found, QCheckBox)
    return found


def test_it_can_be_switched_on_where_it_is_the_first_place_of_the_window(
    tmp_path: Path, work: Work, qtbot: QtBot
) -> None:
    with a_book(tmp_path) as book:
        coming = BookToCome()
        coming.opened(book)
        room = PreferencesRoom(book.preferences, coming.as_book(), book.folder, work, News())
        qtbot.addWidget(room)
        room.show()
        room.go(Place("settings", "lookups"))
        switch = switch_of(room)
        assert switch.isVisible()
        assert not switch.isChecked()
        add = room.findChild(QPushButton, "settings.account.add")
        assert isinstance(add, QPushButton)
        assert not add.isVisible()
        shown = [label.text() for label in room.findChildren(QLabel) if label.isVisible()]
        assert not any("No setting" in text for text in shown)
        switch.click()
        qtbot.waitUntil(add.isVisible)
        assert book.preferences.current.lookups
        room.hide()


def test_a_search_finds_the_switch_by_its_name(tmp_path: Path, work: Work, qtbot: QtBot) -> None:
    with a_book(tmp_path) as book:
        room = PreferencesRoom(book.preferences, book, book.folder, work, News())
        qtbot.addWidget(room)
        room.show()
        room.search.setText("look-ups")
        qtbot.waitUntil(lambda: room.findChild(QCheckBox, "settings.lookups") is not None)
        assert switch_of(room).isVisible()
        room.search.setText("look-ups of the moon")
        assert not switch_of(room).isVisible()
        room.hide()
