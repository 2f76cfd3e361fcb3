"""Property values reduced to what two spellings of the same thing have in common."""

import re

from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import digits, squeezed
from relate_desktop.domain.vocabulary import BOOKKEEPING, ValueShape, value_shape

_UNEVEN = re.compile(r"\\|[^\S ]|  |[;,] | [;,]|\A | \Z")
"""Escapes and white space that need a closer look."""

Essence = tuple[str, str]
"""A property's name in upper case and its value reduced to what it says."""


def significant(item: Property) -> Essence | None:
    """What the line says of the person; None for what only speaks of the card, and for nothing."""
    if item.key in BOOKKEEPING:
        return None
    found = essence(item)
    return found if found[1] else None


def essence(item: Property) -> Essence:
    """What the line says: folding, escaping, trailing separators and date spelling do not count."""
    key = item.key
    if key == "TEL":
        return (key, digits(item.value) or squeezed(item.value))
    if key == "EMAIL":
        return (key, item.text.strip().casefold().removeprefix("mailto:"))
    shape = value_shape(key)
    if shape is ValueShape.TEXT:
        return (key, squeezed(item.text))
    if shape is ValueShape.STRUCTURED or shape is ValueShape.LIST:
        return (key, _separated(item))
    if shape is ValueShape.DATE:
        day = PartialDate.parse(item.text, item.parameters)
        return (key, day.iso() if day else squeezed(item.text))
    return (key, item.value.strip())


def _separated(item: Property) -> str:
    """Components and their words, separated by what no text holds."""
    if _UNEVEN.search(item.value) is None:
        return item.value.rstrip(";,").replace(",", "\x1e").replace(";", "\x1f")
    parts = ("\x1e".join(squeezed(word) for word in part) for part in item.components)
    return "\x1f".join(parts).rstrip("\x1e\x1f")
