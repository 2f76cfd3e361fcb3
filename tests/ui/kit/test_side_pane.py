"""The pane of what is chosen stands or lies, as the room has space."""

from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.side_pane import WIDTH, SidePane


def test_it_stands_as_wide_as_its_text_and_lies_as_wide_as_there_is_room(qtbot: QtBot) -> None:
    pane = SidePane("pane", "Pane", "side", lying=260)
    qtbot.addWidget(pane)
    pane.resize(1000, 1000)
    assert (pane.width(), pane.height()) == (WIDTH, 1000)
    pane.lie_down(1000)
    pane.resize(900, 1000)
    assert (pane.width(), pane.height()) == (900, 260)
    pane.lie_down(500)
    assert pane.height() == 180  # the list has the rest
    pane.lie_down(0)
    pane.resize(900, 700)
    assert (pane.width(), pane.height()) == (WIDTH, 700)
