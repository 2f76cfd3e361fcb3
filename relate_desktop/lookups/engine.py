"""One exchange with one host: a question out, an answer in, by the HTTP engine and nothing above it.

The engine knows no cookies, redirects, environment or password files. It connects through ``Wires``
to the places it is given, in HTTP/1.1, and each connection serves one question.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ssl import SSLContext

import httpcore2

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.names import Place
from relate_desktop.lookups.origins import Page
from relate_desktop.lookups.pace import Pace
from relate_desktop.lookups.proxies import SystemProxy
from relate_desktop.lookups.unpacking import Unpacking
from relate_desktop.lookups.wires import Wires

AROUND = 256 * 1024
"""Bytes that may come beside a body: TLS, headers, the sizes of pieces."""
_OF_A_FAILURE = 64 * 1024
"""Bytes of the body of an answer that is no success; what is longer is left unread."""
_SUCCESS, _MOVED, _FAILED = 200, 300, 400
_BODILESS = {204, 205}
_DIGITS = 18
"""Of a length that is read as a number."""

for _name in ("httpcore2", "httpx2", "dns"):  # they tell whole addresses and headers when asked for details
    logging.getLogger(_name).setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent, and how large an answer may be."""

    page: Page
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    limit: int
    told: str
    """What the ledger says was sent."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where to connect: the host's own places, or those of a proxy."""

    places: tuple[Place, ...]
    proxy: SystemProxy | None = None


@dataclass(slots=True)
class Row:
    """What is known of an exchange so far, however it ends."""

    status: int | None = None
    received: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What a host answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case; all of them, as they came."""
    body: bytes = field(repr=False)

    def first(self, name: str) -> str:
        """The first value of a header; empty for none."""
        return next((value for found, value in self.headers if found == name), "")

    def by_name(self) -> Mapping[str, str]:
        """The first value of each header."""
        return dict(reversed(self.headers))


def exchange(question: Question, way: Way, trusted: SSLContext, pace: Pace, row: Row) -> Answered:
    """Ask and read the answer.

    Raises HOST_SILENT, OFFLINE, TLS_REFUSED, PROXY_REFUSED, TOO_SLOW, ANSWER_TOO_LARGE, ANSWER_BROKEN and
    Cancelled. Errors of the engine end here: their words may hold what was sent.
    """
    wires = Wires(way.places, pace, question.limit + AROUND)
    try:
        with (
            _pool(way, wires, trusted) as pool,
            pool.stream("GET", _url(question.page), headers=list(question.headers)) as found,
        ):
            row.status = found.status
            answered = Answered(found.status, _headers(found), b"")
            return replace(answered, body=_body(answered, found, question, pace.host))
    except httpcore2.ProxyError:
        kind = ErrorKind.PROXY_REFUSED
    except (httpcore2.ProtocolError, httpcore2.NetworkError, httpcore2.TimeoutException):
        kind = ErrorKind.ANSWER_BROKEN
    finally:
        row.received = wires.received
    raise NetworkError(kind, host=pace.host)


def _pool(way: Way, wires: Wires, trusted: SSLContext) -> httpcore2.ConnectionPool:
    if way.proxy is None:
        return httpcore2.ConnectionPool(
            ssl_context=trusted, max_connections=1, max_keepalive_connections=0, network_backend=wires
        )
    proxy = way.proxy
    signed = (proxy.user.encode(), proxy.password.encode()) if proxy.user else None
    return httpcore2.HTTPProxy(
        httpcore2.URL(scheme=proxy.scheme, host=proxy.host, port=proxy.port, target="/"),
        proxy_auth=signed,
        ssl_context=trusted,
        proxy_ssl_context=trusted if proxy.scheme == "https" else None,
        max_connections=1,
        max_keepalive_connections=0,
        network_backend=wires,
    )


def _url(page: Page) -> httpcore2.URL:
    origin = page.origin
    return httpcore2.URL(scheme=origin.scheme, host=origin.host, port=origin.port, target=page.target)


def _headers(found: httpcore2.Response) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in found.headers)


def _body(answered: Answered, found: httpcore2.Response, question: Question, host: str) -> bytes:
    """The body, unpacked. Of a redirect nothing is read; of a failure what is short and whole."""
    if answered.status < _SUCCESS:
        raise NetworkError(ErrorKind.ANSWER_BROKEN, host=host)
    if answered.status < _MOVED and answered.status not in _BODILESS:
        return _read(answered, found, question.limit, host)
    if answered.status < _FAILED:
        return b""
    try:
        return _read(answered, found, min(question.limit, _OF_A_FAILURE), host)
    except NetworkError as error:
        if error.kind in {ErrorKind.ANSWER_TOO_LARGE, ErrorKind.ANSWER_BROKEN}:
            return b""
        raise


def _read(answered: Answered, found: httpcore2.Response, limit: int, host: str) -> bytes:
    said = answered.first("content-length")
    if said.isdigit() and int(said[:_DIGITS]) > limit:
        raise NetworkError(ErrorKind.ANSWER_TOO_LARGE, host=host)
    unpacking = Unpacking(host, answered.first("content-encoding"), limit)
    for piece in found.iter_stream():
        unpacking.feed(piece)
    return unpacking.end()
