"""Circles: the marks by which people are sorted, kept as CATEGORIES (RFC 6350 section 6.7.1)."""

from collections.abc import Iterable

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.property import Property, join_items
from relate_desktop.domain.text import fold, squeezed

CATEGORIES = "CATEGORIES"
CIRCLE_HUES = (6, 2, 4, 5, 0, 7, 1, 3, 8, 9)
"""The avatar hues as circles take them, one after another: neighbours differ most."""
_LENGTH = len(CATEGORIES)


def circles_of(contact: Contact) -> tuple[str, ...]:
    """The circles the person is in, in order, each once whatever its case."""
    return circles_in(contact.properties)


def circles_in(properties: Iterable[Property]) -> tuple[str, ...]:
    """The circles these lines name, in order, each once whatever its case."""
    found: dict[str, str] = {}
    for item in properties:
        if len(item.name) == _LENGTH and item.name.upper() == CATEGORIES:
            for text in item.items:
                if name := squeezed(text):
                    found.setdefault(fold(name), name)
    return tuple(found.values())


def with_circle(contact: Contact, circle: str) -> Contact:
    """The contact in one more circle; the same contact when it is in it already."""
    name = squeezed(circle)
    if not name or fold(name) in {fold(known) for known in circles_of(contact)}:
        return contact
    line = next((item for item in contact.all(CATEGORIES)), None)
    if line is None:
        return contact.added(Property(CATEGORIES, join_items((name,))))
    value = f"{line.value},{join_items((name,))}" if line.value.strip() else join_items((name,))
    return contact.replaced(line, line.with_value(value))


def without_circle(contact: Contact, circle: str) -> Contact:
    """The contact out of the circle; a line that names no other circle leaves with it."""
    wanted = fold(squeezed(circle))
    for line in contact.all(CATEGORIES):
        kept = [text for text in line.items if fold(squeezed(text)) != wanted]
        if len(kept) == len(line.items):
            continue
        if any(text.strip() for text in kept):
            contact = contact.replaced(line, line.with_value(join_items(kept)))
        else:
            contact = contact.without(line)
    return contact


def with_circles(contact: Contact, circles: Iterable[str]) -> Contact:
    """The contact in exactly these circles, touching only the lines that must change."""
    wanted = {fold(squeezed(name)): name for name in circles if name.strip()}
    for name in circles_of(contact):
        if fold(name) not in wanted:
            contact = without_circle(contact, name)
    for name in wanted.values():
        contact = with_circle(contact, name)
    return contact
