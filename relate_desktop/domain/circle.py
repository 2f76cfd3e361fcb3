"""Circles: the marks by which people are sorted, kept as CATEGORIES (RFC 6350 section 6.7.1)."""

from collections.abc import Iterable, Mapping

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.property import Property, join_items
from relate_desktop.domain.text import fold, squeezed

CATEGORIES = "CATEGORIES"
CIRCLE_HUES = (6, 2, 4, 5, 0, 7, 1, 3, 8, 9)
"""The avatar hues as circles take them, one after another: neighbours differ most."""
LONGEST_CIRCLE = 200
"""Characters of a circle's name that may be typed; cards may bring longer ones."""
_LENGTH = len(CATEGORIES)


def circles_of(contact: Contact) -> tuple[str, ...]:
    """The circles the person is in, in order, each once whatever its case."""
    return circles_in(contact.properties)


def circles_in(properties: Iterable[Property]) -> tuple[str, ...]:
    """The circles these lines name, in order, each once whatever its case."""
    return tuple(folded_circles(properties).values())


def folded_circles(properties: Iterable[Property]) -> dict[str, str]:
    """The circles these lines name, in order, by their folded names."""
    found: dict[str, str] = {}
    for item in properties:
        if len(item.name) == _LENGTH and item.name.upper() == CATEGORIES:
            for text in item.items:
                if name := squeezed(text):
                    found.setdefault(fold(name), name)
    return found


def with_circle(contact: Contact, circle: str) -> Contact:
    """The contact in one more circle; the same contact when it is in it already."""
    name = squeezed(circle)
    if not name or fold(name) in folded_circles(contact.properties):
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
        contact = _with_items(contact, line, kept)
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


def with_renamed(contact: Contact, renamed: Mapping[str, str]) -> Contact:
    """The contact with circles under their new names, each in its place and once.

    ``renamed`` goes from the folded old name to the new one.
    """
    seen = folded_circles(contact.properties).keys() - renamed.keys()
    for line in contact.all(CATEGORIES):
        texts = list(line.items)
        kept: list[str] = []
        for text in texts:
            name = renamed.get(fold(squeezed(text)))
            if name is None:
                kept.append(text)
            elif fold(name) not in seen:
                seen.add(fold(name))
                kept.append(name)
        if kept != texts:
            contact = _with_items(contact, line, kept)
    return contact


def in_order(circles: Iterable[CircleSummary]) -> list[CircleSummary]:
    """The circles as the user put them, then the others by name."""
    return sorted(
        circles,
        key=lambda one: (one.place is None, one.place or 0, one.name.casefold(), one.name),
    )


def _with_items(contact: Contact, line: Property, texts: list[str]) -> Contact:
    """The contact with a line naming these circles; a line that names none leaves."""
    if any(text.strip() for text in texts):
        return contact.replaced(line, line.with_value(join_items(texts)))
    return contact.without(line)
