"""A key that is typed is seen by nobody: not on the screen, not by assistive tools, not in the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.fields import SecretField

CANARY = "canary-3f9c"


def a_field(qtbot: QtBot) -> SecretField:
    field = SecretField(
        "Key for GitHub", "settings.account.key", hint="One without any permission is enough."
    )
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.editor, CANARY)
    assert field.text() == CANARY
    return field


def test_assistive_tools_find_a_password_field_with_a_name_and_hear_nothing_of_its_text(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    seen = QAccessible.queryAccessibleInterface(field.editor)
    assert seen.role() == QAccessible.Role.EditableText
    assert seen.state().passwordEdit
    assert seen.state().editable
    assert seen.state().focusable
    assert seen.text(QAccessible.Text.Name) == "Key for GitHub"
    assert seen.text(QAccessible.Text.Description) == "One without any permission is enough."
    # with one, Qt would tell every letter that is typed and all that is pasted
    assert seen.textInterface() is None
    assert not any(CANARY in seen.text(which) for which in QAccessible.Text)


def test_an_input_method_that_asks_for_the_text_gets_none(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.editor.selectAll()
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImQueryAll)
    QGuiApplication.sendEvent(field.editor, asked)
    assert asked.value(Qt.InputMethodQuery.ImEnabled)
    assert not [query for query in Qt.InputMethodQuery if CANARY in str(asked.value(query))]


def test_it_is_shown_as_dots_and_goes_neither_into_the_clipboard_nor_back_by_undo(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    assert field.editor.echoMode() is QLineEdit.EchoMode.Password
    assert CANARY not in field.editor.displayText()
    QGuiApplication.clipboard().setText("something else")
    field.editor.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(field.editor, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "something else"
    field.editor.clear()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        QTest.keyClick(field.editor, key, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
