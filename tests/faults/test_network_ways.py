"""Fault 62: hosts that send on to where nobody should go, and names that mean another address."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Ask, Secret
from tests.servers.authority import Authority
from tests.servers.bad_host import NAME, GivenNames, Line, a_bad_host, answering
from tests.servers.net import Net, a_closed_port, a_net, a_page, sent_on

CANARY = "ZZCANARY"
PAGE = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
HOST = "example.org"

INSIDE = {
    "metadata.example": ["169.254.169.254"],
    "home.example": ["192.168.1.1"],
    "here.example": ["127.0.0.1"],
    "here6.example": ["::1"],
    "mapped.example": ["::ffff:10.0.0.1"],
    "translated.example": ["64:ff9b::7f00:1"],
    "both.example": ["93.184.215.14", "127.0.0.1"],
    "none.example": [],
}
"""Public names that mean an address at home: what an attacker writes into their own records."""


def asked(net: Net, url: str = f"https://{HOST}/") -> NetworkError:
    with pytest.raises(NetworkError) as refused:
        net.door().get(Ask(url, "text/html", 1000, secret=Secret(CANARY)))
    return refused.value


@contextmanager
def sending_on(authority: Authority, location: str, status: int = 302) -> Iterator[Net]:
    hosts = {HOST: {"/": sent_on(location, status)}, "other.example": {"/": a_page("hi")}}
    with a_net(authority, hosts, elsewhere=INSIDE) as net:
        yield net


# ---------------------------------------------------------------- sent on


@pytest.mark.parametrize(
    "location",
    [
        *("http://other.example/", "file:///etc/passwd", "ftp://other.example/", "gopher://other.example"),
        *("javascript:alert(1)", "data:text/html,hi", "ws://other.example", "unix:/run/x.sock"),
        *("https://user@other.example/", "https://a:b@other.example/", "https://other.example@127.0.0.1/"),
        *("https://other.example:8443/", "https://other.example:22/", "https://other.example:0/"),
        *("https://localhost/", "https://printer.local/", "https://router.lan", "https://intranet/"),
        *("https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://2130706433/"),
        *("https://0x7f.1/", "https://0x7f000001/", "https://0/", "https://127.1/", "https://0177.0.0.1/"),
        *("https://169.254.169.254/latest/meta-data/", "https://10.0.0.1/", "https://192.168.1.1/"),
        *("https://100.64.0.1/", "https://[fe80::1]/", "https://[fd00::1]/", "https://[64:ff9b::7f00:1]/"),
        *("https://[2002:7f00:1::]/", "https://１２７.０.０.１/".encode().decode("latin-1"), "//127.0.0.1/"),
        *("https://127.0.0.1./", "https://localhost./", "https://other.example\\@127.0.0.1/"),
        *(f"https://{name}/" for name in INSIDE),
    ],
)
def test_nobody_is_sent_on_to_a_place_that_is_not_public(authority: Authority, location: str) -> None:
    with sending_on(authority, location) as net:
        error = asked(net)
        assert error.kind is ErrorKind.REDIRECT_REFUSED
        assert error.facts["host"] == HOST
        assert net.addresses == [f"https://{HOST}/"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_host_is_asked_without_the_key(authority: Authority, status: int) -> None:
    for header, scheme in (("Authorization", "Bearer"), ("PRIVATE-TOKEN", ""), ("X-Api-Key", "")):
        with sending_on(authority, "https://other.example/", status) as net:
            secret = Secret(CANARY, header, scheme)
            net.door().get(Ask(f"https://{HOST}/", "text/html", 1000, secret=secret))
            assert [CANARY in f"{each.headers}" for each in net.asked] == [True, False]
            assert [each.host for each in net.asked] == [HOST, "other.example"]


def test_the_same_host_on_another_port_is_another_origin(authority: Authority) -> None:
    hosts = {HOST: {"/": sent_on(f"https://{HOST}:8443/")}, f"{HOST}:8443": {"/": a_page("hi")}}
    with a_net(authority, hosts) as net:
        net.door().get(Ask(f"https://{HOST}/", "text/html", 1000, secret=Secret(CANARY)))
        assert [CANARY in f"{each.headers}" for each in net.asked] == [True, False]


def test_who_is_sent_round_in_a_circle_stops(authority: Authority) -> None:
    with sending_on(authority, f"https://{HOST}/") as net:
        assert asked(net).kind is ErrorKind.REDIRECT_REFUSED
        assert len(net.asked) == 4


def test_who_is_sent_on_and_on_stops(authority: Authority) -> None:
    numbers = count(1)
    with a_net(authority, {HOST: {"/": lambda _: sent_on(f"/?{next(numbers)}")}}) as net:
        assert asked(net).kind is ErrorKind.REDIRECT_REFUSED
        assert [each.target for each in net.asked] == ["/", "/?1", "/?2", "/?3"]


def test_three_times_is_still_followed(authority: Authority) -> None:
    routes = {"/": sent_on("/a"), "/a": sent_on("b"), "/b": sent_on("//example.org/c"), "/c": a_page("hi")}
    with a_net(authority, {HOST: routes}) as net:
        got = net.door().get(Ask(f"https://{HOST}/", "text/html", 1000))
        assert (got.url, got.body) == (f"https://{HOST}/c", b"hi")


def test_where_following_was_not_asked_for_the_redirect_is_the_answer(authority: Authority) -> None:
    with sending_on(authority, "https://other.example/") as net:
        got = net.door().get(Ask(f"https://{HOST}/", "text/html", 1000, follow=False))
        assert (got.status, got.headers["location"]) == (302, "https://other.example/")
        assert len(net.asked) == 1


def test_cookies_are_neither_kept_nor_sent(authority: Authority) -> None:
    page = a_page("hi", set_cookie="a=b; Path=/")
    with a_net(authority, {HOST: {"/": sent_on("/a"), "/a": page}}) as net:
        door = net.door()
        for _ in range(2):
            door.get(Ask(f"https://{HOST}/", "text/html", 1000))
        assert not [each for each in net.asked if "cookie" in each.headers]


# ---------------------------------------------------------------- asked in the first place


@pytest.mark.parametrize(
    "url",
    [
        *("http://public.example/", "file:///etc/passwd", "https://user:word@public.example/", ""),
        *("https://public.example:8443/", "https://127.0.0.1/", "https://[::1]/", "https://localhost/"),
        *("https://2130706433/", "https://0x7f.1/", "https://0/", "https://printer.local/", "https://10.1/"),
        *(f"https://{name}/" for name in INSIDE),
    ],
)
def test_nobody_is_asked_who_is_not_public(authority: Authority, url: str) -> None:
    with a_net(authority, {HOST: {}}, elsewhere=INSIDE) as net:
        assert asked(net, url).kind is ErrorKind.ADDRESS_REFUSED
        assert not net.asked


def test_an_address_is_looked_at_and_that_one_is_connected(authority: Authority) -> None:
    """A name that means another place a moment later is not asked a second time."""
    with a_bad_host(authority, PAGE) as host, a_closed_port() as port:
        names = GivenNames({NAME: [[host.place], [("127.0.0.1", port)]]})
        assert host.door(names=names).get(host.ask()).body == b"hi"
        assert names.asked == [NAME]


def test_plain_http_is_for_a_typed_server_on_this_machine_alone(authority: Authority) -> None:
    def plain(line: Line) -> None:
        line.read_question()
        line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")

    ask = Ask(f"http://{NAME}/", "text/html", 1000)
    with a_bad_host(authority, plain) as host:
        typed = [f"http://{NAME}"]
        assert host.door(typed=typed).get(ask).body == b"hi"
        at_home = GivenNames({NAME: [[("192.168.1.1", 80)]]})
        for door in (host.door(typed=typed, names=at_home), host.door(), host.door(typed=[])):
            with pytest.raises(NetworkError) as refused:
                door.get(ask)
            assert refused.value.kind is ErrorKind.ADDRESS_REFUSED
        assert len(host.questions) == 1
