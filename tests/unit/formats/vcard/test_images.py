"""What pictures say of themselves, true or not."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard.images import ImageHeader, image_header, is_too_large, sniffed_type

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 30_000, 20_000) + bytes(9)
GIF = b"GIF89a" + struct.pack("<HH", 40, 30) + bytes(3)
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
    + bytes(9)
    + b"\xff\xff\xc0\x00\x11\x08"
    + struct.pack(">HH", 600, 800)
)
VP8X = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + bytes(4) + b"\x0f\x00\x00" + b"\x07\x00\x00"
VP8L = (
    b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + ((99 << 14) | 49).to_bytes(4, "little") + bytes(9)
)
VP8 = b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 20, 10)


@pytest.mark.parametrize(
    ("content", "header"),
    [
        (PNG, ImageHeader("image/png", 30_000, 20_000)),
        (GIF, ImageHeader("image/gif", 40, 30)),
        (JPEG, ImageHeader("image/jpeg", 800, 600)),
        (VP8X, ImageHeader("image/webp", 16, 8)),
        (VP8L, ImageHeader("image/webp", 50, 100)),
        (VP8, ImageHeader("image/webp", 20, 10)),
    ],
)
def test_size_is_read_from_the_header(content: bytes, header: ImageHeader) -> None:
    assert image_header(content) == header
    assert header.can_be_shown


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"<svg xmlns='x'/>", "image/svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><!DOCTYPE svg>\n<svg/>", "image/svg+xml"),
        (b"%PDF-1.7", "application/pdf"),
        (b"\x00\x00\x01\x00\x01\x00", "image/vnd.microsoft.icon"),
        (b"icns\x00", "image/icns"),
        (b"II*\x00", "image/tiff"),
        (b"\x00\x00\x00\x20ftypheic", "image/heic"),
        (b"BM\x00\x00\x00\x00\x00\x00\x00\x00" + bytes(20), "image/bmp"),
    ],
)
def test_other_pictures_are_known_and_never_shown(content: bytes, media_type: str) -> None:
    header = image_header(content)
    assert header is not None
    assert header.media_type == media_type
    assert not header.can_be_shown


def test_what_is_no_picture_has_no_header() -> None:
    assert image_header(b"hello") is None
    assert image_header(b"") is None
    assert sniffed_type(b"-----BEGIN PGP PUBLIC KEY BLOCK") == "application/pgp-keys"
    assert image_header(b"OggS") is None


@pytest.mark.parametrize(
    "content", [PNG[:20], GIF[:7], JPEG[:20], VP8X[:25], b"\xff\xd8\xff\xda" + bytes(20)]
)
def test_header_that_is_cut_is_not_shown(content: bytes) -> None:
    header = image_header(content)
    assert header is not None
    assert not header.can_be_shown


def test_picture_of_no_size_is_not_shown() -> None:
    assert not ImageHeader("image/gif", 0, 5).can_be_shown


def test_large_pictures_are_too_large() -> None:
    small = ImageHeader("image/gif", 40, 30)
    assert is_too_large(PNG, ImageHeader("image/png", 30_000, 20_000))
    assert is_too_large(bytes((10 << 20) + 1), small)
    assert not is_too_large(GIF, small)


def test_comments_before_svg_end_soon() -> None:
    assert sniffed_type(b"<!---->" * 500 + b"<sv") is None


@given(st.sampled_from([PNG, GIF, JPEG, VP8, VP8L, VP8X, b""]), st.binary(max_size=60), st.integers(0, 40))
def test_no_bytes_raise(start: bytes, rest: bytes, cut: int) -> None:
    image_header(start[:cut] + rest)
