"""Connections to addresses that were looked at before, read and written in short steps.

The HTTP engine on top believes it connects to a name. It never gets to: the places are given, and
whatever the name means a moment later does not matter. TLS then proves the name itself.
"""

import contextlib
import errno
import selectors
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import TypeVar

import httpcore2

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.names import Place
from relate_desktop.lookups.pace import Pace

T = TypeVar("T")
CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
"""Without one byte."""
_STEP = 64 * 1024
_UNREACHABLE = {
    getattr(errno, prefix + name)
    for name in ("ENETUNREACH", "EHOSTUNREACH", "ENETDOWN")
    for prefix in ("", "WSA")
    if hasattr(errno, prefix + name)
}
"""What systems say when the laptop has no way out; Windows has numbers of its own."""


class Wires(httpcore2.NetworkBackend):
    """Makes one connection to the first of some places that takes it."""

    def __init__(self, places: tuple[Place, ...], pace: Pace, most: int) -> None:
        self._places = places
        self._pace = pace
        self._most = most
        self._stream: Wire | None = None

    @property
    def received(self) -> int:
        """Bytes that came, as the line carried them."""
        return self._stream.received if self._stream else 0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect. Raises OFFLINE, HOST_SILENT, TOO_SLOW and Cancelled."""
        del host, port, timeout, local_address, socket_options
        kind = ErrorKind.OFFLINE
        end = self._pace.after(CONNECT_SECONDS)
        for number, place in enumerate(self._places):
            turns = len(self._places) - number
            try:
                self._stream = Wire(self._connect(place, end, turns), self._pace, self._most)
            except TimeoutError:
                kind = ErrorKind.TOO_SLOW
            except OSError as error:
                kind = kind if error.errno in _UNREACHABLE else ErrorKind.HOST_SILENT
            else:
                return self._stream
        raise NetworkError(kind, host=self._pace.host)

    def _connect(self, place: Place, end: float, turns: int) -> socket.socket:
        """Connect to one place, in its share of the time that is left for all."""
        address, port = place
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        line = socket.socket(family, socket.SOCK_STREAM)
        try:
            line.settimeout(0)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with contextlib.suppress(BlockingIOError):
                line.connect((address, port))
            self._await(line, self._pace.share(end, turns))
        except BaseException:
            line.close()
            raise
        return line

    def _await(self, line: socket.socket, end: float) -> None:
        while not _ready(line, selectors.EVENT_WRITE, self._pace.slice()):
            if self._pace.is_over(end):
                raise TimeoutError
        if code := line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(code, "connect")


class Wire(httpcore2.NetworkStream):
    """Bytes over one connection, counted; nothing takes longer than the pace allows."""

    def __init__(self, line: socket.socket, pace: Pace, most: int) -> None:
        self._line = line
        self._pace = pace
        self._most = most
        self.received = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, or none at the end. Raises TOO_SLOW, ANSWER_TOO_LARGE, HOST_SILENT and Cancelled."""
        del timeout
        data = self._receive(min(max_bytes, _STEP))
        self.received += len(data)
        if self.received > self._most:
            raise NetworkError(ErrorKind.ANSWER_TOO_LARGE, host=self._pace.host)
        return data

    def _receive(self, most: int) -> bytes:
        end = self._pace.after(READ_SECONDS)
        while True:
            if not _ready(self._line, selectors.EVENT_READ, self._pace.slice(end)):
                continue
            try:
                return self._line.recv(most)
            except BlockingIOError:
                continue
            except OSError:
                raise NetworkError(ErrorKind.HOST_SILENT, host=self._pace.host) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send everything. Raises TOO_SLOW, HOST_SILENT and Cancelled."""
        del timeout
        rest = memoryview(buffer)
        end = self._pace.after(READ_SECONDS)
        while rest:
            if not _ready(self._line, selectors.EVENT_WRITE, self._pace.slice(end)):
                continue
            try:
                rest = rest[self._line.send(rest) :]
            except BlockingIOError:
                continue
            except OSError:
                raise NetworkError(ErrorKind.HOST_SILENT, host=self._pace.host) from None

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Go on in TLS. Raises TLS_REFUSED where the host cannot prove its name."""
        del timeout
        return _begun(self, ssl_context, server_hostname, self._pace.host)

    def get_extra_info(self, info: str) -> object:
        """Nothing that the engine would need."""
        del info
        return None


class TlsWire(httpcore2.NetworkStream):
    """TLS over any stream. Its waiting is all done by the stream below, in short steps."""

    def __init__(self, below: httpcore2.NetworkStream, context: ssl.SSLContext, name: str, host: str) -> None:
        self._below = below
        self._host = host
        self._in = ssl.MemoryBIO()
        self._out = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_hostname=name)

    def shake_hands(self) -> None:
        """Let the host prove its name. Raises ssl.SSLError."""
        self._carry(self._tls.do_handshake)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, or none at an end that the host meant. Raises as below, and ANSWER_BROKEN."""
        del timeout
        try:
            return self._carry(lambda: self._tls.read(max_bytes))
        except ssl.SSLZeroReturnError:
            return b""
        except ssl.SSLError:
            raise NetworkError(ErrorKind.ANSWER_BROKEN, host=self._host) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send everything. Raises as the stream below, and ANSWER_BROKEN."""
        del timeout
        rest = memoryview(buffer)
        while rest:
            part = rest
            try:
                rest = rest[self._carry(lambda: self._tls.write(part)) :]  # noqa: B023 - called at once
            except ssl.SSLError:
                raise NetworkError(ErrorKind.ANSWER_BROKEN, host=self._host) from None

    def close(self) -> None:
        """Hang up."""
        self._below.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """TLS inside TLS: what a proxy that is itself spoken to in TLS needs."""
        del timeout
        return _begun(self, ssl_context, server_hostname, self._host)

    def get_extra_info(self, info: str) -> object:
        """What the engine asks: which protocol was agreed on."""
        return self._tls if info == "ssl_object" else None

    def _carry(self, call: Callable[[], T]) -> T:
        while True:
            try:
                result = call()
            except ssl.SSLWantReadError:
                pass  # what follows raises errors of its own, which have nothing to do with this one
            else:
                self._flush()
                return result
            self._flush()
            data = self._below.read(_STEP)
            if data:
                self._in.write(data)
            else:
                self._in.write_eof()

    def _flush(self) -> None:
        if data := self._out.read():
            self._below.write(data)


def _begun(below: httpcore2.NetworkStream, context: ssl.SSLContext, name: str | None, host: str) -> TlsWire:
    try:
        wire = TlsWire(below, context, name or "", host)
        wire.shake_hands()
    except BaseException as error:
        below.close()
        if isinstance(error, ssl.SSLError | ssl.CertificateError):
            raise NetworkError(ErrorKind.TLS_REFUSED, host=host) from None
        raise
    return wire


def _ready(line: socket.socket, event: int, seconds: float) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(line, event)
        return bool(selector.select(seconds))
