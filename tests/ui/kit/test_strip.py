"""Strips at the top of a page: red is kept for what went wrong."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.strip import Strip
from relate_desktop.ui.kit.theme import theme


def is_red(strip: Strip) -> bool:
    """Whether anything of it is painted in the colour of danger."""
    image = strip.grab().toImage()
    danger = theme().colour("danger")
    return any(
        QColor(image.pixel(x, y)) == danger for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("harmless", [False, True])
def test_what_asks_for_something_while_everything_is_safe_is_not_red(harmless: bool, qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show_problem("studio.ics has moved.", action="Find the file…", harmless=harmless)
    assert strip.accessibleName() == "Problem"
    assert is_red(strip) is not harmless
