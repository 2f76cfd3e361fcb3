"""Builders for what the writers are given and answer."""

from collections.abc import Sequence
from hashlib import sha256

from relate_desktop.domain.draft import Media
from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.formats.vcard.write import write_card

PICTURE = b"\xff\xd8\xff\xe0" + bytes(range(200))


def a_property(head: str, value: str) -> Property:
    """``item1.TEL;TYPE=HOME,CELL;WORK`` and a canonical value; no quoting."""
    name, *parameters = head.split(";")
    group, _, plain = name.rpartition(".")
    return Property(plain, value, tuple(_parameter(one) for one in parameters), group or None)


def _parameter(text: str) -> Parameter:
    name, given, values = text.partition("=")
    return Parameter(name, tuple(values.split(","))) if given else Parameter(None, (name,))


def a_picture(content: bytes = PICTURE, media_type: str = "image/jpeg") -> Media:
    return Media(MediaHash(sha256(content).hexdigest()), media_type, content)


class MediaShelf:
    """Embedded content by its hash."""

    def __init__(self, *media: Media) -> None:
        self._media = {one.hash: one for one in media}

    def __call__(self, wanted: MediaHash) -> Media:
        return self._media[wanted]


NAMED = (a_property("N", "Doe;Jo;;;"), a_property("FN", "Jo Doe"))


def written(version: str, *items: Property, media: Sequence[Media] = ()) -> list[str]:
    """The unfolded lines that a named contact with these properties gets besides its frame and names."""
    card, _ = write_card((*NAMED, *items), version, MediaShelf(*media))
    lines = card.decode().replace("\r\n ", "").split("\r\n")
    return [
        line for line in lines if line and not line.startswith(("BEGIN:", "END:", "VERSION:", "N:", "FN:"))
    ]


def losses(version: str, *items: Property) -> list[LossKind]:
    """The kinds of what a version cannot say of these properties."""
    return [loss.kind for loss in all_losses(version, *items)]


def all_losses(version: str, *items: Property) -> tuple[Loss, ...]:
    return write_card((*NAMED, *items), version, MediaShelf())[1]
