"""A small net on loopback: hosts with names of their own, TLS that proves them, and records of names.

    with a_net(authority, {"api.github.com": {"/users/ada": a_page({"id": 1})}}) as net:
        answer = GitHub().ask(target, net.door(), None, Known())
        assert net.addresses == ["https://api.github.com/users/ada"]

One server speaks for all hosts. The fetcher's own rules stand: each host is a server that the user
typed, which alone may be at home, and only here do names answer with a port beside the address.
"""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Door, Network, TypedServer
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.ledger import Ledger
from relate_desktop.lookups.names import Names, Place
from relate_desktop.lookups.origins import read_page
from relate_desktop.lookups.pace import Pace, Stop
from relate_desktop.lookups.turns import Turns
from tests.clock import a_clock
from tests.servers.authority import Authority
from tests.servers.ledger import ListedLedger


@dataclass(frozen=True)
class Reply:
    """What a host answers."""

    status: int = 200
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""


@dataclass(frozen=True)
class Asked:
    """What a host was asked."""

    host: str
    """With the port, where it is another than 443."""
    target: str
    """Path and query."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""

    @property
    def address(self) -> str:
        return f"https://{self.host}{self.target}"


Answering = Reply | Callable[[Asked], Reply]
Routes = Mapping[str, Answering]
"""By path with query, or by path alone; what is not there is answered with 404."""


def a_page(content: Any, status: int = 200, **headers: str) -> Reply:
    """An answer: bytes as they are, text as HTML, anything else as JSON; header names with _ for -."""
    kind, body = "application/json", b""
    if isinstance(content, bytes):
        kind, body = "application/octet-stream", content
    elif isinstance(content, str):
        kind, body = "text/html; charset=utf-8", content.encode()
    else:
        body = json.dumps(content).encode()
    named = {"content_type": kind} | headers
    return Reply(status, tuple((name.replace("_", "-"), value) for name, value in named.items()), body)


def sent_on(location: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(status, (("Location", location),))


class LoopbackNames(Names):
    """Names that all stand on this machine; the records are those that a test gives."""

    def __init__(
        self,
        hosts: set[str],
        port: int,
        records: Mapping[str, Sequence[Any]],
        elsewhere: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__()
        self._elsewhere = elsewhere
        self._hosts = hosts
        self._port = port
        self._given = records
        self.asked: list[str] = []

    def places(self, host: str, port: int, _pace: Pace) -> tuple[Place, ...]:
        self.asked.append(host)
        if host in self._elsewhere:
            return tuple((address, port) for address in self._elsewhere[host])
        if host not in self._hosts:
            raise NetworkError(ErrorKind.HOST_UNKNOWN, host=host)
        return (("127.0.0.1", self._port),)

    def texts(self, name: str, _pace: Pace) -> tuple[str, ...]:
        return tuple(self._given.get(f"TXT {name}", ()))

    def services(self, name: str, _pace: Pace) -> tuple[Place, ...]:
        return tuple(self._given.get(f"SRV {name}", ()))


class Net:
    """What stands on loopback, and what it was asked."""

    def __init__(self, authority: Authority, port: int, hosts: set[str], names: LoopbackNames) -> None:
        self.authority = authority
        self.port = port
        self.names = names
        self.ledger = ListedLedger()
        self.clock = a_clock()
        self.asked: list[Asked] = []
        self._hosts = hosts
        self._turns = Turns()

    @property
    def addresses(self) -> list[str]:
        """Every address that was asked, in order."""
        return [asked.address for asked in self.asked]

    @property
    def hosts(self) -> set[str]:
        """Every host that was asked, by the server's own account and by the ledger's."""
        return {asked.host for asked in self.asked} | {row.host for row in self.ledger.rows}

    def door(
        self,
        stop: Stop = lambda: None,
        *,
        why: str = "",
        typed: Sequence[TypedServer] = (),
        ledger: Ledger | None = None,
        clock: Clock | None = None,
    ) -> Fetcher:
        """The real fetcher before this net."""
        return Fetcher(
            ledger or self.ledger,
            stop,
            why=why,
            typed=(*(TypedServer(f"https://{host}") for host in sorted(self._hosts)), *typed),
            authorities=self.authority.path,
            names=self.names,
            turns=self._turns,
            clock=clock or self.clock,
        )

    def network(self, clock: Clock) -> Network:
        """The net as services have it."""
        return LoopbackNetwork(self, clock)


class LoopbackNetwork:
    """What services get: doors to the small net, and no others."""

    def __init__(self, net: Net, clock: Clock) -> None:
        self._net = net
        self._clock = clock

    def door(self, ledger: Ledger, stop: Stop, *, why: str, typed: Sequence[TypedServer]) -> Door:
        return self._net.door(stop, why=why, typed=typed, ledger=ledger, clock=self._clock)


@contextmanager
def a_net(
    authority: Authority,
    hosts: Mapping[str, Routes],
    records: Mapping[str, Sequence[Any]] | None = None,
    elsewhere: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[Net]:
    """Hosts with their routes, and records such as ``{"TXT _atproto.ada.example": ["did=…"]}``.

    Of SRV records the values are pairs of host and port. ``elsewhere`` are names that nobody typed and
    the addresses they answer with, such as ``{"rebound.example": ["127.0.0.1"]}``.
    """
    known = {read_page(f"https://{host}").origin.authority: routes for host, routes in hosts.items()}
    certificate = authority.certify(*(host.rsplit(":", 1)[0] for host in known))
    with TlsServer(certificate) as server:
        names = LoopbackNames(
            {host.rsplit(":", 1)[0] for host in known}, server.port, records or {}, elsewhere or {}
        )
        net = Net(authority, server.port, set(known), names)
        server.answer = lambda asked: _answer(net, known, asked)
        with server.running():
            yield net


def _answer(net: Net, known: Mapping[str, Routes], asked: Asked) -> Reply:
    net.asked.append(asked)
    routes = known.get(asked.host, {})
    found = routes.get(asked.target) or routes.get(asked.target.split("?")[0])
    if found is None:
        return a_page({"message": "Not Found"}, 404)
    return found if isinstance(found, Reply) else found(asked)


class TlsServer(ThreadingHTTPServer):
    """Answers over TLS, on a port of its own on loopback or where it is told to stand."""

    daemon_threads = False  # the end waits for every answer that is still being written

    def __init__(self, certificate: Path, place: Place = ("127.0.0.1", 0)) -> None:
        super().__init__(place, _Handler)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.answer: Callable[[Asked], Reply] = lambda _: Reply(404)

    @property
    def port(self) -> int:
        return self.server_port

    @contextmanager
    def running(self) -> Iterator[None]:
        thread = threading.Thread(target=self.serve_forever, args=(0.02,), name="test-net")
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            thread.join()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: TlsServer
    timeout = 20
    disable_nagle_algorithm = True  # the body would wait until the head is acknowledged

    def setup(self) -> None:
        self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.answer(Asked(headers.get("host", ""), self.path, headers))
        self.send_response_only(reply.status)
        if not any(name.lower() == "content-length" for name, _ in reply.headers):
            self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def finish(self) -> None:
        super().finish()
        if isinstance(self.request, ssl.SSLSocket):
            with suppress(OSError):
                self.request.unwrap()
            self.request.close()

    def log_message(self, *_: Any) -> None:
        """Tests look at what was asked instead."""


@contextmanager
def a_closed_port() -> Iterator[int]:
    """A port on loopback that nobody listens on, nor can take meanwhile, be it for its own end of a line."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def a_free_port() -> int:
    """A port on loopback that a program may be told to listen on."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    return port
