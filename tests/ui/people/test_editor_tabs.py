"""Tab in the form of a person."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.channels import ChannelKind
from relate_desktop.ui.people.editor_reach import ReachCard
from relate_desktop.ui.people.person_form import ReachRow


def test_tab_goes_through_the_rows_where_they_stand(qtbot: QtBot) -> None:
    card = ReachCard()
    qtbot.addWidget(card)
    card.show_rows(tuple(ReachRow(ChannelKind.EMAIL, value=f"ada{one}@example.org") for one in range(2)))
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    add = card.findChild(QWidget, "edit.reach.add")
    assert isinstance(add, QWidget)
    add.setFocus()
    went = []
    for _step in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        went.append("" if focus is None else focus.objectName())
    assert went == [
        *(f"edit.reach.1.{part}" for part in ("kind", "value", "star", "remove")),
        "edit.reach.2.kind",
    ]
