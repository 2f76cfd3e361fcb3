import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.ui.shell.signals import EndSignals


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_the_systems_wish_to_end_is_heard(qtbot: QtBot, name: str) -> None:
    heard: list[str] = []
    before = signal.getsignal(signal.SIGTERM)
    signals = EndSignals(lambda: heard.append("end"))
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: heard == ["end"])
    signals.stop()
    assert signal.getsignal(signal.SIGTERM) == before
