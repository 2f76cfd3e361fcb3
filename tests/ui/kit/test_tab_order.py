"""Where Tab leads."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page
from relate_desktop.ui.kit.tab_order import order_tabs, stops_of


def test_tab_goes_as_the_eye_does_also_through_what_scrolls_and_what_came_later(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page, foot = Page(), Button("Join", "join")
    first = QLineEdit()
    page.body.addWidget(first)
    box = QVBoxLayout(window)
    box.addWidget(page)
    box.addWidget(foot)
    later = QLineEdit()
    page.body.addWidget(later)
    order_tabs((window,))
    assert list(stops_of(window)) == [first, later, foot]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    went = []
    for _step in range(2):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        went.append(QApplication.focusWidget())
    assert went == [later, foot]
