"""Fault 62: whatever bytes a host sends, the question ends in an answer or in words."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from relate_desktop.domain.errors import NetworkError
from tests.servers.authority import Authority
from tests.servers.bad_host import BadHost, Line, a_bad_host

PARTS = [
    *(b"HTTP/1.1 ", b"HTTP/1.0 ", b"200 OK", b"302 Found", b"304", b"429 ", b"503 x"),
    *(b"\r\n", b"\n", b"\r\n\r\n", b"\x00", b"\xff" * 9, b"a" * 3000, b";", b"," * 50, b": "),
    *(b"Content-Length: ", b"Transfer-Encoding: chunked", b"Content-Encoding: gzip", b"Location: "),
    *(b"Retry-After: ", b"X-RateLimit-Reset: ", b"X-RateLimit-Remaining: 0", b"https://", b"//[", b"hello"),
    *(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", b"0", b"5", b"-1", b"1e9", b"9" * 30),
    *(b"Connection: upgrade", b"ETag: \xe9", b"ffffffffffffffff\r\n"),
]
"""What answers are made of, to be put together as no host should."""


class Sent:
    """What the host sends next."""

    data = b""


@pytest.fixture
def sent() -> Sent:
    """What the host sends next, to be changed while it stands."""
    return Sent()


@pytest.fixture
def host(authority: Authority, sent: Sent) -> Iterator[BadHost]:
    """A host that sends whatever it was told to."""

    def behave(line: Line) -> None:
        line.begin_tls()
        line.read_question()
        line.send(sent.data)
        line.say_goodbye()

    with a_bad_host(authority, behave) as standing:
        yield standing


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.sampled_from(PARTS) | some.binary(max_size=20), max_size=14), some.booleans())
def test_no_bytes_bring_the_fetcher_down(host: BadHost, sent: Sent, parts: list[bytes], head: bool) -> None:
    sent.data = (b"HTTP/1.1 200 OK\r\n" if head else b"") + b"".join(parts)
    host.ledger.waits.clear()
    try:
        size = len(host.door().get(host.ask()).body)
    except NetworkError as error:
        size = len(f"{error.facts}")
    assert size <= host.ask().limit
    assert host.ledger.rows[-1].outcome
