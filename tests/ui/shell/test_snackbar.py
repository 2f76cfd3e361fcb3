from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.cards import Foot
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.shell.snackbar import SHOWN_MS, TICK_MS, Snackbar


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QFrame]:
    QCursor.setPos(2, 2)
    host = QFrame()
    host.resize(800, 600)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    yield host
    host.hide()


@pytest.fixture
def snackbar(host: QFrame) -> Snackbar:
    return Snackbar(host)


def pass_time(snackbar: Snackbar, milliseconds: int) -> None:
    for _ in range(milliseconds // TICK_MS):
        snackbar._tick()


def test_a_message_stays_eight_seconds(snackbar: Snackbar) -> None:
    snackbar.show_message(Message("Removed Steve."))
    pass_time(snackbar, SHOWN_MS - TICK_MS)
    assert snackbar.isVisible()
    pass_time(snackbar, TICK_MS)
    assert snackbar.isHidden()


def test_time_stands_still_while_the_focus_is_inside(snackbar: Snackbar, host: QFrame) -> None:
    snackbar.show_message(Message("Removed Steve.", action="Undo"))
    snackbar.undo.setFocus()
    assert not snackbar.waiting
    pass_time(snackbar, 60_000)
    assert snackbar.isVisible()
    snackbar.dismiss()
    assert snackbar.isHidden()


def test_messages_can_be_kept_until_they_are_closed(snackbar: Snackbar) -> None:
    snackbar.keeps = True
    snackbar.show_message(Message("Removed Steve."))
    pass_time(snackbar, 60_000)
    assert snackbar.isVisible()


def test_time_stands_still_while_the_window_is_not_in_front(snackbar: Snackbar, qtbot: QtBot) -> None:
    snackbar.show_message(Message("Removed Steve."))
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert not snackbar.waiting


def test_messages_of_one_kind_fold(snackbar: Snackbar) -> None:
    for name in ("Ada", "Bea", "Cy"):
        snackbar.show_message(Message(f"Removed {name}.", "trash", folded=lambda n: f"{n} people removed"))
    assert snackbar.text.text() == "3 people removed"
    snackbar.show_message(Message("Edited Ada.", "edit"))
    assert snackbar.text.text() == "Edited Ada."


def test_the_button_does_what_it_says_and_closes(snackbar: Snackbar) -> None:
    done: list[str] = []
    snackbar.show_message(Message("Removed Steve.", action="Undo", act=lambda: done.append("undone")))
    QTest.mouseClick(snackbar.undo, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert snackbar.isHidden()


def test_it_never_takes_the_focus(snackbar: Snackbar, host: QFrame, qtbot: QtBot) -> None:
    field = QWidget(host)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.show()
    field.setFocus()
    snackbar.show_message(Message("Removed Steve.", action="Undo"))
    assert field.hasFocus()


def test_assistive_tools_read_the_message(snackbar: Snackbar) -> None:
    snackbar.show_message(Message("Removed <b>Steve</b> & Co."))
    assert QAccessible.queryAccessibleInterface(snackbar).text(QAccessible.Text.Name) == "Message"
    assert snackbar.text.accessibleName() == "Removed <b>Steve</b> & Co."
    assert snackbar.accessibleIdentifier() == "snackbar"


def test_it_keeps_inside_a_narrow_window(snackbar: Snackbar, host: QFrame) -> None:
    snackbar.show_message(Message("Removed " + "Wolfeschlegelsteinhausenbergerdorff " * 8, action="Undo"))
    host.resize(400, 300)
    assert host.rect().contains(snackbar.geometry())


def test_it_stands_above_the_main_buttons_of_a_page(snackbar: Snackbar, host: QFrame) -> None:
    foot = Foot(host)
    foot.setGeometry(0, 540, 800, 60)
    foot.show()
    snackbar.show_message(Message("Joined two pages."))
    assert snackbar.geometry().bottom() < foot.geometry().top()
    foot.hide()
    pass_time(snackbar, TICK_MS)
    assert snackbar.geometry().bottom() > foot.geometry().top()
