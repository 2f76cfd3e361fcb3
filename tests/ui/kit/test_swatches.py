from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.swatches import Swatches
from relate_desktop.words.circles import colour_name


def test_a_colour_is_chosen_by_name_pointer_and_key(qtbot: QtBot) -> None:
    colours = Swatches("circle.colour", "Colour", [(hue, colour_name(hue)) for hue in (6, 2, 4)])
    qtbot.addWidget(colours)
    colours.resize(300, 40)
    colours.show()
    assert colours.hue == 6
    sky = colours.button("2")
    assert (sky.objectName(), sky.accessibleName(), sky.toolTip()) == ("circle.colour.2", "Sky", "Sky")
    assert min(sky.sizeHint().width(), sky.sizeHint().height()) >= 28
    QTest.mouseClick(sky, Qt.MouseButton.LeftButton)
    assert colours.hue == 2
    colours.activateWindow()
    sky.setFocus()
    qtbot.waitUntil(sky.hasFocus)
    QTest.keyClick(sky, Qt.Key.Key_Right)
    assert colours.hue == 4


def test_what_is_chosen_is_not_told_by_colour_alone(qtbot: QtBot) -> None:
    colours = Swatches("circle.colour", "Colour", [(6, "Clay"), (2, "Sky")])
    qtbot.addWidget(colours)
    clay = colours.button("6")
    clay.resize(clay.sizeHint())
    chosen = clay.grab().toImage()
    colours.choose("2")
    assert clay.grab().toImage() != chosen
