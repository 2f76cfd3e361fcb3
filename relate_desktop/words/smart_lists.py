"""Smart lists in words."""

from collections.abc import Sequence

from relate_desktop.domain.saved_search import SavedSearch
from relate_desktop.domain.text import isolate, visible
from relate_desktop.words.translation import _, ngettext

LONGEST = 60
"""Characters of a list's name in a row or a sentence."""


def list_row(name: str, count: int) -> str:
    """A smart list as a row says it to assistive tools: ``Quiet clients, 18 people``."""
    words = ngettext("{list}, {count} person", "{list}, {count} people", count)
    return words.format(list=visible(name, LONGEST), count=f"{count:,}")


def lists_that_stay(lists: Sequence[SavedSearch]) -> str:
    """Said before people are erased whom smart lists name; nothing where none does."""
    if not lists:
        return ""
    said = ngettext(
        "The smart list {lists} names them and stays. Change or remove it yourself; what it asked for "
        "before stays in History.",
        "The smart lists {lists} name them and stay. Change or remove them yourself; what they asked for "
        "before stays in History.",
        len(lists),
    )
    return said.format(lists=", ".join(isolate(visible(one.name, LONGEST)) for one in lists))


def list_there() -> str:
    """Said beside a name that another list has."""
    return _("There is a smart list called so already.")
