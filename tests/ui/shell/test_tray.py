from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.ui.shell.background import Background
from relate_desktop.ui.shell.tray import Tray, TrayItem
from tests.ui.window import Desk, a_desk


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    tray = Tray()
    yield tray
    tray.close()


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def trigger(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_the_menu_has_what_one_wants_without_the_window(tray: Tray) -> None:
    tray.offer(jots=True, today=True)
    tray.show_today([TrayItem(f"Thing {number}", Place("people", str(number))) for number in range(5)])
    assert words(tray.menu) == [
        "Jot down…",
        "Today",
        "Thing 0",
        "Thing 1",
        "Thing 2",
        "Pause pop-ups",
        "Open Relate",
        "Quit",
    ]


def test_what_is_not_there_is_not_offered(tray: Tray) -> None:
    assert words(tray.menu) == ["Pause pop-ups", "Open Relate", "Quit"]


def test_a_thing_of_today_leads_to_it(tray: Tray, qtbot: QtBot) -> None:
    tray.offer(jots=False, today=True)
    tray.show_today([TrayItem("Send R&D the cover", Place("people", "7"))])
    with qtbot.waitSignal(tray.asked) as asked:
        trigger(tray.menu, "Send R&&D the cover")
    assert asked.args == [Place("people", "7")]


def test_without_a_tray_nothing_appears(tray: Tray) -> None:
    assert not tray.available()
    tray.appear()
    assert not tray.shown


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        yield desk


def test_pop_ups_are_paused_and_come_again(desk: Desk) -> None:
    found = desk.window.findChild(Background)
    assert isinstance(found, Background)
    tray = found.tray
    pause = tray.menu.findChild(QMenu, "tray.pause")
    assert isinstance(pause, QMenu)
    trigger(pause, "For 1 hour")
    assert desk.preferences.current.paused_until
    assert any(one.startswith("Pop-ups are paused until ") for one in words(tray.menu))
    trigger(tray.menu, "Let them pop up again")
    assert desk.preferences.current.paused_until == ""
    assert "Pause pop-ups" in words(tray.menu)


def test_quit_in_the_tray_ends_the_program(desk: Desk, qtbot: QtBot) -> None:
    found = desk.window.findChild(Background)
    assert isinstance(found, Background)
    with qtbot.waitSignal(desk.window.closed):
        trigger(found.tray.menu, "Quit")
