"""A message bus of the test's own, on which nothing starts by itself."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parents[2]
VARIABLE = "DBUS_SESSION_BUS_ADDRESS"

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Joined(Protocol):
    """A bus that programs can be started on."""

    address: str
    environment: Mapping[str, str]


class Bus:
    """A bus that runs; ``environment`` is that of programs on it."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process, self.address = process, address
        self.environment: Mapping[str, str] = os.environ | {VARIABLE: address, "PYTHONPATH": str(ROOT)}

    def end(self) -> None:
        """End it as a session does."""
        self.process.terminate()
        self.process.communicate()


def bus_line(folder: Path) -> list[str]:
    """The words that start a bus whose socket lies in the folder; it says its address first of all."""
    configuration = folder / "bus.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    return ["dbus-daemon", "--nofork", "--nopidfile", "--print-address=1", f"--config-file={configuration}"]


def needs_bus() -> None:
    """Skips where no bus can be started."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon here (Debian: apt-get install dbus)")


@contextmanager
def a_bus(folder: Path) -> Iterator[Bus]:
    """A bus whose socket lies in the folder, which must have a short path."""
    needs_bus()
    process = subprocess.Popen(
        bus_line(folder),
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    bus = Bus(process, process.stdout.readline().strip())
    try:
        assert bus.address, "the bus does not come"
        yield bus
    finally:
        bus.end()
