import gzip
import os

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.unpacking import Unpacking


def unpacked(data: bytes, encoding: str, limit: int, piece: int = 1000) -> bytes:
    unpacking = Unpacking("example.org", encoding, limit)
    for start in range(0, len(data), piece):
        unpacking.feed(data[start : start + piece])
    return unpacking.end()


def refusal(data: bytes, encoding: str, limit: int) -> ErrorKind:
    with pytest.raises(NetworkError) as refused:
        unpacked(data, encoding, limit)
    return refused.value.kind


@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_a_body_comes_out_as_it_went_in(piece: int) -> None:
    body = os.urandom(500) + b"a" * 500
    assert unpacked(body, "", 1000, piece) == body
    assert unpacked(body, "Identity", 1000, piece) == body
    assert unpacked(gzip.compress(body), "gzip", 1000, piece) == body
    assert unpacked(gzip.compress(body[:400]) + gzip.compress(body[400:]), "x-gzip", 1000, piece) == body


def test_an_empty_body_is_empty_in_any_packing() -> None:
    assert unpacked(b"", "gzip", 10) == b""
    assert unpacked(gzip.compress(b""), "gzip", 10) == b""


def test_a_byte_too_many_is_too_large() -> None:
    assert unpacked(b"a" * 1000, "", 1000) == b"a" * 1000
    assert refusal(b"a" * 1001, "", 1000) is ErrorKind.ANSWER_TOO_LARGE
    assert refusal(gzip.compress(os.urandom(1001)), "gzip", 1000) is ErrorKind.ANSWER_TOO_LARGE


def test_a_bomb_is_given_up_at_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    unpacking = Unpacking("example.org", "gzip", 1_000_000)
    with pytest.raises(NetworkError) as refused:
        unpacking.feed(bomb)
    assert refused.value.kind is ErrorKind.ANSWER_TOO_LARGE


def test_a_ratio_no_page_has_is_given_up_before_the_limit() -> None:
    assert refusal(gzip.compress(bytes(900_000)), "gzip", 1_000_000) is ErrorKind.ANSWER_TOO_LARGE


def test_parts_without_content_do_not_go_on_for_ever() -> None:
    assert refusal(gzip.compress(b"") * 5000, "gzip", 1000) is ErrorKind.ANSWER_TOO_LARGE


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "compress", "\x00"])
def test_a_packing_that_was_not_asked_for_is_refused(encoding: str) -> None:
    assert refusal(b"", encoding, 10) is ErrorKind.ANSWER_BROKEN


BROKEN = {
    "without its end": gzip.compress(b"hello")[:-1],
    "a beginning": gzip.compress(b"hello")[:5],
    "none": b"hello",
    "something after it": gzip.compress(b"a") + b"x",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_packing_is_refused(data: bytes) -> None:
    assert refusal(data, "gzip", 100) is ErrorKind.ANSWER_BROKEN
