import pytest
from PySide6.QtCore import qWarning

from relate_desktop.ui.shell.screen_loss import ScreenLoss

SAID = "The X11 connection broke (error 1). Did the X11 server die?"


@pytest.mark.qt_log_ignore(".*")
def test_the_end_of_the_screen_is_heard_once_and_other_messages_go_where_they_went() -> None:
    lost: list[str] = []
    loss = ScreenLoss(lambda: lost.append("lost"))
    qWarning("a plain warning")
    assert lost == []
    qWarning(SAID)
    qWarning(SAID)
    loss.stop()
    qWarning(SAID)
    assert lost == ["lost"]
