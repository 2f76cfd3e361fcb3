"""A real kwalletd5 on a bus of the test's own, in the test's own home, that no window is needed for."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.desktop_keyring.daemon import asked, wait_for_owner
from tests.desktop_pop_ups.bus import Bus

NAME = "org.kde.kwalletd5"
WALLET = "kdewallet"
_SERVICE = DBusAddress("/modules/kwalletd5", NAME, "org.kde.KWallet")
_HASH = bytes(56)
"""What the log-in of the desktop would make of the user's password."""
_SETTINGS = """[Wallet]
First Use=false
Enabled={enabled}
[org.freedesktop.secrets]
apiEnabled=false
"""


class WalletDaemon:
    """A service that runs."""

    def __init__(self, bus: Bus, process: "subprocess.Popen[bytes]") -> None:
        self.bus, self.process = bus, process

    def open(self) -> None:
        """Open the wallet, or make it, as the log-in of the desktop does."""
        self._ask("pamOpen", "sayi", (WALLET, _HASH, 0))

    def lock(self) -> None:
        """Close the wallet."""
        self._ask("close", "sb", (WALLET, True))

    def _ask(self, method: str, types: str, body: tuple[object, ...]) -> None:
        connection = open_dbus_connection(self.bus.address)
        try:
            asked(connection, new_method_call(_SERVICE, method, types, body))
        finally:
            connection.close()


@contextmanager
def a_wallet(bus: Bus, *, enabled: bool = True) -> Iterator[WalletDaemon]:
    """KWallet with nothing in it yet."""
    if shutil.which("kwalletd5") is None:
        pytest.skip("no kwalletd5 here (Debian 12: apt-get install libkf5wallet-bin)")
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "kwalletrc"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS.format(enabled=str(enabled).lower()), encoding="utf-8")
    environment = {**os.environ, **bus.environment, "QT_QPA_PLATFORM": "offscreen"}
    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        quiet = subprocess.DEVNULL
        started.append(subprocess.Popen(["kwalletd5"], env=environment, stdout=quiet, stderr=quiet))

    connection = open_dbus_connection(bus.address)
    try:
        wait_for_owner(connection, start, name=NAME)
    finally:
        connection.close()
    try:
        yield WalletDaemon(bus, started[0])
    finally:
        started[0].kill()
        started[0].wait()
