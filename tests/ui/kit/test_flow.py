"""Widgets in lines that wrap."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.flow import Flow


def a_row(qtbot: QtBot, width: int, *words: str) -> tuple[QWidget, list[QFrame]]:
    row = QWidget()
    qtbot.addWidget(row)
    flow = Flow(row)
    buttons = [QFrame() for _word in words]
    for button in buttons:
        button.setFixedSize(80, 30)
        flow.addWidget(button)
    row.resize(width, 200)
    row.show()
    qtbot.waitExposed(row)
    return row, buttons


def test_what_does_not_fit_goes_on_the_next_line(qtbot: QtBot) -> None:
    row, buttons = a_row(qtbot, 180, "one", "two", "three")
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (86, 0), (0, 36)]
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(180) == 66
    assert layout.heightForWidth(400) == 30


def test_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    row, buttons = a_row(qtbot, 180, "one", "two", "three")
    buttons[0].hide()
    layout = row.layout()
    assert layout is not None
    layout.activate()
    assert [(button.x(), button.y()) for button in buttons[1:]] == [(0, 0), (86, 0)]


def test_from_right_to_left_lines_begin_on_the_right(qtbot: QtBot) -> None:
    row, buttons = a_row(qtbot, 180, "one", "two")
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = row.layout()
    assert layout is not None
    layout.setGeometry(row.rect())
    assert buttons[0].x() > buttons[1].x()
    assert buttons[0].geometry().right() == row.rect().right()
