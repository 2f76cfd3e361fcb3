"""KWallet where it does not answer as a Secret Service: on KDE before 5.97, or where that is switched off.

python-keyring's own way to it needs dbus-python, which is not shipped. This one keeps keys where
that would: in the network wallet, in a folder by the name of the service.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from jeepney import DBusAddress, Message
from jeepney.bus_messages import message_bus

from relate_desktop.domain.account import KeyringState
from relate_desktop.domain.errors import ErrorKind, KeyringError
from relate_desktop.system.secret_service import Stop
from relate_desktop.system.session_bus import BusAbsentError, BusError, BusSilentError, SessionBus, call_to

APPLICATION = "Relate"
"""Who asks, as KWallet says it to the user."""
_NAMES = ("kwalletd6", "kwalletd5")
_INTERFACE = "org.kde.KWallet"
_SLICE = 0.1
_PATIENCE = 180.0
"""Seconds one answer may take: the user may be asked whether this program may read the wallet."""


class KWalletBus:
    """The service on the bus. To be closed."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._bus = SessionBus(_nothing)

    def close(self) -> None:
        """Ends the connection, and the use of the wallet."""
        self._bus.close()

    def state(self) -> KeyringState:
        """How the wallet is; nobody is asked for anything."""
        try:
            address = self._address()
            if address is None or not self._ask(address, "isEnabled")[0]:
                return KeyringState.NONE
            (wallet,) = self._ask(address, "networkWallet")
            if wallet not in self._ask(address, "wallets")[0]:
                return KeyringState.EMPTY
            (is_open,) = self._ask(address, "isOpen", "s", (wallet,))
        except BusAbsentError:  # no bus, or it has just gone: one that is switched off does so at once
            return KeyringState.NONE
        except BusError:
            return KeyringState.FAILING
        return KeyringState.UNLOCKED if is_open else KeyringState.LOCKED

    def unlock(self, longest: float, stop: Stop) -> None:
        """Has the user open the wallet, or make one; raises KeyringError, and what ``stop`` raises."""
        answers: queue.Queue[ErrorKind | None] = queue.Queue()

        def ask() -> None:
            try:
                self._open(longest)
            except KeyringError as error:
                answers.put(error.kind)
            except BusSilentError:
                answers.put(ErrorKind.KEYRING_SLOW)
            except BusError:
                answers.put(ErrorKind.KEYRING_FAILED)
            else:
                answers.put(None)

        threading.Thread(target=ask, name="kwallet", daemon=True).start()
        end = time.monotonic() + longest
        while True:
            try:
                answer = answers.get(timeout=_SLICE)
            except queue.Empty:
                stop()
                if time.monotonic() > end:
                    raise KeyringError(ErrorKind.KEYRING_SLOW) from None
                continue
            if answer is not None:
                raise KeyringError(answer)
            return

    def opened(self) -> Callable[..., Any]:
        """A function that calls the open wallet: method, types of the rest, the rest; raises KeyringError."""
        address, handle = self._open(self._patience)

        def call(method: str, types: str, *rest: str) -> Any:
            return self._ask(address, method, f"i{types}s", (handle, *rest, APPLICATION))[0]

        return call

    def _open(self, patience: float) -> tuple[DBusAddress, int]:
        address = self._address()
        if address is None:
            raise KeyringError(ErrorKind.KEYRING_NONE)
        (wallet,) = self._ask(address, "networkWallet")
        message = call_to(address, "open", "sxs", (wallet, 0, APPLICATION))
        (handle,) = self._bus.call(message, patience)
        if handle < 0:
            raise KeyringError(ErrorKind.KEYRING_LOCKED)
        return address, handle

    def _address(self) -> DBusAddress | None:
        """The newest of the services that run or would be started; None where there is none."""
        (running,) = self._bus.call(message_bus.ListNames(), self._patience)
        (startable,) = self._bus.call(message_bus.ListActivatableNames(), self._patience)
        for there in (running, startable):
            for name in _NAMES:
                if f"org.kde.{name}" in there:
                    return DBusAddress(f"/modules/{name}", f"org.kde.{name}", _INTERFACE)
        return None

    def _ask(
        self, address: DBusAddress, method: str, types: str | None = None, rest: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        return self._bus.call(call_to(address, method, types, rest), self._patience)


class Wallet:
    """The open wallet, with the methods of python-keyring's backends."""

    def get_password(self, service: str, username: str) -> str | None:
        """The password, or None."""
        with _opened() as call:
            if not call("hasEntry", "ss", service, username):
                return None
            return str(call("readPassword", "ss", service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a password."""
        with _opened() as call:
            if call("writePassword", "sss", service, username, password) != 0:
                raise KeyringError(ErrorKind.KEYRING_FAILED)

    def delete_password(self, service: str, username: str) -> None:
        """Forgets a password, and its folder with it."""
        with _opened() as call:
            if call("removeEntry", "ss", service, username) != 0:
                raise KeyringError(ErrorKind.KEYRING_FAILED)
            with suppress(BusError):
                call("removeFolder", "s", service)


@contextmanager
def _opened() -> Iterator[Callable[..., Any]]:
    bus = KWalletBus(_PATIENCE)
    try:
        yield bus.opened()
    finally:
        bus.close()


def _nothing(_signal: Message) -> None:
    """No signal is listened to."""
