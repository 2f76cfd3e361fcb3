"""Finds the words of the user's language; the sentences in the code are the English ones.

``_``, ``ngettext`` and ``pgettext`` look up whatever catalogue is in use when they are called,
so sentences must be asked for when they are shown, never kept in module constants.
"""

import gettext as _gettext
from collections.abc import Sequence
from pathlib import Path

DOMAIN = "relate"


class _Current:
    """The catalogue in use; the only state of this floor."""

    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(folder: Path, languages: Sequence[str] | None = None) -> None:
    """Takes the first of the languages that has a catalogue below the folder, else English.

    Without languages the environment's ``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` decide.
    """
    _Current.catalogue = _gettext.translation(DOMAIN, folder, languages, fallback=True)


def gettext(message: str) -> str:
    """The message in the user's language."""
    return _Current.catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the mark that translators' tools look for
    """The message as it is: marked here, put into the user's language when it is said."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that fits the count."""
    return _Current.catalogue.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message in the user's language, where the same English word means several things."""
    return _Current.catalogue.pgettext(context, message)


_ = gettext
