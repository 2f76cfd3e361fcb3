"""What a window may know before the book is open: raw preferences and the first people."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from relate_desktop.domain.people import ContactSummary

_LARGEST = 1024 * 1024


def glance(folder: Path) -> Mapping[str, Any]:
    """The kept preferences as they stand in the file, unchecked; empty when there are none."""
    try:
        with (folder / "preferences.json").open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def first_people(folder: Path, today: "date", limit: int = 60) -> "Sequence[ContactSummary]":
    """The first people of the list, or none when they cannot be told without opening the book."""
    from relate_desktop.storage.first_look import first_rows  # noqa: PLC0415 - not for a mere glance

    found = first_rows(folder / "relate.db", limit, today)
    return found.rows if found is not None else ()
