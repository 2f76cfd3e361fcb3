"""Tooltips and menu texts that show exactly what they are given (safety: text from outside)."""

import textwrap

_WIDEST = 70
"""Letters of a line; Qt wraps marked-up tooltips alone."""
_JOINER = "\u2060"
"""Shows nothing and takes no room; behind a < it keeps Qt from taking what follows for markup."""


def tip(text: str) -> str:
    """Text for ``setToolTip``: plain, in lines, whatever it contains.

    Without markup, because assistive tools read a tooltip letter by letter where nothing else
    describes a control.
    """
    lines = text.replace("<", f"<{_JOINER}").splitlines()
    return "\n".join(textwrap.fill(line, _WIDEST, break_on_hyphens=False) for line in lines)


def menu_text(text: str) -> str:
    """Text for a ``QAction``, button or tab: an ampersand stays an ampersand."""
    return text.replace("&", "&&")


def plain_words(text: str) -> str:
    """What ``menu_text`` was given, for widgets that paint their own text."""
    return text.replace("&&", "&")
