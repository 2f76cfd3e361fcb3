"""Ctrl+Enter presses the main button of a panel from anywhere in it, and the room behind never hears it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.overlays import Overlay

CONTROL = Qt.KeyboardModifier.ControlModifier


class Asked:
    """A window whose room answers Ctrl+Enter, and a panel over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.heard: list[str] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        QVBoxLayout(self.window)
        save = QAction("Save", self.window)
        save.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        save.triggered.connect(lambda: self.heard.append("room"))
        self.window.addAction(save)
        self.overlay = Overlay(self.window, "panel", "A panel")
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        self.line.returnPressed.connect(lambda: self.heard.append("line"))
        self.other = Button("Cancel", "panel.cancel")
        self.other.clicked.connect(lambda: self.heard.append("other"))
        self.main = Button("Keep", "panel.keep", kind="primary")
        self.main.clicked.connect(lambda: self.heard.append("main"))
        for part in (self.line, self.text, self.other, self.main):
            self.overlay.body.addWidget(part)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        self.overlay.open_over(self.line)


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    found = Asked(qtbot)
    yield found
    found.overlay.close_overlay()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_main_button_is_pressed_once_from_every_field(asked: Asked, key: Qt.Key) -> None:
    for focus in (asked.line, asked.text, asked.other, asked.main):
        focus.setFocus()
        QTest.keyClick(focus, key, CONTROL)
        assert asked.heard == ["main"]
        asked.heard.clear()
    assert asked.text.toPlainText() == ""


def test_neither_a_room_behind_nor_a_button_that_cannot_be_pressed_hears_it(asked: Asked) -> None:
    asked.main.setEnabled(False)
    asked.text.setFocus()
    QTest.keyClick(asked.text, Qt.Key.Key_Return, CONTROL)
    assert asked.heard == []


def test_once_the_panel_is_closed_the_room_hears_it_again(asked: Asked) -> None:
    asked.overlay.close_overlay()
    asked.window.setFocus()
    QTest.keyClick(asked.window, Qt.Key.Key_Return, CONTROL)
    assert asked.heard == ["room"]
