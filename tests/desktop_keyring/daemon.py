"""A real gnome-keyring on a bus of the test's own, in the test's own home."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest
from jeepney import DBusAddress, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop_pop_ups.bus import Joined
from tests.desktop_pop_ups.screen import stop
from tests.patience import SECONDS

NAME = "org.freedesktop.secrets"
PASSWORD = "correct horse"
_SERVICE = DBusAddress("/org/freedesktop/secrets", NAME, "org.freedesktop.Secret.Service")


def needs_keyring() -> None:
    """Skips where there is no gnome-keyring."""
    if shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("no gnome-keyring-daemon here (Debian: apt-get install gnome-keyring)")


class Daemon:
    """A keyring that runs, until ``end``."""

    def __init__(self, bus: Joined, process: "subprocess.Popen[bytes]") -> None:
        self.bus, self.process = bus, process

    def lock(self) -> None:
        """Lock it, as a screen that is locked or a user who wants to does."""
        with self.talk() as connection:
            collection = asked(connection, new_method_call(_SERVICE, "ReadAlias", "s", ("default",)))[0]
            asked(connection, new_method_call(_SERVICE, "Lock", "ao", ([collection],)))

    def freeze(self) -> None:
        """Stop it in the middle of whatever it does; it does nothing more when this returns."""
        stop(self.process)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)

    def end(self) -> None:
        """End it as its crash would; waits until the bus knows."""
        with self.talk() as connection:
            wait_for_owner(connection, self.process.kill, gone=True)
        self.process.communicate()

    @contextmanager
    def talk(self) -> Iterator[DBusConnection]:
        """A connection of the test's own."""
        connection = open_dbus_connection(self.bus.address)
        try:
            yield connection
        finally:
            connection.close()


def asked(connection: DBusConnection, message: object) -> Sequence[object]:
    """The answer to a call that must succeed."""
    body: Sequence[object] = connection.send_and_get_reply(message, timeout=SECONDS).body
    return body


def wait_for_owner(
    connection: DBusConnection, then: Callable[[], object], *, gone: bool = False, name: str = NAME
) -> None:
    """Do something, and wait until the service has come onto the bus or left it."""
    rule = MatchRule(type="signal", sender=message_bus.bus_name, member="NameOwnerChanged")
    rule.add_arg_condition(0, name)
    asked(connection, message_bus.AddMatch(rule))
    with connection.filter(rule) as heard:
        then()
        while True:
            about, _old, new = connection.recv_until_filtered(heard, timeout=SECONDS).body
            if about == name and bool(new) is not gone:
                return


@contextmanager
def a_keyring(bus: Joined, *, unlocked: bool = True, display: str | None = None) -> Iterator[Daemon]:
    """A keyring of ``PASSWORD`` on the bus; one that is not unlocked has no password yet, or is locked."""
    needs_keyring()
    line = ["gnome-keyring-daemon", "--components=secrets", "--foreground"]
    environment = {**os.environ, **bus.environment}
    environment.pop("DISPLAY", None)
    if display is not None:
        environment["DISPLAY"] = display
    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        process = subprocess.Popen(
            [*line, "--unlock"] if unlocked else line,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        assert process.stdin is not None
        if unlocked:
            process.stdin.write(PASSWORD.encode())
        process.stdin.close()

    connection = open_dbus_connection(bus.address)
    try:
        wait_for_owner(connection, start)
    finally:
        connection.close()
    daemon = Daemon(bus, started[0])
    try:
        yield daemon
    finally:
        daemon.process.kill()
        daemon.process.wait()
