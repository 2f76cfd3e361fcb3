"""Smart lists in words."""

from relate_desktop.domain.text import visible
from relate_desktop.words.translation import _, ngettext

LONGEST = 60
"""Characters of a list's name in a row or a sentence."""


def list_row(name: str, count: int) -> str:
    """A smart list as a row says it to assistive tools: ``Quiet clients, 18 people``."""
    words = ngettext("{list}, {count} person", "{list}, {count} people", count)
    return words.format(list=visible(name, LONGEST), count=f"{count:,}")


def list_there() -> str:
    """Said beside a name that another list has."""
    return _("There is a smart list called so already.")
