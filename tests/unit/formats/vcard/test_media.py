"""Base64 out of a card and exactly back into it."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard.media import (
    Embedded,
    embedded,
    embedded_data_uri,
    is_data_uri,
    is_remote,
    looks_like_base64_picture,
    rebuilt,
    unindented_end,
)

GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def of(value: bytes, words: frozenset[str] = frozenset(), declared: str = "") -> Embedded:
    found = embedded(value, 0, len(value), words, declared)
    assert found is not None
    return found


@given(
    st.binary(min_size=1, max_size=400),
    st.integers(1, 80),
    st.integers(1, 80),
    st.sampled_from([b"\r\n ", b"\n", b"\r\n\t", b"\r"]),
)
def test_folded_base64_is_rebuilt_exactly(content: bytes, first: int, width: int, fold: bytes) -> None:
    text = base64.b64encode(content)
    lines = [text[:first], *(text[at : at + width] for at in range(first, len(text), width))]
    value = b"  " + fold.join(lines) + b"\r\n"
    found = of(value)
    assert found.media.content == content
    assert found.media.hash == hashlib.sha256(content).hexdigest()
    assert not found.damaged
    assert found.span is not None
    stretch = value[found.span.start : found.span.start + found.span.length]
    assert rebuilt(content, found.span) == stretch == value.strip()


@pytest.mark.parametrize(
    "value",
    [
        b"QUJD",
        b"QU JD",
        b"QUJD\r\n RE\r\n VG",
        b"QUI",
        b"QUJDR",
        b"QUJD=",
        b"QU!JD",
        b"QUJD\r\n\r\n REVG",
        b"QUJ\nREV\n  G",
    ],
)
def test_span_is_exact_or_absent(value: bytes) -> None:
    found = of(value)
    if found.span is not None:
        start, length = found.span.start, found.span.length
        assert rebuilt(found.media.content, found.span) == value[start : start + length]


def test_missing_padding_is_no_damage_but_cannot_be_rebuilt() -> None:
    found = of(b"QUI")
    assert (found.media.content, found.damaged, found.span) == (b"AB", False, None)


def test_damage_is_noticed() -> None:
    assert of(b"QUJD?REVG").damaged
    assert of(b"QUJDR").damaged
    assert embedded(b" \r\n", 0, 3, frozenset(), "") is None
    assert embedded(b"?!", 0, 2, frozenset(), "") is None


def test_media_type_is_by_content_then_as_declared_then_by_word() -> None:
    assert of(base64.b64encode(GIF), frozenset({"JPEG"}), "image/png").media.media_type == "image/gif"
    assert of(b"QUJD", frozenset({"JPEG"}), "image/x").media.media_type == "image/x"
    assert of(b"QUJD", frozenset({"HOME", "X509"})).media.media_type == "application/pkix-cert"
    assert of(b"QUJD").media.media_type == "application/octet-stream"


@pytest.mark.parametrize(
    ("value", "content", "media_type"),
    [
        (b"data:image/x;base64,QUJD", b"ABC", "image/x"),
        (b"DATA:image/x;charset=y;BASE64,QUJD", b"ABC", "image/x"),
        (b"data:image/x;base64\\,QUJD", b"ABC", "image/x"),
        (b"data:base64\\,QUJD", b"ABC", "application/octet-stream"),
        (b"data:ima\r\n ge/x;base64,QU\r\n JD", b"ABC", "image/x"),
        (b"data:text/x,A%42C", b"ABC", "text/x"),
    ],
)
def test_data_uris_are_decoded(value: bytes, content: bytes, media_type: str) -> None:
    assert is_data_uri(value)
    found = embedded_data_uri(value, 0, len(value))
    assert found is not None
    assert (found.media.content, found.media.media_type) == (content, media_type)


def test_data_uri_without_content_is_none() -> None:
    assert embedded_data_uri(b"data:x", 0, 6) is None
    assert embedded_data_uri(b"data:,", 0, 6) is None
    assert embedded_data_uri(b"data:," + b"a" * (2 << 20), 0, (2 << 20) + 6) is None


def test_addresses_elsewhere_are_remote() -> None:
    assert all(map(is_remote, (b"http://x", b"HTTPS://x", b"http\\://x", b"file:///x", b"cid:x", b"ftp://x")))
    assert not any(map(is_remote, (b"QUJD", b"data:,x", b"urn:uuid:x")))


def test_lines_without_indentation_end_at_a_colon_or_an_empty_line() -> None:
    assert unindented_end(b"QUJD\r\nREVG\r\nTEL:1\r\n", 0, 19) == 12
    assert unindented_end(b"QUJD\n\nREVG\n", 0, 11) == 5
    assert unindented_end(b"TEL:1\n", 0, 6) == 0


def test_undeclared_base64_counts_only_where_it_is_a_picture() -> None:
    assert looks_like_base64_picture(base64.b64encode(GIF))
    assert not looks_like_base64_picture(base64.b64encode(b"just some text that is long enough"))
    assert not looks_like_base64_picture(b"http://example.com/picture.gif")


@given(st.binary(max_size=200))
def test_no_bytes_raise(value: bytes) -> None:
    embedded(value, 0, len(value), frozenset(), "")
    embedded_data_uri(value, 0, len(value))
