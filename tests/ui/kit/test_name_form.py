from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.name_form import NameForm


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[NameForm]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    form = NameForm(parent, "list", "Name", "Keep")
    yield form
    form.close_overlay()


def test_enter_answers_with_the_name_in_single_blanks(qtbot: QtBot, form: NameForm) -> None:
    form.ask("New list", "", ["Other"], "It is there.")
    assert not form.answer.isEnabled()
    form.field.set_text(" Quiet   ones ")
    with qtbot.waitSignal(form.answered) as answered:
        QTest.keyClick(form.field.editor, Qt.Key.Key_Return)
    assert answered.args == ["Quiet ones"]
    assert not form.isVisible()


def test_a_name_that_others_have_is_said_but_ones_own_is_not(form: NameForm) -> None:
    form.ask("Rename", "Mine", ["Mine", "Theirs"], "It is there.")
    assert form.answer.isEnabled()
    form.field.set_text("THEIRS")
    assert not form.answer.isEnabled()
    assert "It is there." in [label.text() for label in form.field.findChildren(SafeLabel)]


def test_escape_closes_and_answers_nothing(qtbot: QtBot, form: NameForm) -> None:
    form.ask("Rename", "Mine", [], "")
    with qtbot.assertNotEmitted(form.answered):
        QTest.keyClick(form.field.editor, Qt.Key.Key_Escape)
    assert not form.isVisible()
