"""Numbers in the words of a command line."""

from argparse import ArgumentTypeError

from relate_desktop.words.translation import _


def positive(text: str) -> int:
    """A count of at least one; raises ArgumentTypeError, which the parser words."""
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(_("{text} is not a count").format(text=text))
    return int(text)


def operation_number(text: str) -> int:
    """The number of a change in History; raises ArgumentTypeError."""
    if not text.isascii() or not text.isdecimal():
        raise ArgumentTypeError(_("{text} is not the number of a change").format(text=text))
    return int(text)
