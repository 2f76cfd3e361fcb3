"""Pictures that the user chooses for a person."""

import hashlib
from pathlib import Path

from relate_desktop.domain.draft import Media
from relate_desktop.domain.ids import MediaHash
from relate_desktop.formats.registry import open_input
from relate_desktop.formats.vcard.images import MAX_BYTES, sniffed_type


def picture_from(path: Path) -> Media:
    """The file as media, its type told by its content.

    At most one byte over ``MAX_BYTES`` is read; whether it can be shown is the window's to find
    out. Raises InputError for what is no file, is missing or cannot be read.
    """
    with open_input(path) as source:
        content = source.stream.read(MAX_BYTES + 1)
    media_type = sniffed_type(content) or "application/octet-stream"
    return Media(MediaHash(hashlib.sha256(content).hexdigest()), media_type, content)
