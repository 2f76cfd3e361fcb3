from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.explanation import Explanation
from relate_desktop.ui.kit.name_form import NameForm
from relate_desktop.ui.shell.commands import ROOM_ACTS, Command, menu_parts
from relate_desktop.ui.shell.menus import Menus


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield window
    window.hide()


def commands() -> list[Command]:
    return [one for part in menu_parts() for one in part.commands if isinstance(one, Command)]


def test_no_two_commands_share_an_id_or_keys() -> None:
    ids = [command.id for command in commands()]
    keys = [QKeySequence(key).toString() for command in commands() for key in command.keys]
    keys = [key for key in keys if key]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))


def test_every_act_of_rooms_is_a_command() -> None:
    assert {command.id for command in commands()} >= ROOM_ACTS


def test_actions_without_anybody_behind_them_are_disabled(window: QMainWindow) -> None:
    menus = Menus(window)
    done: list[str] = []
    assert not any(action.isEnabled() for action in menus.actions.values())
    menus.do("import", lambda: done.append("import"))
    menus.set_room_acts({"person.edit": lambda: done.append("edit")})
    menus.actions["import"].trigger()
    menus.actions["person.edit"].trigger()
    menus.set_room_acts({})
    assert done == ["import", "edit"]
    assert not menus.actions["person.edit"].isEnabled()


def test_what_leads_elsewhere_closes_a_panel_that_loses_nothing_by_it(window: QMainWindow) -> None:
    menus, panel, done = Menus(window), Explanation(window, "why", "Why", "Because."), list[str]()
    menus.do("today", lambda: done.append("today"))
    menus.set_room_acts({"person.remove": lambda: done.append("remove")})
    panel.open_over()
    menus.actions["person.remove"].trigger()
    assert not panel.isHidden()
    menus.actions["today"].trigger()
    assert panel.isHidden()
    menus.actions["person.remove"].trigger()
    assert done == ["today", "remove"]


def test_a_panel_with_something_to_lose_stays_and_so_does_the_room_behind_it(window: QMainWindow) -> None:
    menus, panel, done = Menus(window), NameForm(window, "circle.new", "Name", "Make it"), list[str]()
    for identifier in ("today", "people", "settings", "back", "find", "jot"):
        menus.do(identifier, partial(done.append, identifier))
    panel.open_over()
    for identifier in ("today", "people", "settings", "back", "find", "jot"):
        menus.actions[identifier].trigger()
    assert done == ["jot"]
    assert not panel.isHidden()
    panel.close_overlay()


def test_shortcuts_work_while_the_menu_bar_is_hidden(window: QMainWindow, qtbot: QtBot) -> None:
    menus = Menus(window)
    done: list[str] = []
    menus.do("import", lambda: done.append("import"))
    menus.bar.hide()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert done == ["import"]


def test_the_side_bars_menu_has_the_same_tree(window: QMainWindow) -> None:
    menus = Menus(window)
    titles = [action.text().replace("&", "") for action in menus.main_menu().actions()]
    assert titles == ["File", "Edit", "View", "Person", "Go", "Help"]


def test_all_shortcuts_are_listed(window: QMainWindow) -> None:
    listed = dict(Menus(window).listed())
    assert ("Import", "Ctrl+I") in listed["File"]
    assert all(keys for rows in listed.values() for _words, keys in rows)
