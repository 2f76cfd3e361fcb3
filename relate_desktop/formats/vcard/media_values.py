"""Embedded pictures, sounds and keys as each version carries them."""

import base64
import re
from collections.abc import Callable

from relate_desktop.domain.draft import Media
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.value_kinds import may_embed

MediaSource = Callable[[MediaHash], Media]
"""Answers embedded content by its hash; raises LookupError when it is not there."""

_HASH = re.compile(r"[0-9a-f]{64}")
_TYPE_WORDS = {
    "image/jpeg": "JPEG",
    "image/svg+xml": "SVG",
    "application/pgp-keys": "PGP",
    "application/pgp-encrypted": "PGP",
    "application/pkix-cert": "X509",
    "application/x-x509-ca-cert": "X509",
    "application/x-x509-user-cert": "X509",
}
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")
_FORMATS = (
    "JPEG JPG PNG GIF BMP TIFF TIF WEBP SVG HEIC HEIF AVIF ICO PICT CGM WMF PMB PS PDF MPEG MPEG2 MET QTIME "
    "AVI DIB WAVE WAV BASIC AIFF PCM MP3 OGG X509 PGP VND.MICROSOFT.ICON X-ICON SVG+XML"
)
FORMAT_WORDS = frozenset(_FORMATS.split())
"""TYPE words that name a media format rather than a use."""


def embedded_hash(item: Property) -> MediaHash | None:
    """The hash of the property's embedded content, None where it has none.

    A text that merely looks like a reference stays a text.
    """
    found = item.media
    if found is None or _HASH.fullmatch(found) is None:
        return None
    return found if may_embed(item) else None


def base64_text(media: Media) -> str:
    """The content in base64, in one piece."""
    return base64.b64encode(media.content).decode("ascii")


def data_uri(media: Media) -> str:
    """The content as a ``data:`` URI (RFC 2397)."""
    return f"data:{media_type(media)};base64,{base64_text(media)}"


def media_type(media: Media) -> str:
    """The media type, octet-stream where none that is legal is known."""
    known = _MEDIA_TYPE.fullmatch(media.media_type) is not None
    return media.media_type if known else "application/octet-stream"


def type_word(media: Media) -> str | None:
    """The vCard 3.0 TYPE word for the content's format, None where there is none."""
    declared = media_type(media).lower()
    if declared in _TYPE_WORDS:
        return _TYPE_WORDS[declared]
    family, _, name = declared.partition("/")
    return name.upper() if family in {"image", "audio", "video"} else None
