"""Calendars of a book: files of others that are read, shown in a colour and never changed."""

from dataclasses import dataclass
from datetime import datetime

from relate_desktop.domain.ids import CalendarId

CALENDAR_HUES = (2, 8, 0, 3, 5, 1, 4, 9, 7, 6)
"""Colours as calendars take them, one after another: first those that neither moments nor reminders have."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One calendar with a name and a colour of its own.

    ``path`` is the file or the folder that is watched and read again when it changes; empty
    where it was brought in once. ``missing`` says that nothing was found there at the last look,
    ``refused`` counts the components that could not be read, ``unknown_zones`` are the names of
    time zones that neither the world nor the file explains; their hours are taken as floating
    until the user says which zone is meant. ``zone`` is that of which its file says that it is
    (X-WR-TIMEZONE), to be proposed then; empty where there is nothing to ask.
    """

    id: CalendarId
    name: str
    hue: int
    shown: bool = True
    path: str = ""
    read_at: datetime | None = None
    missing: bool = False
    events: int = 0
    refused: int = 0
    unknown_zones: tuple[str, ...] = ()
    zone: str = ""
