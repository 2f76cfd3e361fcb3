"""Circles in words: their colours, how many are in them, what is done with them."""

from relate_desktop.domain.text import isolate, visible
from relate_desktop.words.translation import _, ngettext

LONGEST = 60
"""Characters of a circle's name in a sentence."""


def colour_name(hue: int) -> str:
    """One of the ten colours; a colour is never said by its look alone."""
    return (
        _("Fern"),
        _("Lagoon"),
        _("Sky"),
        _("Iris"),
        _("Plum"),
        _("Rose"),
        _("Clay"),
        _("Marigold"),
        _("Olive"),
        _("Slate"),
    )[hue]


def circle_row(name: str, count: int) -> str:
    """A circle as a row says it to assistive tools: ``Clients, 18 people``."""
    words = ngettext("{circle}, {count} person", "{circle}, {count} people", count)
    return words.format(circle=visible(name, LONGEST), count=f"{count:,}")


def circle_called(name: str) -> str:
    """A circle's name inside a sentence."""
    return isolate(visible(name, LONGEST))
