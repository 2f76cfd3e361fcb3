"""Tooltips and menu texts that show exactly what they are given (safety: text from outside)."""

import html


def tip(text: str) -> str:
    """Text for ``setToolTip``: plain, wrapped, whatever it contains.

    Escaping alone is not enough: what Qt does not take for rich text would show the entities.
    """
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def menu_text(text: str) -> str:
    """Text for a ``QAction``, button or tab: an ampersand stays an ampersand."""
    return text.replace("&", "&&")


def plain_words(text: str) -> str:
    """What ``menu_text`` was given, for widgets that paint their own text."""
    return text.replace("&&", "&")
