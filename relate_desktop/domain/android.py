"""Android's own fields: ``X-ANDROID-CUSTOM:mime type;data1;…;data15``."""

from dataclasses import dataclass

from relate_desktop.domain.property import Property

ANDROID = "X-ANDROID-CUSTOM"

_PREFIX = "vnd.android.cursor.item/"

RELATIONS = (
    "",
    "assistant",
    "brother",
    "child",
    "domestic-partner",
    "father",
    "friend",
    "manager",
    "mother",
    "parent",
    "partner",
    "referred-by",
    "relative",
    "sister",
    "spouse",
)
"""Names of Android's relation numbers; 0 is one's own label."""

EVENTS = ("", "anniversary", "other", "birthday")
"""Names of Android's event numbers; 0 is one's own label."""


@dataclass(frozen=True, slots=True)
class AndroidField:
    """One of Android's own fields. ``kind`` is the last part of its mime type."""

    kind: str
    value: str
    number: int | None
    label: str


def android_field(item: Property) -> AndroidField | None:
    """The line as one of Android's fields, or None when it is none."""
    if item.key != ANDROID:
        return None
    parts = [",".join(part) for part in item.components]
    if len(parts) == 1:
        parts = item.text.split(";")
    if not parts[0].startswith(_PREFIX):
        return None
    padded = [*parts[1:4], "", "", ""]
    number = int(padded[1]) if padded[1].isdecimal() else None
    return AndroidField(parts[0][len(_PREFIX) :], padded[0], number, padded[2])
