"""Fault 62: names and connections that hang, authorities nobody knows, and proxies on the way."""

import select
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError
from relate_desktop.lookups.asking import Secret
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.names import Names, Place
from tests.servers.authority import Authority
from tests.servers.bad_host import NAME, BadHost, GivenNames, Watch, a_bad_host, answering
from tests.servers.net import a_closed_port
from tests.servers.proxy import a_proxy

CANARY = "ZZCANARY"
PAGE = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")


@pytest.fixture
def host(authority: Authority) -> Iterator[BadHost]:
    """A host that answers as it should; the road to it is what is bad."""
    with a_bad_host(authority, PAGE) as standing:
        yield standing


def refusal(host: BadHost, door: Fetcher) -> ErrorKind:
    with pytest.raises(NetworkError) as refused:
        door.get(host.ask(secret=Secret(CANARY)))
    assert not host.questions
    assert host.ledger.rows[-1].outcome == refused.value.kind
    return refused.value.kind


# ---------------------------------------------------------------- whom TLS believes


def test_another_authority_is_not_believed(host: BadHost, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = Authority(tmp_path_factory.mktemp("other"))
    assert refusal(host, host.door(authority=other)) is ErrorKind.TLS_REFUSED


def test_the_system_does_not_believe_an_authority_that_anybody_can_make(host: BadHost) -> None:
    assert refusal(host, host.door(by_the_system=True)) is ErrorKind.TLS_REFUSED


def test_the_system_believes_its_own_authorities(
    host: BadHost, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that OpenSSL's own variable names are the system's, as for every program here."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.path))
    assert host.door(by_the_system=True).get(host.ask()).body == b"hi"


def test_what_windows_and_macos_believe_by_is_asked_in_the_same_way(
    host: BadHost, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """truststore stands before their authorities, and before OpenSSL's on a system that is neither."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert refusal(host, host.door(by_the_system=True)) is ErrorKind.TLS_REFUSED
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.path))
    assert host.door(by_the_system=True).get(host.ask()).body == b"hi"


# ---------------------------------------------------------------- names and connections that hang


@contextmanager
def a_resolver_that_hangs(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The system's resolver, waiting for a server that never answers; says when it was asked."""
    asked, over = threading.Event(), threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        asked.set()
        over.wait(30)
        return []

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", hang)
        try:
            yield asked
        finally:
            over.set()


@contextmanager
def a_place_that_takes_nobody() -> Iterator[Place]:
    """A listener whose queue is full: further connections are neither taken nor refused."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for line in waiting:
            line.settimeout(0)
            line.connect_ex(server.getsockname())
        try:
            if select.select([], waiting[-1:], [], 0.1)[1]:
                pytest.skip("this system takes connections for which there is no room")
            yield server.getsockname()
        finally:
            for line in waiting:
                line.close()


def test_a_resolver_that_hangs_is_given_up(host: BadHost, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    with a_resolver_that_hangs(monkeypatch):
        door = host.door(watch.look, names=Names(), monotonic=watch)
        assert refusal(host, door) is ErrorKind.TOO_SLOW


def test_a_resolver_that_hangs_can_be_left(host: BadHost, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_resolver_that_hangs(monkeypatch) as asked, pytest.raises(Cancelled):
        host.door(_stopping(asked.is_set), names=Names()).get(host.ask())


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (socket.EAI_NONAME, ErrorKind.HOST_UNKNOWN),
        (socket.EAI_AGAIN, ErrorKind.OFFLINE),
        (socket.EAI_FAIL, ErrorKind.OFFLINE),
    ],
)
def test_no_such_name_and_no_connection_are_told_apart(
    host: BadHost, monkeypatch: pytest.MonkeyPatch, code: int, kind: ErrorKind
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "as the system says")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert refusal(host, host.door(names=Names())) is kind


def test_a_place_that_takes_nobody_is_given_up(host: BadHost) -> None:
    watch = Watch(0.5)
    with a_place_that_takes_nobody() as place:
        door = host.door(watch.look, names=GivenNames({NAME: [[place]]}), monotonic=watch)
        assert refusal(host, door) is ErrorKind.TOO_SLOW
    assert watch.now <= 7  # five seconds of the watch for a connection, not fifteen


def test_a_place_that_takes_nobody_can_be_left(host: BadHost) -> None:
    looks = count()
    with a_place_that_takes_nobody() as place:
        stop = _stopping(lambda: next(looks) > 5)
        with pytest.raises(Cancelled):
            host.door(stop, names=GivenNames({NAME: [[place]]})).get(host.ask())


def test_the_next_place_of_a_host_is_tried_in_time(host: BadHost) -> None:
    watch = Watch(0.5, until=4)  # the first has its share by then; this machine may be slow afterwards
    with a_place_that_takes_nobody() as silent, a_closed_port() as port:
        places = GivenNames({NAME: [[silent, ("127.0.0.1", port), host.place]]})
        assert host.door(watch.look, names=places, monotonic=watch).get(host.ask()).body == b"hi"


def test_nobody_there_is_told_of(host: BadHost) -> None:
    with a_closed_port() as port:
        nobody = GivenNames({NAME: [[("127.0.0.1", port)]]})
        assert refusal(host, host.door(names=nobody)) is ErrorKind.HOST_SILENT


def _stopping(wanted: Callable[[], bool]) -> Callable[[], None]:
    def stop() -> None:
        if wanted():
            raise Cancelled

    return stop


# ---------------------------------------------------------------- proxies

FAR = "93.184.215.14"
"""An address on the net that nothing connects to: the proxy does, and it leads elsewhere."""


class TestProxies:
    def test_a_proxy_carries_what_it_cannot_read(
        self, host: BadHost, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with a_proxy(host.place) as proxy:
            monkeypatch.setenv("https_proxy", f"http://ada:word@localhost:{proxy.port}")
            names = _through(proxy.port)
            got = host.door(names=names, typed=()).get(host.ask("/?q=ZZPATH", secret=Secret(CANARY)))
        assert got.body == b"hi"
        assert proxy.questions[0].startswith(b"CONNECT example.org:443 HTTP/1.1\r\n")
        assert b"Proxy-Authorization: Basic YWRhOndvcmQ=" in proxy.questions[0]
        assert CANARY.encode() not in proxy.questions[0] + proxy.carried
        assert b"ZZPATH" not in proxy.questions[0] + proxy.carried
        assert b"Proxy-Authorization" not in host.questions[0]
        assert CANARY.encode() in host.questions[0]

    def test_a_proxy_may_be_spoken_to_in_tls(
        self, host: BadHost, authority: Authority, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with a_proxy(host.place, certificate=authority.certify("localhost")) as proxy:
            monkeypatch.setenv("https_proxy", f"https://localhost:{proxy.port}")
            door = host.door(names=_through(proxy.port), typed=())
            assert door.get(host.ask(secret=Secret(CANARY))).body == b"hi"
        assert proxy.questions[0].startswith(b"CONNECT example.org:443 HTTP/1.1\r\n")
        assert CANARY.encode() not in proxy.questions[0] + proxy.carried
        with a_proxy(host.place, certificate=authority.certify("other.example")) as proxy:
            monkeypatch.setenv("https_proxy", f"https://localhost:{proxy.port}")
            with pytest.raises(NetworkError) as refused:
                host.door(names=_through(proxy.port), typed=()).get(host.ask())
            assert refused.value.kind is ErrorKind.TLS_REFUSED
            assert not proxy.questions

    def test_a_proxy_does_not_lead_home(self, host: BadHost, monkeypatch: pytest.MonkeyPatch) -> None:
        with a_proxy(host.place) as proxy:
            monkeypatch.setenv("https_proxy", f"http://localhost:{proxy.port}")
            names = _through(proxy.port, "192.168.1.1")
            assert refusal(host, host.door(names=names, typed=())) is ErrorKind.ADDRESS_REFUSED
            assert not proxy.questions

    @pytest.mark.parametrize(
        "answer",
        [
            b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
            b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        ],
    )
    def test_a_proxy_that_refuses_is_told_of(
        self, host: BadHost, monkeypatch: pytest.MonkeyPatch, answer: bytes
    ) -> None:
        with a_proxy(host.place, refusing=answer) as proxy:
            monkeypatch.setenv("https_proxy", f"http://localhost:{proxy.port}")
            door = host.door(names=_through(proxy.port), typed=())
            assert refusal(host, door) is ErrorKind.PROXY_REFUSED

    def test_a_proxy_that_cannot_be_used_is_not_gone_around(
        self, host: BadHost, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("all_proxy", "socks5h://localhost:1080")
        door = host.door(names=GivenNames({NAME: [[(FAR, 443)]]}), typed=())
        assert refusal(host, door) is ErrorKind.PROXY_REFUSED

    def test_this_machine_is_asked_without_a_proxy(
        self, host: BadHost, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with a_closed_port() as port:
            monkeypatch.setenv("https_proxy", f"http://localhost:{port}")
            assert host.door().get(host.ask()).body == b"hi"


def _through(port: int, address: str = FAR) -> GivenNames:
    return GivenNames({NAME: [[(address, 443)]], "localhost": [[("127.0.0.1", port)]]})
