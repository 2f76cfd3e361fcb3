"""Controls that are on or off."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.kit.toggles import CheckBox, RadioButton, Switch

TOGGLES: dict[str, Callable[[], QAbstractButton]] = {
    "check box": lambda: CheckBox("Ada", "ada"),
    "radio button": lambda: RadioButton("Ada", "ada"),
    "switch": lambda: Switch("ada", "Ada"),
}


def mark_width(button: QAbstractButton) -> int:
    """How wide what is painted in the colour of what is on is."""
    button.setFixedSize(button.sizeHint())
    image = button.grab().toImage()
    accent = theme().colour("accent")
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    columns = [x for x, y in places if QColor(image.pixel(x, y)) == accent]
    return max(columns) - min(columns)


@pytest.mark.parametrize("kind", TOGGLES)
def test_what_is_ticked_grows_with_the_size_of_text(kind: str, qtbot: QtBot) -> None:
    button = TOGGLES[kind]()
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.setChecked(True)
    usual = mark_width(button)
    theme().apply(Appearance(text_size=150))
    assert mark_width(button) >= usual * 1.4
