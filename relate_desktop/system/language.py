"""The language the machine is set to."""

import locale
import os

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken() -> str:
    """The locale of words, such as ``de_AT``; empty when nothing says it."""
    named = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    return named.partition(".")[0] or locale.getlocale()[0] or ""
