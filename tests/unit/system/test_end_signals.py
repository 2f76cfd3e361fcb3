"""A program without a window that is asked to end."""

import os
import signal
import threading

import pytest

from relate_desktop.system.end_signals import EndSignals
from tests.patience import SECONDS


@pytest.mark.skipif(os.name != "posix", reason="these signals are POSIX's")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_each_signal_asks_for_the_end(number: signal.Signals) -> None:
    asked = threading.Event()
    with EndSignals(asked.set) as signals:
        os.kill(os.getpid(), number)
        assert asked.wait(SECONDS)
    assert signals.interrupted is (number is signal.SIGINT)


@pytest.mark.skipif(os.name != "posix", reason="these signals are POSIX's")
def test_other_signals_do_not() -> None:
    asked = threading.Event()
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    with EndSignals(asked.set):
        os.kill(os.getpid(), signal.SIGUSR1)
        assert not asked.wait(0.1)
    signal.signal(signal.SIGUSR1, before)


def test_afterwards_the_signals_mean_what_they_meant() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with EndSignals(lambda: None):
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
