"""The keyring of Linux desktops, asked over the session's bus how it is and to be unlocked.

Asking how it is bothers nobody. Only ``unlock`` makes it prompt, and waits no longer than it is told.
A question that nobody waits for any more stays on the screen and does no harm when it is answered:
gnome-keyring 42 aborts, with the keys of all programs in its memory, when it is told to dismiss one.
"""

import queue
import time
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, Properties
from jeepney.bus_messages import message_bus

from relate_desktop.domain.account import KeyringState
from relate_desktop.domain.errors import ErrorKind, KeyringError
from relate_desktop.system.session_bus import BusAbsentError, BusError, SessionBus, call_to

NAME = "org.freedesktop.secrets"
_SERVICE = DBusAddress("/org/freedesktop/secrets", NAME, "org.freedesktop.Secret.Service")
_COLLECTION = "org.freedesktop.Secret.Collection"
_PROMPT = "org.freedesktop.Secret.Prompt"
_LABEL = "Default"
"""What a keyring is called that is made because there was none; as python-keyring calls it."""
_SLICE = 0.1
"""Seconds between two looks whether somebody still waits."""
_NOTHING = "/"

Stop = Callable[[], None]
"""Raises when nobody waits any more."""


class SecretServiceBus:
    """The service on the bus, be it GNOME Keyring, KWallet or KeePassXC. To be closed."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._signals: queue.Queue[tuple[str, tuple[Any, ...]]] = queue.Queue()
        self._bus = SessionBus(self._heard, lambda: self._signals.put((NAME, ())))
        owner = MatchRule(
            type="signal",
            sender=message_bus.bus_name,
            interface=message_bus.interface,
            path=message_bus.object_path,
        )
        owner.add_arg_condition(0, NAME)
        self._bus.listen(MatchRule(type="signal", interface=_PROMPT, member="Completed"), owner)

    def close(self) -> None:
        """Ends the connection."""
        self._bus.close()

    def state(self) -> KeyringState:
        """How the keyring is; nobody is asked for anything."""
        try:
            if not self._is_there():
                return KeyringState.NONE
        except BusAbsentError:
            return KeyringState.NONE
        except BusError:
            return KeyringState.FAILING
        try:
            collection = self._collection()
            if collection == _NOTHING:
                return KeyringState.EMPTY
            return KeyringState.LOCKED if self._locked(collection) else KeyringState.UNLOCKED
        except BusError:
            return KeyringState.FAILING

    def unlock(self, longest: float, stop: Stop) -> None:
        """Asks the user to unlock the keyring, or to make one where there is none.

        ``longest`` are seconds; ``stop`` is called ten times a second and may raise. Raises
        KeyringError: KEYRING_LOCKED when the user does not want to, KEYRING_SLOW, KEYRING_FAILED.
        """
        try:
            collection = self._collection()
            if collection == _NOTHING:
                properties = {f"{_COLLECTION}.Label": ("s", _LABEL)}
                _, prompt = self._ask(
                    call_to(_SERVICE, "CreateCollection", "a{sv}s", (properties, "default"))
                )
            else:
                _, prompt = self._ask(call_to(_SERVICE, "Unlock", "ao", ([collection],)))
            if prompt != _NOTHING:
                self._await(DBusAddress(prompt, NAME, _PROMPT), longest, stop)
        except BusError as error:
            raise KeyringError(ErrorKind.KEYRING_FAILED) from error

    def _await(self, prompt: DBusAddress, longest: float, stop: Stop) -> None:
        self._ask(call_to(prompt, "Prompt", "s", ("",)))
        end = time.monotonic() + longest
        while True:
            try:
                told, body = self._signals.get(timeout=_SLICE)
            except queue.Empty:
                stop()
                if time.monotonic() > end:
                    raise KeyringError(ErrorKind.KEYRING_SLOW) from None
                continue
            if told == NAME:
                raise KeyringError(ErrorKind.KEYRING_FAILED)
            if told == prompt.object_path:
                break
        if body[0]:
            raise KeyringError(ErrorKind.KEYRING_LOCKED)

    def _is_there(self) -> bool:
        """Whether the service runs, or would be started for whoever calls it."""
        (owned,) = self._ask(message_bus.NameHasOwner(NAME))
        if owned:
            return True
        (names,) = self._ask(message_bus.ListActivatableNames())
        return NAME in names

    def _collection(self) -> str:
        (path,) = self._ask(call_to(_SERVICE, "ReadAlias", "s", ("default",)))
        return str(path)

    def _locked(self, collection: str) -> bool:
        address = DBusAddress(collection, NAME, _COLLECTION)
        ((_, locked),) = self._ask(Properties(address).get("Locked"))
        return bool(locked)

    def _ask(self, message: Message) -> tuple[Any, ...]:
        return self._bus.call(message, self._patience)

    def _heard(self, signal: Message) -> None:
        fields = signal.header.fields
        if fields.get(HeaderFields.member) == "Completed":
            self._signals.put((str(fields.get(HeaderFields.path)), tuple(signal.body)))
        elif fields.get(HeaderFields.member) == "NameOwnerChanged" and not signal.body[2]:
            self._signals.put((NAME, ()))
