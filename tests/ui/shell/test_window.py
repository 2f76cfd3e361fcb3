from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind, JobRunner, Lane
from relate_desktop.services.preferences import Theme
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.shell.filling import open_asks
from relate_desktop.ui.shell.side_bar import NARROW, WIDE
from relate_desktop.ui.shell.window import DEFAULT, LEAST
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace", "Bertha von Suttner") as desk:
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        yield desk


def test_the_title_is_the_place_and_never_a_name(desk: Desk) -> None:
    for address in ("history", "settings", "settings/about", "people/1"):
        desk.frame.navigator.go(Place.parse(address))
        title = desk.window.windowTitle()
        assert title
        assert "Ada" not in title
        assert desk.window.accessibleName() == f"{title} — Relate"


def test_going_back_and_forward(desk: Desk) -> None:
    go, frame = desk.frame.navigator.go, desk.frame
    go(Place("settings", "appearance"))
    go(Place("history"))
    frame.menus.actions["back"].trigger()
    assert desk.window.windowTitle() == "Settings"
    assert frame.navigator.history.current == Place("settings", "appearance")
    frame.menus.actions["forward"].trigger()
    assert desk.window.windowTitle() == "History"
    assert not frame.menus.actions["forward"].isEnabled()


def test_a_place_that_does_not_exist_is_said(desk: Desk) -> None:
    open_asks(desk.frame, ["nowhere/at/all"])
    message = desk.frame.snackbar.message
    assert message is not None
    assert "nowhere" in message.text


def test_it_starts_at_its_default_size_and_keeps_to_the_least(desk: Desk) -> None:
    assert (desk.window.width(), desk.window.height()) == DEFAULT
    assert (desk.window.minimumWidth(), desk.window.minimumHeight()) == LEAST


def test_the_side_bar_shrinks_in_a_narrow_window(desk: Desk) -> None:
    desk.window.resize(1100, 700)
    assert desk.frame.side.width() == WIDE
    desk.window.resize(970, 700)
    assert desk.frame.side.width() == NARROW
    assert desk.frame.side.settings.accessibleName() == "Settings"
    assert "Settings" in desk.frame.side.settings.toolTip()
    desk.window.resize(1100, 700)
    assert desk.frame.side.settings.text() == "Settings"


def test_where_the_window_stood_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.window.resize(1010, 690)
    with a_desk(tmp_path) as desk:
        # the width depends on the screen, which is narrower than any window here
        assert desk.window.height() == 690


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_alt_shows_the_menu_bar_and_hides_it(desk: Desk) -> None:
    bar = desk.frame.menus.bar
    assert bar.isHidden()
    QTest.keyClick(desk.window, Qt.Key.Key_Alt)
    assert bar.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_Alt)
    assert bar.isHidden()


def test_alt_with_another_key_is_not_alt_alone(desk: Desk) -> None:
    QTest.keyPress(desk.window, Qt.Key.Key_Alt)
    QTest.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(desk.window, Qt.Key.Key_Alt)
    assert desk.frame.menus.bar.isHidden()


def test_the_menu_bar_can_stay(desk: Desk) -> None:
    desk.frame.menus.actions["menu_bar"].trigger()
    assert desk.frame.menus.bar.isVisible()
    assert desk.preferences.current.show_menu_bar
    desk.frame.menus.actions["menu_bar"].trigger()
    assert desk.frame.menus.bar.isHidden()


def test_f6_walks_the_parts_of_the_window(desk: Desk) -> None:
    desk.frame.navigator.go(Place("settings"))
    desk.frame.say(Message("Removed Ada.", action="Undo"))
    seen = set()
    for _ in range(6):
        desk.frame.menus.actions["region.next"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus.objectName())
    assert {"navigation", "settings.pages", "snackbar.undo"} <= seen


def test_the_view_menu_changes_the_theme(desk: Desk) -> None:
    desk.frame.menus.actions["theme.dark"].trigger()
    assert theme().dark
    assert desk.preferences.current.theme is Theme.DARK
    desk.frame.menus.actions["theme.light"].trigger()
    assert not theme().dark


def test_text_grows_and_shrinks_by_keys(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme().appearance.text_size == 110
    QTest.keyClick(desk.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme().appearance.text_size == 100


def test_changes_are_said_and_can_be_undone_there(desk: Desk, qtbot: QtBot) -> None:
    frame, snackbar = desk.frame, desk.frame.snackbar
    _write(desk, qtbot, "Grace Hopper")
    qtbot.waitUntil(lambda: "Grace" in snackbar.text.text())
    assert snackbar.undo.text() == "Undo"
    qtbot.waitUntil(lambda: "Grace" in frame.menus.actions["undo"].text())
    snackbar.undo.click()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 2)
    qtbot.waitUntil(lambda: snackbar.undo.text() == "Redo" and snackbar.isVisible())
    qtbot.waitUntil(frame.menus.actions["redo"].isEnabled)
    frame.menus.actions["redo"].trigger()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 3)


def test_undo_with_nothing_to_undo_is_disabled(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        undo = desk.frame.menus.actions["undo"]
        qtbot.waitUntil(lambda: not undo.isEnabled())


def test_the_side_bar_shows_circles_with_counts(desk: Desk, qtbot: QtBot) -> None:
    circles = desk.frame.side.circles
    qtbot.waitUntil(lambda: circles.entries.rowCount() == 1)
    spoken = circles.entries.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Friends, 2 people"


def test_all_shortcuts_are_shown_and_searched(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    overlay = desk.frame.shortcuts
    assert overlay is not None
    assert overlay.isVisible()
    assert overlay.search.hasFocus()
    QTest.keyClicks(overlay.search, "undo")
    QTest.keyClick(overlay.search, Qt.Key.Key_Escape)
    assert overlay.search.text() == ""
    QTest.keyClick(overlay.search, Qt.Key.Key_Escape)
    assert overlay.isHidden()


def test_the_focus_stays_in_an_overlay_and_goes_back(desk: Desk) -> None:
    desk.frame.navigator.go(Place("settings"))
    before = QApplication.focusWidget()
    desk.frame.show_shortcuts()
    overlay = desk.frame.shortcuts
    assert overlay is not None
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert overlay.isAncestorOf(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    overlay.close_overlay()
    assert QApplication.focusWidget() is before


def test_an_overlay_covers_the_window_in_the_new_theme_too(desk: Desk) -> None:
    desk.frame.show_shortcuts()
    overlay = desk.frame.shortcuts
    assert overlay is not None
    desk.frame.menus.actions["theme.dark"].trigger()
    desk.window.resize(1000, 700)
    assert overlay.geometry() == desk.window.rect()
    panel = overlay.panel.grab().toImage()
    assert panel.pixelColor(panel.width() // 2, 8) == theme().colour("surface")
    overlay.close_overlay()
    desk.frame.menus.actions["theme.light"].trigger()


def _write(desk: Desk, qtbot: QtBot, name: str) -> None:
    """Add a person as the window does: on the write lane."""
    runner = JobRunner()
    runner.submit(Lane.WRITE, lambda _job: desk.book.contacts.add(a_person(name)), JobKind.EDIT).result()
    runner.close()


def test_nothing_of_the_side_bar_covers_anything_in_a_low_window_with_large_text(
    desk: Desk, qtbot: QtBot
) -> None:
    for number in range(4):
        desk.book.contacts.add(a_person(f"Member {number}", f"CATEGORIES:Circle {number}"))
        desk.book.smart_lists.add(f"List {number}", "has:email")
    side = desk.frame.side
    qtbot.waitUntil(lambda: side.circles.entries.rowCount() == 5 and side.lists.entries.rowCount() == 4)
    desk.preferences.change(text_size=150)
    desk.window.resize(*LEAST)
    parts = (side.navigation, side.add_circle, side.circles, side.lists, side.imports, side.settings)

    def apart() -> bool:
        places = [one.geometry() for one in parts]
        in_order = all(above.bottom() < below.top() for above, below in pairwise(places))
        return in_order and places[-1].bottom() < side.height() == desk.window.height()

    qtbot.waitUntil(apart)
