"""Numbers, days and texts in the words of a command line."""

from argparse import ArgumentTypeError
from datetime import date

from relate_desktop.words.translation import _

_MOST = 1_000_000_000
_LONGEST = 18


def positive(text: str) -> int:
    """A count of at least one; raises ArgumentTypeError, which the parser words."""
    if not _is_number(text) or not text.strip("0"):
        raise ArgumentTypeError(_("{text} is not a count").format(text=text))
    return min(int(text[:_LONGEST]), _MOST)


def operation_number(text: str) -> int:
    """The number of a change in History; raises ArgumentTypeError."""
    if not _is_number(text) or len(text) > _LONGEST:
        raise ArgumentTypeError(_("{text} is not the number of a change").format(text=text))
    return int(text)


def past_day(text: str) -> date:
    """A day such as 2026-03-14; raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ArgumentTypeError(_("{text} is not a day such as 2026-03-14").format(text=text)) from None


def plain_text(text: str) -> str:
    """A text that can be kept: one whose bytes were no UTF-8 raises ArgumentTypeError."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError(_("{text} has bytes that are not UTF-8").format(text=text)) from None
    return text


def search_text(text: str) -> str:
    """What people are searched by; one that asks nothing, as of a variable nobody set, is refused.

    Raises ArgumentTypeError, so that nobody takes a book of nobody for the whole of it.
    """
    from relate_desktop.domain.query import Everybody
    from relate_desktop.domain.query_text import parse

    if isinstance(parse(plain_text(text)), Everybody):
        raise ArgumentTypeError(_("the search is empty; say whom, or leave it out for everybody"))
    return text


def folder_name(text: str) -> str:
    """A folder's name; an empty one, as of a variable nobody set, raises ArgumentTypeError."""
    if not text.strip():
        raise ArgumentTypeError(_("a folder is missing"))
    return text


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
