"""How the value of each property is spelled in a card: what its separators and escapes mean."""

from enum import Enum

from relate_desktop.domain.vocabulary import ValueShape, value_shape


class Spelling(Enum):
    """How a value is spelled in a card."""

    TEXT = "text"
    """One text: commas and semicolons stand for themselves."""
    LIST = "list"
    """Texts between commas."""
    STRUCTURE = "structure"
    """Texts between semicolons; a comma stands for itself."""
    LISTS = "lists"
    """Lists between semicolons; in vCard 2.1 a comma stands for itself."""
    PLAIN = "plain"
    """A URI, a date or embedded media: no escapes, but ``\\:``, ``\\,`` and ``\\;`` are forgiven."""
    AS_WRITTEN = "as_written"
    """Nobody knows what separators mean here: the value stays exactly as it stands."""


MEDIA_NAMES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Properties whose value is a picture, a sound or a key, or the address of one."""

PICTURE_NAMES = frozenset({"PHOTO", "LOGO"})

MULTILINE_NAMES = frozenset({"NOTE", "ADR", "LABEL"})
"""Properties to which a following line without a name belongs: somebody broke the text by hand."""

_WITH_LISTS = frozenset({"N", "ADR"})
_NO_TEXT = frozenset({"uri", "url", "content-id", "cid", "date", "date-time", "date-and-or-time", "time"})
_OF_SHAPE = {
    ValueShape.TEXT: Spelling.TEXT,
    ValueShape.LIST: Spelling.LIST,
    ValueShape.STRUCTURED: Spelling.STRUCTURE,
    ValueShape.DATE: Spelling.PLAIN,
    ValueShape.URI: Spelling.PLAIN,
    ValueShape.MEDIA: Spelling.PLAIN,
    ValueShape.PLAIN: Spelling.AS_WRITTEN,
}


def spelling_of(name: str, value_type: str, words: frozenset[str]) -> Spelling:
    """How the value of the property ``name`` (upper case) is spelled.

    ``value_type`` is its VALUE parameter in lower case, or empty; ``words`` its bare words in
    upper case.
    """
    if name in _WITH_LISTS:
        return Spelling.LISTS
    if name == "SOUND" and "X-IRMC-N" in words:
        return Spelling.STRUCTURE
    spelling = _OF_SHAPE[value_shape(name)]
    if value_type in _NO_TEXT and spelling in {Spelling.TEXT, Spelling.AS_WRITTEN}:
        return Spelling.PLAIN
    if value_type == "text" and spelling is Spelling.PLAIN:
        return Spelling.TEXT
    return spelling
