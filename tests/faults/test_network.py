"""Fault 62: hosts that hang, drip, lie, send on or send too much; whoever asks gets away unharmed."""

import functools
import gzip
import traceback
import zlib
from collections.abc import Callable

import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError
from relate_desktop.lookups.asking import Secret
from tests.servers.authority import Authority
from tests.servers.bad_host import BadHost, Behaviour, Line, Watch, a_bad_host, answering

CANARY = "ZZCANARY"
HEAD = b"HTTP/1.1 200 OK\r\n"
PACKED = HEAD + b"Content-Encoding: gzip\r\n\r\n"


def refusal(host: BadHost, **door: object) -> ErrorKind:
    """How the question ends, which must be in words and in the ledger."""
    with pytest.raises(NetworkError) as refused:
        host.door(**door).get(host.ask(secret=Secret(CANARY)))  # type: ignore[arg-type]
    *_names, row = host.ledger.rows
    assert row.outcome == refused.value.kind
    assert CANARY not in f"{refused.value!r} {refused.value.facts} {host.ledger.rows}"
    assert refused.value.__context__ is None or refused.value.__suppress_context__
    assert CANARY not in "".join(traceback.format_exception(refused.value))
    return refused.value.kind


def started(line: Line, head: bytes = b"") -> None:
    line.begin_tls()
    line.read_question()
    line.send(head)


@functools.cache
def a_bomb() -> bytes:
    """A hundred million zeros in a hundred thousand bytes."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    million = bytes(1_000_000)
    return b"".join(packer.compress(million) for _ in range(100)) + packer.flush()


# ---------------------------------------------------------------- too slow


def never_shakes_hands(line: Line) -> None:
    line.hold()


def never_answers(line: Line) -> None:
    started(line)
    line.hold()


def stops_in_a_header(line: Line) -> None:
    started(line, HEAD + b"X-Name: a")
    line.hold()


def stops_in_the_body(line: Line) -> None:
    started(line, HEAD + b"Content-Length: 10\r\n\r\n12345")
    line.hold()


def drips_a_header(line: Line) -> None:
    started(line, HEAD + b"X-Name: ")
    line.drip(b"a")


def drips_the_body(line: Line) -> None:
    started(line, HEAD + b"Content-Length: 50000\r\n\r\n")
    line.drip(b"a")


def drips_pieces(line: Line) -> None:
    started(line, HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    line.drip(b"1\r\na\r\n")


def goes_on_for_ever(line: Line) -> None:
    started(line)
    line.drip(b"HTTP/1.1 103 Early Hints\r\n\r\n")


SLOW: list[Behaviour] = [
    *(never_shakes_hands, never_answers, stops_in_a_header, stops_in_the_body),
    *(drips_a_header, drips_the_body, drips_pieces, goes_on_for_ever),
]


@pytest.mark.parametrize("behave", SLOW)
def test_a_slow_host_is_given_up_at_the_deadline(authority: Authority, behave: Behaviour) -> None:
    watch = Watch()
    with a_bad_host(authority, behave) as host:
        assert refusal(host, stop=watch.look, monotonic=watch) is ErrorKind.TOO_SLOW
    assert watch.now <= 17  # fifteen seconds of the watch, and the last looks at it


@pytest.mark.parametrize("behave", SLOW)
def test_a_slow_host_can_be_left_at_any_moment(authority: Authority, behave: Behaviour) -> None:
    with a_bad_host(authority, behave) as host:

        def stop() -> None:
            if host.reached.is_set():
                raise Cancelled

        with pytest.raises(Cancelled):
            host.door(stop).get(host.ask())
        assert host.ledger.rows[-1].outcome == "cancelled"


# ---------------------------------------------------------------- too much


def too_long_a_body(line: Line) -> None:
    started(line, HEAD + b"\r\n")
    line.pour(b"a" * 10_000)


def too_many_pieces(line: Line) -> None:
    started(line, HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    line.pour(b"3e8\r\n" + b"a" * 1000 + b"\r\n")


def too_many_words_around_pieces(line: Line) -> None:
    started(line, HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    line.pour(b"1;x=" + b"a" * 10_000 + b"\r\na\r\n")


def too_many_hints(line: Line) -> None:
    started(line)
    line.pour(b"HTTP/1.1 103 Early Hints\r\nLink: " + b"a" * 1000 + b"\r\n\r\n")


TOO_MUCH: dict[str, Behaviour] = {
    "a length": answering(HEAD + b"Content-Length: 100001\r\n\r\n" + b"a" * 100_001),
    "a length beyond numbers": answering(HEAD + b"Content-Length: " + b"9" * 19 + b"\r\n\r\n"),
    "no end": too_long_a_body,
    "pieces": too_many_pieces,
    "words around pieces": too_many_words_around_pieces,
    "hints": too_many_hints,
    "a bomb": lambda line: started(line, PACKED + a_bomb()),
    "bombs one after another": lambda line: started(line, PACKED + a_bomb() * 20),
    "a bomb in a bomb": lambda line: started(line, PACKED + gzip.compress(a_bomb() * 20)),
    "parts without content": lambda line: started(line, PACKED + gzip.compress(b"") * 20_000),
}


@pytest.mark.parametrize("behave", TOO_MUCH.values(), ids=TOO_MUCH)
def test_more_than_a_profile_is_not_read(authority: Authority, behave: Behaviour) -> None:
    with a_bad_host(authority, behave) as host:
        assert refusal(host) is ErrorKind.ANSWER_TOO_LARGE
        assert host.ledger.rows[-1].received < 500_000


def test_a_failure_with_a_long_page_is_a_failure_without_one(authority: Authority) -> None:
    page = b"HTTP/1.1 404 Not Found\r\n\r\n" + b"a" * 300_000
    with a_bad_host(authority, answering(page)) as host:
        got = host.door().get(host.ask())
    assert (got.status, got.body) == (404, b"")


# ---------------------------------------------------------------- not understood


def closes_at_once(line: Line) -> None:
    started(line)
    line.say_goodbye()


BROKEN: dict[str, Behaviour] = {
    "nothing": closes_at_once,
    "no TLS any more": answering(HEAD + b"\r\ncut off", goodbye=False),
    "too short": answering(HEAD + b"Content-Length: 10\r\n\r\n12345"),
    "two lengths": answering(HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
    "a length of thousands of digits": answering(HEAD + b"Content-Length: " + b"1" * 5000 + b"\r\n\r\n"),
    "no number": answering(HEAD + b"Content-Length: -1\r\n\r\n"),
    "a piece of no size": answering(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "another transfer": answering(HEAD + b"Transfer-Encoding: gzip\r\n\r\n"),
    "an old protocol": answering(b"<html>hello</html>"),
    "a status of letters": answering(b"HTTP/1.1 OK\r\n\r\n"),
    "a status of no kind": answering(b"HTTP/1.1 999999 OK\r\n\r\n"),
    "another language": answering(b"SSH-2.0-OpenSSH_9.9\r\n"),
    "a switch": answering(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
    "a header without name": answering(HEAD + b": a\r\n\r\n"),
    "a header that goes on": answering(HEAD + b" a\r\n\r\n"),
    "a blank in a name": answering(HEAD + b"A B: c\r\n\r\n"),
    "headers without end": answering(HEAD + b"X: " + b"a" * 200_000 + b"\r\n\r\n"),
    "nulls": answering(bytes(5000)),
    "no gzip": answering(HEAD + b"Content-Encoding: gzip\r\n\r\nhello"),
    "half a gzip": answering(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"hello" * 50)[:-9]),
    "a packing nobody asked for": answering(HEAD + b"Content-Encoding: br\r\n\r\nhello"),
    "two packings": answering(HEAD + b"Content-Encoding: gzip, gzip\r\n\r\nhello"),
}


@pytest.mark.parametrize("behave", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_understood_is_said_so(authority: Authority, behave: Behaviour) -> None:
    with a_bad_host(authority, behave) as host:
        assert refusal(host) is ErrorKind.ANSWER_BROKEN


# ---------------------------------------------------------------- not who they say


def speaks_no_tls(line: Line) -> None:
    line.send(HEAD + b"Content-Length: 2\r\n\r\nhi")


def hangs_up(line: Line) -> None:
    line.close()


@pytest.mark.parametrize("behave", [speaks_no_tls, hangs_up])
def test_a_host_without_tls_is_told_nothing(authority: Authority, behave: Behaviour) -> None:
    with a_bad_host(authority, behave) as host:
        assert refusal(host) in {ErrorKind.TLS_REFUSED, ErrorKind.HOST_SILENT}
        assert not host.questions


def of_another_name(authority: Authority) -> object:
    return authority.certify("example.net", "www.example.org", "xexample.org")


def of_the_past(authority: Authority) -> object:
    return authority.certify("example.org", past=True)


@pytest.mark.parametrize("certified", [of_another_name, of_the_past])
def test_a_certificate_that_proves_nothing_is_refused(
    authority: Authority, certified: Callable[[Authority], object]
) -> None:
    page = answering(HEAD + b"Content-Length: 2\r\n\r\nhi")
    with a_bad_host(authority, page, certificate=certified(authority)) as host:  # type: ignore[arg-type]
        assert refusal(host) is ErrorKind.TLS_REFUSED
        assert not host.questions
