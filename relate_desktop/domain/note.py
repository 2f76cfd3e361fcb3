"""What is worth remembering, as the card's own notes (RFC 6350 section 6.7.2)."""

from collections.abc import Sequence

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.revaluing import retold

NOTE = "NOTE"


def notes_of(contact: Contact) -> tuple[str, ...]:
    """The notes in order, blank ones left out; line ends are ``\\n``."""
    return tuple(text for item in contact.all(NOTE) if (text := item.text.strip()))


def with_notes(contact: Contact, notes: Sequence[str]) -> Contact:
    """The contact with exactly these notes; lines whose note stays are not touched."""
    wanted = [note.strip() for note in notes if note.strip()]
    lines = [item for item in contact.all(NOTE) if item.text.strip()]
    free = list(wanted)
    changing: list[Property] = []
    for item in lines:
        if item.text.strip() in free:
            free.remove(item.text.strip())
        else:
            changing.append(item)
    for item in changing:
        contact = contact.replaced(item, retold(item, free.pop(0))) if free else contact.without(item)
    return contact.added(*(Property(NOTE, escape(note)) for note in free))
