"""The panel that asks for a name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.naming import NamingPanel


def a_panel(qtbot: QtBot) -> tuple[QWidget, NamingPanel]:
    """Asking for another name of Studio."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    panel = NamingPanel(host, "calendar.rename")
    panel.ask("Rename this calendar", "Studio")
    return host, panel


def test_what_is_typed_is_given_by_enter(qtbot: QtBot) -> None:
    _host, panel = a_panel(qtbot)
    QTest.keyClicks(panel.field.editor, "  Work  at home ")
    with qtbot.waitSignal(panel.given) as given:
        QTest.keyClick(panel.field.editor, Qt.Key.Key_Return)
    assert given.args == ["Work at home"]
    assert panel.isHidden()


def test_a_name_of_blanks_is_not_taken(qtbot: QtBot) -> None:
    _host, panel = a_panel(qtbot)
    panel.field.set_text("   ")
    with qtbot.assertNotEmitted(panel.given):
        QTest.keyClick(panel.field.editor, Qt.Key.Key_Return)
    assert panel.isVisible()


def test_escape_gives_nothing(qtbot: QtBot) -> None:
    _host, panel = a_panel(qtbot)
    with qtbot.assertNotEmitted(panel.given):
        QTest.keyClick(panel.field.editor, Qt.Key.Key_Escape)
    assert panel.isHidden()
