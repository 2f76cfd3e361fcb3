"""The places one can always go to, in the order of the side bar and of their keys."""

from collections.abc import Container

from relate_desktop.ui.kit.short_list import ShortEntry
from relate_desktop.words.translation import _, ngettext

PLACES = (
    "today",
    "people",
    "reminders",
    "calendar",
    "timeline",
    "duplicates",
    "names",
    "people/removed",
    "history",
    "settings",
)
"""Places with a command of their own."""


def entries(rooms: Container[str], *, today: int = 0) -> list[ShortEntry]:
    """The rows for the rooms there are; ``today`` is how much waits there."""
    waiting = ngettext("{n} for today", "{n} for today", today).format(n=f"{today:,}") if today else ""
    count = f"{today:,}" if today else ""
    every = [
        ShortEntry("today", _("Today"), "sun-horizon", count, description=waiting),
        ShortEntry("people", _("People"), "users"),
        ShortEntry("reminders", _("Reminders"), "bell-simple"),
        ShortEntry("calendar", _("Calendar"), "calendar-blank"),
        ShortEntry("timeline", _("Timeline"), "path"),
    ]
    return [entry for entry in every if entry.key in rooms]
