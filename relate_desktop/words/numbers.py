"""Numbers and lists inside sentences."""

from collections.abc import Sequence

from relate_desktop.domain.text import FIRST_STRONG_ISOLATE
from relate_desktop.words.translation import _, ngettext

_LIMIT = 12


def count_words(count: int) -> str:
    """A count inside a sentence: in words up to twelve, then in digits with thousands apart."""
    if 0 <= count <= _LIMIT:
        return _words()[count]
    return f"{count:,}"


def people(count: int) -> str:
    """How many people, for a sentence: ``one person``, ``190 people``."""
    return ngettext("{count} person", "{count} people", count).format(count=count_words(count))


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    start = 1 if text.startswith(FIRST_STRONG_ISOLATE) else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def listed(items: Sequence[str]) -> str:
    """Several things in a row: ``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return _("{several} and {last}").format(several=", ".join(items[:-1]), last=items[-1])


def _words() -> tuple[str, ...]:
    return (
        _("no"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
