"""A person's picture (RFC 6350 section 6.2.4), kept by the hash of its content."""

from dataclasses import replace

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_parameter, with_type, without_types
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.lines import rank
from relate_desktop.domain.property import MEDIA_PREFIX, Property
from relate_desktop.domain.revaluing import IMAGE_WORDS

PHOTO = "PHOTO"

_OF_THE_OLD = ("X-ABCROP-RECTANGLE", "DERIVED")
"""What Apple cut out of the very picture, and that a program made it."""


def photo_of(contact: Contact) -> Property | None:
    """The picture to show: the preferred embedded one, else the first; None without one."""
    embedded = [item for item in contact.all(PHOTO) if item.media is not None]
    return min(embedded, key=rank, default=None)


def with_photo(contact: Contact, content: MediaHash, media_type: str) -> Contact:
    """The contact with this picture in place of the one shown.

    ``media_type`` is such as ``image/png``. The content itself must already be in the book.
    """
    old = photo_of(contact)
    if old is not None and old.media == content:
        return contact
    value = MEDIA_PREFIX + content
    if old is None:
        return contact.added(Property(PHOTO, value))
    return contact.replaced(old, replace(_retyped(old, media_type), value=value))


def without_photo(contact: Contact) -> Contact:
    """The contact without any picture, remote ones included."""
    for item in contact.all(PHOTO):
        contact = contact.without(item)
    return contact


def _retyped(line: Property, media_type: str) -> Property:
    """The line with its type of picture told anew, in the way it tells it; untold stays untold."""
    for name in _OF_THE_OLD:
        line = with_parameter(line, name)
    if line.parameter("MEDIATYPE"):
        line = with_parameter(line, "MEDIATYPE", media_type)
    if IMAGE_WORDS.isdisjoint(line.types):
        return line
    word = media_type.rpartition("/")[2]
    return without_types(with_type(line, word.upper()), IMAGE_WORDS - {word})
