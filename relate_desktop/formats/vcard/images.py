"""What a picture says of itself in its first bytes; nothing here decodes a picture."""

import re
import struct
from dataclasses import dataclass

MAX_PIXELS = 20_000_000
MAX_BYTES = 10 << 20

_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"\x00\x00\x01\x00", "image/vnd.microsoft.icon"),
    (b"icns", "image/icns"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"-----BEGIN PGP", "application/pgp-keys"),
    (b"-----BEGIN CERT", "application/x-pem-file"),
)
_BRANDS = {b"avif": "image/avif", b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif"}
_SVG = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*+<(?:\w+:)?svg\b", re.DOTALL
)
_FRAME_MARKS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class ImageHeader:
    """A picture's type by content, and its size in pixels; 0 where the header does not tell."""

    media_type: str
    width: int
    height: int

    @property
    def can_be_shown(self) -> bool:
        """Whether the type is one that is ever decoded and the header makes sense."""
        return self.media_type in _SHOWN and self.width > 0 and self.height > 0


def sniffed_type(content: bytes) -> str | None:
    """The media type that the content itself proves, else None."""
    for magic, media_type in _MAGIC:
        if content.startswith(magic):
            return media_type
    if content[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(content[8:12])
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12])
    if content[:2] == b"BM" and len(content) > 26 and content[6:10] == b"\0\0\0\0":
        return "image/bmp"
    return "image/svg+xml" if _SVG.match(content[:4096]) else None


def image_header(content: bytes) -> ImageHeader | None:
    """The header of a picture by its content, never by its declared type; None for what is no picture."""
    media_type = sniffed_type(content)
    if media_type is None or not (media_type.startswith("image/") or media_type == "application/pdf"):
        return None
    reader = _SIZES.get(media_type)
    width, height = reader(content) if reader else (0, 0)
    return ImageHeader(media_type, width, height)


def is_too_large(content: bytes, header: ImageHeader) -> bool:
    """Whether showing the picture would cost too much memory: over 20 megapixels or 10 MB."""
    return len(content) > MAX_BYTES or header.width * header.height > MAX_PIXELS


def _png_size(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR" or len(content) < 24:
        return 0, 0
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _gif_size(content: bytes) -> tuple[int, int]:
    if len(content) < 10:
        return 0, 0
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height


def _webp_size(content: bytes) -> tuple[int, int]:
    if len(content) < 30:
        return 0, 0
    kind = content[12:16]
    if kind == b"VP8X":
        return (
            int.from_bytes(content[24:27], "little") + 1,
            int.from_bytes(content[27:30], "little") + 1,
        )
    if kind == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            return 0, 0
        mark = content[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark in _FRAME_MARKS:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        if mark in {0xD8, 0x01} or 0xD0 <= mark <= 0xD7:
            at += 2
            continue
        if mark in {0xD9, 0xDA}:
            return 0, 0
        at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return 0, 0


_SIZES = {
    "image/png": _png_size,
    "image/gif": _gif_size,
    "image/webp": _webp_size,
    "image/jpeg": _jpeg_size,
}
