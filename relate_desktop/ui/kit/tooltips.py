"""Tooltips and menu texts that show exactly what they are given (safety: text from outside)."""

import html

_A_FEW = 60
"""Letters that need no wrapping."""


def tip(text: str) -> str:
    """Text for ``setToolTip``: plain, wrapped, whatever it contains.

    Escaping alone is not enough: what Qt does not take for rich text would show the entities.
    A few harmless words go as they are, because assistive tools read a tooltip letter by letter.
    """
    if len(text) <= _A_FEW and "<" not in text:
        return text
    return f"<qt>{html.escape(text)}</qt>"


def menu_text(text: str) -> str:
    """Text for a ``QAction``, button or tab: an ampersand stays an ampersand."""
    return text.replace("&", "&&")


def plain_words(text: str) -> str:
    """What ``menu_text`` was given, for widgets that paint their own text."""
    return text.replace("&&", "&")
