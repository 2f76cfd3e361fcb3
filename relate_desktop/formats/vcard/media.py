"""Embedded pictures, sounds and keys: base64 out of a card and exactly back into it."""

import binascii
import hashlib
import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from relate_desktop.domain.draft import Media, MediaSpan
from relate_desktop.domain.ids import MediaHash
from relate_desktop.formats.vcard.images import sniffed_type

PERCENT_LIMIT = 1 << 20
"""The longest percent-encoded content that is decoded, in bytes; pictures come in base64."""

_DATA_URI = re.compile(rb"\s*data:([^,\\]{0,400})\\?,", re.IGNORECASE)
_REMOTE = re.compile(rb"\s*(?:https?|ftps?|file|cid|content-id|smb)\\?:", re.IGNORECASE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
_LINE_END = re.compile(rb"[\r\n]")
_FOLD = re.compile(rb"[\r\n \t]+")
_UNINDENTED = re.compile(rb"[A-Za-z0-9+/=]++[ \t]*+(?:\r{0,4}\n|\r|\Z)")
_DECLARED = {
    "JPEG": "image/jpeg",
    "JPG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
    "WAVE": "audio/wav",
    "OGG": "audio/ogg",
    "PCM": "audio/L16",
    "BASIC": "audio/basic",
    "MP3": "audio/mpeg",
    "AAC": "audio/aac",
    "PGP": "application/pgp-keys",
    "X509": "application/pkix-cert",
}


@dataclass(frozen=True, slots=True)
class Embedded:
    """Decoded content and where its base64 text stands in the card, if it can be rebuilt from it."""

    media: Media
    span: MediaSpan | None
    damaged: bool


def is_remote(value: bytes) -> bool:
    """Whether the value is the address of something elsewhere, which is never fetched."""
    return _REMOTE.match(value) is not None


def is_data_uri(value: bytes) -> bool:
    """Whether the value is a ``data:`` URI (RFC 2397)."""
    return _DATA_URI.match(value) is not None


def unindented_end(raw: bytes, start: int, end: int) -> int:
    """Where base64 lines that begin at ``start`` without indentation end; ``start`` if there are none."""
    while found := _UNINDENTED.match(raw, start, end):
        start = found.end()
    return start


def looks_like_base64_picture(value: bytes) -> bool:
    """Whether a value that is declared as nothing is nevertheless a picture in base64."""
    return _BASE64.fullmatch(value) is not None and sniffed_type(_decoded(value[:64])) is not None


def embedded(raw: bytes, start: int, end: int, words: frozenset[str], declared: str) -> Embedded | None:
    """The base64 value in ``raw[start:end]``; None when there is nothing in it.

    ``words`` are the property's types in upper case, ``declared`` its media type or "".
    """
    first = _skip(raw, start, end)
    last = _skip_back(raw, first, end)
    text = raw[first:last]
    content = _decoded(text)
    if not content:
        return None
    exact = binascii.b2a_base64(content, newline=False)
    media = _media(content, words, declared)
    return Embedded(media, _span(first, text, exact, media.hash), _is_damaged(text, exact))


def embedded_data_uri(raw: bytes, start: int, end: int) -> Embedded | None:
    """The ``data:`` URI in ``raw[start:end]``; None when there is nothing in it."""
    # A fold may stand within the head, so the comma is looked for in the raw bytes.
    comma = raw.find(b",", start, min(end, start + 500))
    if comma < 0:
        return None
    head = re.sub(rb"[\s\\]", b"", raw[start:comma])[len(b"data:") :]
    declared, *attributes = head.decode("ascii", "replace").lower().split(";")
    if "base64" in attributes or declared == "base64":
        return embedded(raw, comma + 1, end, frozenset(), declared if "/" in declared else "")
    if end - comma > PERCENT_LIMIT:
        return None
    content = unquote_to_bytes(re.sub(rb"[\r\n]+[ \t]", b"", raw[comma + 1 : end]))
    return Embedded(_media(content, frozenset(), declared), None, damaged=False) if content else None


def rebuilt(content: bytes, span: MediaSpan) -> bytes:
    """The stretch of the card that ``span`` was cut from, made again from the content."""
    text = binascii.b2a_base64(content, newline=False)
    return _folded(text, span.first_width, span.width, span.fold)


def _span(start: int, text: bytes, exact: bytes, digest: MediaHash) -> MediaSpan | None:
    broken = _LINE_END.search(text)
    if broken is None:
        return MediaSpan(start, len(text), digest, len(text), 0, b"") if text == exact else None
    first_width = broken.start()
    fold_found = _FOLD.match(text, first_width)
    fold = fold_found.group() if fold_found else b""
    second = first_width + len(fold)
    next_break = _LINE_END.search(text, second)
    width = (next_break.start() if next_break else len(text)) - second
    if width <= 0 or _folded(exact, first_width, width, fold) != text:
        return None
    return MediaSpan(start, len(text), digest, first_width, width, fold)


def _folded(text: bytes, first_width: int, width: int, fold: bytes) -> bytes:
    if not fold:
        return text
    lines = [text[:first_width]]
    lines.extend(text[at : at + width] for at in range(first_width, len(text), width))
    return fold.join(lines)


def _media(content: bytes, words: frozenset[str], declared: str) -> Media:
    digest = MediaHash(hashlib.sha256(content).hexdigest())
    media_type = sniffed_type(content) or declared
    if not media_type:
        known = (_DECLARED[word] for word in sorted(words) if word in _DECLARED)
        media_type = next(known, "application/octet-stream")
    return Media(digest, media_type, content)


def _decoded(text: bytes) -> bytes:
    try:
        return binascii.a2b_base64(text)
    except binascii.Error:
        # Padding is missing or a character too many: what is whole is decoded.
        clean = re.sub(rb"[^A-Za-z0-9+/]", b"", text)
        whole = len(clean) - (1 if len(clean) % 4 == 1 else 0)
        return binascii.a2b_base64(clean[:whole] + b"=" * (-whole % 4))


def _is_damaged(text: bytes, exact: bytes) -> bool:
    if len(text) == len(exact) and text == exact:
        return False
    clean = text.translate(None, b" \t\r\n")
    return clean.rstrip(b"=") != exact.rstrip(b"=")


def _skip(raw: bytes, start: int, end: int) -> int:
    while start < end and raw[start] in b" \t\r\n":
        start += 1
    return start


def _skip_back(raw: bytes, start: int, end: int) -> int:
    while end > start and raw[end - 1] in b" \t\r\n":
        end -= 1
    return end
