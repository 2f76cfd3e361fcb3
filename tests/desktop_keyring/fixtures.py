"""A bus for one test, with a real keyring on it or without."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop_keyring.daemon import Daemon, a_keyring
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus


@pytest.fixture
def keyring_bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A bus on which nobody is, which everything in this process uses."""
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


@pytest.fixture
def keyring(keyring_bus: Bus) -> Iterator[Daemon]:
    """An unlocked keyring."""
    with a_keyring(keyring_bus) as daemon:
        yield daemon
