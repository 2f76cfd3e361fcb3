"""Labels of a few lines."""

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.few_lines import FewLines


@pytest.fixture
def label(qtbot: QtBot) -> FewLines:
    made = FewLines("", lines=2)
    qtbot.addWidget(made)
    return made


def test_a_short_text_takes_one_line_and_a_long_one_no_more_than_it_may(label: FewLines) -> None:
    label.setText("short")
    one = label.heightForWidth(300)
    label.setText("word " * 30)
    two = label.heightForWidth(300)
    assert two == 2 * one
    label.setText("word " * 3000)
    assert label.heightForWidth(300) == two


def test_what_is_hidden_is_in_the_tooltip(label: FewLines) -> None:
    label.resize(200, 40)
    label.show()
    label.setText("word " * 100)
    label.resize(201, 40)
    assert label.toolTip()
    label.setText("short")
    label.resize(200, 40)
    assert not label.toolTip()


@pytest.mark.parametrize("text", ["x" * 5000, "\U0001f469‍\U0001f4bb" * 400, "عربي " * 400, "", "\n\n"])
def test_any_text_can_be_drawn(label: FewLines, text: str) -> None:
    label.setText(text)
    label.resize(180, 60)
    assert not label.grab().isNull()
