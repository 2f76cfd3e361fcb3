from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.preferences import HideNames
from relate_desktop.services.watch import Watch
from relate_desktop.system.notices import Notice
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.shell.pop_up import PopUpWindow
from tests.ui.window import Desk, a_desk
from tests.unit.storage.due import a_reminder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@contextmanager
def watched(desk: Desk) -> Iterator[Watch]:
    """A watch of the desk's book; there is no service for pop-ups on this desktop."""
    watch = Watch(desk.book, desk.following.pop_ups, window=True)
    desk.following.pop_ups.answered.connect(watch.answered)
    watch.start()
    try:
        yield watch
    finally:
        desk.following.pop_ups.close()
        watch.stop()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        yield desk


def remind(desk: Desk, text: str = "Send the cover", due: str = "2026-03-14T09:00") -> None:
    ada = desk.book.contacts.named("Ada Lovelace")
    desk.book.reminders.add(a_reminder(ada, text=text, due=due))


def shown(desk: Desk, qtbot: QtBot, title: str) -> PopUpWindow:
    window = desk.following.pop_ups.window
    qtbot.waitUntil(lambda: window.isVisible() and title in texts(window))
    return window


def texts(window: PopUpWindow) -> list[str]:
    return [label.text() for label in window.findChildren(SafeLabel) if label.isVisible()]


def press(window: PopUpWindow, name: str) -> None:
    next(one for one in window.findChildren(Button) if one.objectName() == name and one.isVisible()).click()


def test_where_the_desktop_shows_nothing_the_own_window_does(desk: Desk, qtbot: QtBot) -> None:
    remind(desk)
    with watched(desk):
        window = shown(desk, qtbot, "Send the cover")
        assert desk.frame.menus.actions["popup"].isEnabled()
        press(window, "popup.done")
        qtbot.waitUntil(lambda: desk.book.reminders.open() == ())
        assert not window.isVisible()
        assert not desk.frame.menus.actions["popup"].isEnabled()


def test_open_raises_the_window_on_the_person(desk: Desk, qtbot: QtBot) -> None:
    remind(desk)
    desk.frame.navigator.go(Place("settings"))
    desk.window.hide()
    with watched(desk):
        press(shown(desk, qtbot, "Send the cover"), "popup.open")
        ada = Place.person(ContactId(1))
        qtbot.waitUntil(lambda: desk.frame.navigator.history.current == ada)
        assert desk.window.isVisible()


def test_a_time_chosen_from_the_menu_is_when_it_comes_again(desk: Desk, qtbot: QtBot) -> None:
    remind(desk)
    with watched(desk):
        window = shown(desk, qtbot, "Send the cover")
        menus = [menu for menu in window.findChildren(QMenu) if menu.title() == "Snooze"]
        menus[-1].actions()[0].trigger()
        in_an_hour = desk.book.present().now + timedelta(hours=1)
        qtbot.waitUntil(lambda: desk.book.reminders.open()[0].snoozed_until == in_an_hour)
        assert not window.isVisible()


def test_what_is_done_in_the_window_takes_its_pop_up_away(desk: Desk, qtbot: QtBot) -> None:
    remind(desk)
    with watched(desk):
        window = shown(desk, qtbot, "Send the cover")
        number = desk.book.reminders.open()[0].id
        assert number is not None
        desk.book.reminders.done(number)
        qtbot.waitUntil(lambda: not window.isVisible())


def test_several_that_were_missed_are_one_pop_up_and_one_sheet(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, "Send the cover", "2026-03-13T14:00")
    remind(desk, "Ask about the opening", "2026-03-12T10:00")
    with watched(desk):
        window = shown(desk, qtbot, "2 reminders while you were away")
        assert len(window.cards) == 1
        press(window, "popup.look")
        sheet = desk.following.pop_ups.sheet
        qtbot.waitUntil(sheet.isVisible)
        assert [row.accessibleName() for row in sheet.rows] == ["Send the cover", "Ask about the opening"]
        sheet.rows[0].ring.click()
        qtbot.waitUntil(lambda: len(sheet.rows) == 1)
        sheet.close_overlay()


def test_hidden_names_are_nowhere_on_the_pop_up(desk: Desk, qtbot: QtBot) -> None:
    desk.preferences.change(hide_names=HideNames.ALWAYS)
    remind(desk)
    with watched(desk):
        window = shown(desk, qtbot, "A reminder is waiting")
        said = " ".join([*texts(window), window.accessibleName(), window.windowTitle()])
        names = " ".join(one.accessibleName() for one in window.findChildren(Button))
        assert "cover" not in said + names
        assert "Ada" not in said + names


def test_a_window_that_has_ended_says_that_nothing_was_shown(desk: Desk) -> None:
    desk.following.pop_ups.close()
    assert not desk.following.pop_ups.show(Notice("a", "Too late", ""))
