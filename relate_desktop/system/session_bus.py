"""The message bus of the user's session on Linux: calls with a deadline, and signals.

One daemon thread reads the connection, so that a service that hangs, or a bus that does, keeps
nobody longer than the caller's patience. A connection that broke is made anew by the next call.
"""

import os
import socket
import struct
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageFlag, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus import get_bus
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import prep_socket
from jeepney.low_level import Parser

_BUS_PATIENCE = 5.0
"""Seconds the bus itself has to answer: it needs a thousandth of one, where the machine is not busy."""
_LONGEST_SEND = struct.pack("ll", 2, 0)
"""Seconds and microseconds after which a bus that takes nothing counts as gone."""
_READ = 64 * 1024

_NOBODY = {
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NameHasNoOwner",
}

Body = tuple[Any, ...]


class BusError(Exception):
    """A call came to nothing."""


class BusAbsentError(BusError):
    """There is no bus, or nobody on it by that name."""


class BusSilentError(BusError):
    """No answer in time."""


class BusRefusedError(BusError):
    """The answer was an error, or the other side ended over the call."""


def call_to(
    address: DBusAddress, method: str, signature: str | None = None, body: Body = (), *, start: bool = True
) -> Message:
    """A method call; without ``start`` a service that does not run is not started for it."""
    message: Message = new_method_call(address, method, signature, body)
    if not start:
        message.header.flags |= MessageFlag.no_auto_start
    return message


class SessionBus:
    """The session's bus as one program uses it.

    ``heard`` gets signals, on the reading thread: it must return at once and make no calls.
    ``lost`` is called there when the connection ends by itself.
    """

    def __init__(self, heard: Callable[[Message], None], lost: Callable[[], None] = lambda: None) -> None:
        self._heard, self._lost = heard, lost
        self._rules: tuple[MatchRule, ...] = ()
        self._turn = threading.Lock()
        self._line: _Line | None = None

    def listen(self, *rules: MatchRule) -> None:
        """Hears the signals that fit these rules; to be called before the first call."""
        self._rules = rules

    def call(self, message: Message, patience: float, late: Callable[[Body], None] | None = None) -> Body:
        """The answer's values. ``late`` gets them, on the reading thread, if they come after all.

        Raises BusAbsentError, BusSilentError or BusRefusedError.
        """
        with self._turn:
            line = self._connected()
        return line.call(message, patience, late)

    def post(self, message: Message) -> None:
        """Sends a call whose answer nobody needs; silent where there is no bus to send it on."""
        try:
            with self._turn:
                line = self._connected()
            line.send(message, None)
        except BusError:
            return

    def close(self) -> None:
        """Ends the connection and the thread that reads it."""
        with self._turn:
            line, self._line = self._line, None
        if line is not None:
            line.end()

    def _connected(self) -> "_Line":
        if self._line is not None and self._line.open:
            return self._line
        self._line = None
        try:
            sock = prep_socket(_address(), timeout=_BUS_PATIENCE)
        except (OSError, LookupError, ValueError, RuntimeError, StopIteration, AuthenticationError) as error:
            raise BusAbsentError from error
        line = _Line(sock, self._heard, self._lost)
        try:
            line.call(message_bus.Hello(), _BUS_PATIENCE, None)
            for rule in self._rules:
                line.send(message_bus.AddMatch(rule), None)
        except BusError as error:
            line.end()
            raise BusAbsentError from error
        self._line = line
        return line


class _Reply:
    """One call on its way."""

    def __init__(self, late: Callable[[Body], None] | None) -> None:
        self.late = late
        self.arrived = threading.Event()
        self.message: Message | None = None
        self.given_up = False


class _Line:
    """One connection, from the handshake to its end, and the thread that reads it."""

    def __init__(
        self, sock: socket.socket, heard: Callable[[Message], None], lost: Callable[[], None]
    ) -> None:
        self.open = True
        self._sock, self._heard, self._lost = sock, heard, lost
        self._wanted_end = False
        self._lock = threading.Lock()
        self._serials = count(1)
        self._waiting: dict[int, _Reply] = {}
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _LONGEST_SEND)
        self._reader = threading.Thread(target=self._read, name="session-bus", daemon=True)
        self._reader.start()

    def call(self, message: Message, patience: float, late: Callable[[Body], None] | None) -> Body:
        """As ``SessionBus.call``."""
        reply = _Reply(late)
        self.send(message, reply)
        if not reply.arrived.wait(patience):
            with self._lock:
                reply.given_up = not reply.arrived.is_set()
            if reply.given_up:
                raise BusSilentError
        return _body(reply.message)

    def send(self, message: Message, reply: _Reply | None) -> None:
        """Sends a message, and notes who waits for its answer. Raises BusAbsentError."""
        with self._lock:
            serial = next(self._serials)
            if reply is not None:
                self._waiting[serial] = reply
            try:
                if not self.open:
                    raise ConnectionResetError
                self._sock.sendall(message.serialise(serial=serial))
            except OSError as error:
                self._waiting.pop(serial, None)
                self._hang_up()
                raise BusAbsentError from error

    def end(self) -> None:
        """Ends the connection, and waits for the thread that reads it."""
        with self._lock:
            self._wanted_end = True
            self._hang_up()
        if self._reader is not threading.current_thread():
            self._reader.join(_BUS_PATIENCE)

    def _hang_up(self) -> None:
        self.open = False
        try:
            self._sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has ended by itself

    def _read(self) -> None:
        parser = Parser()
        try:
            while True:
                while (message := parser.get_next_message()) is None:
                    data = self._sock.recv(_READ)
                    if not data:
                        return
                    parser.add_data(data)
                self._take(message)
        except (OSError, ValueError, LookupError):  # it broke, or somebody on it does not speak properly
            return
        finally:
            self._ended()

    def _take(self, message: Message) -> None:
        kind = message.header.message_type
        if kind is MessageType.signal:
            self._heard(message)
            return
        late: Callable[[Body], None] | None = None
        with self._lock:
            reply = self._waiting.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
            if reply is None:
                return
            reply.message = message
            reply.arrived.set()
            if reply.given_up and kind is MessageType.method_return:
                late = reply.late
        if late is not None:
            late(tuple(message.body))

    def _ended(self) -> None:
        with self._lock:
            self._hang_up()
            self._sock.close()
            waiting, self._waiting = self._waiting, {}
            wanted = self._wanted_end
        for reply in waiting.values():
            reply.arrived.set()
        if not wanted:
            self._lost()


def _address() -> str:
    """Where the bus listens. Raises LookupError and the like where there is none."""
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return str(get_bus("SESSION"))
    path = Path(os.environ["XDG_RUNTIME_DIR"]) / "bus"  # where systemd puts it
    return str(path.resolve(strict=True))


def _body(message: Message | None) -> Body:
    if message is None:
        raise BusAbsentError
    if message.header.message_type is MessageType.error:
        name = message.header.fields.get(HeaderFields.error_name, "")
        raise BusAbsentError(name) if name in _NOBODY else BusRefusedError(name)
    return tuple(message.body)
