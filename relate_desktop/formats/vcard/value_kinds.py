"""What a property's value is, as its writers need it: how spelled, of which declared type, since when."""

from relate_desktop.domain.property import Property
from relate_desktop.domain.vocabulary import versions_of
from relate_desktop.formats.vcard.spelling import MEDIA_NAMES, Spelling, spelling_of

DATES = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE"})
EMBEDDED = MEDIA_NAMES
"""Properties whose value is embedded content or a URI that leads to it."""

TEXTS = frozenset({Spelling.TEXT, Spelling.LIST, Spelling.STRUCTURE, Spelling.LISTS})
"""The spellings whose values are escaped."""

_NO_WORDS: frozenset[str] = frozenset()
_IRMC = frozenset({"X-IRMC-N"})
_BASE64 = frozenset({"B", "BASE64"})


def item_spelling(item: Property) -> Spelling:
    """How the property's canonical value is spelled."""
    key = item.key
    words = _IRMC if key == "SOUND" and "x-irmc-n" in item.types else _NO_WORDS
    return spelling_of(key, value_type(item), words)


def value_type(item: Property) -> str:
    """The VALUE parameter in lower case, empty when it is absent."""
    for one in item.parameters:
        if one.name is not None and one.name.upper() == "VALUE" and one.values:
            return one.values[0].lower()
    return ""


def knows(version: str, key: str) -> bool:
    """Whether the version defines the property; every version may carry names nobody defines."""
    return version in versions_of(key)


def may_embed(item: Property) -> bool:
    """Whether a reference to content in the value is one, and no text that merely looks like it."""
    spelling = item_spelling(item)
    if spelling is not Spelling.AS_WRITTEN:
        return spelling not in TEXTS
    encodings = {value.upper() for value in item.parameter("ENCODING")}
    bare = {word.upper() for one in item.parameters if one.name is None for word in one.values}
    return bool((encodings | bare) & _BASE64)
