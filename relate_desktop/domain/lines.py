"""The lines of a contact that say who it is, found in a single pass.

Everything that names a person for a list goes through here, so that a list row, the
page of the person and an export agree.
"""

from collections.abc import Sequence

from relate_desktop.domain.property import Property

UNRANKED = 101
"""The rank of a line without any preference; PREF itself goes from 1 to 100."""

_WANTED = frozenset(
    {
        "FN",
        "N",
        "NICKNAME",
        "ORG",
        "EMAIL",
        "TEL",
        "URL",
        "TITLE",
        "ROLE",
        "PHOTO",
        "KIND",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ABSHOWAS",
        "SORT-STRING",
        "SOUND",
        "IMPP",
        "X-RELATE-CALL",
        "X-RELATE-LATIN",
        "X-RELATE-FILE-UNDER",
        "X-EVOLUTION-FILE-AS",
        "X-PHONETIC-FIRST-NAME",
        "X-PHONETIC-MIDDLE-NAME",
        "X-PHONETIC-LAST-NAME",
        "X-ANDROID-CUSTOM",
    }
)

Lines = dict[str, Property]
"""The best line of each name: the preferred one, else the first that says something."""


_SHELVED = frozenset({"X-ANDROID-CUSTOM", "SOUND"})
"""Names that are not simply what they say even without parameters."""


def best_lines(properties: Sequence[Property]) -> Lines:
    """The best line of every name that lists need. A phonetic N stands under ``N;PHONETIC``."""
    lines: Lines = {}
    for item in properties:
        key = item.name
        if key not in _WANTED:
            key = key.upper()
            if key not in _WANTED:
                continue
        if not item.value or item.value.isspace() or (key == "PHOTO" and item.media is None):
            continue
        if item.parameters or key in _SHELVED:
            key = _shelf(key, item)
        held = lines.get(key)
        if held is None or ((item.parameters or held.parameters) and rank(item) < rank(held)):
            lines[key] = item
    return lines


def rank(item: Property) -> int:
    """How much a line is preferred, 1 most; ``UNRANKED`` without any preference.

    PREF=1…100 (RFC 6350 section 5.3) and the older TYPE=pref, which counts as 1.
    """
    for parameter in item.parameters:
        name = parameter.name
        if name is not None and name.upper() == "PREF":
            word = parameter.values[0] if parameter.values else ""
            return min(max(int(word), 1), 100) if word.isdecimal() else 1
        if name is None or name.upper() == "TYPE":
            for value in parameter.values:
                lowered = value.lower()
                if "pref" in lowered and "pref" in lowered.replace(" ", "").split(","):
                    return 1
    return UNRANKED


def _shelf(key: str, item: Property) -> str:
    """Where a line belongs that is not simply one of its name."""
    if key == "N" and item.parameter("PHONETIC"):
        return "N;PHONETIC"
    if key == "X-ANDROID-CUSTOM" and item.value.startswith("vnd.android.cursor.item/nickname"):
        return "X-ANDROID-NICKNAME"
    if key == "SOUND" and "x-irmc-n" not in item.types:
        return "SOUND;MEDIA"
    return key
