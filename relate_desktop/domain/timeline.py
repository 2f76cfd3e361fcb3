"""The timeline: conversations, notes and moments of one person or of all, in one order."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.timeline_note import TimelineNote

Item = Interaction | TimelineNote | Moment


class TimelineWhich(StrEnum):
    """Which part of a timeline is shown."""

    ALL = "all"
    CONVERSATIONS = "conversations"
    NOTES = "notes"
    MOMENTS = "moments"


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What a timeline shows: of one person, or of everybody where ``contact`` is None.

    With ``words`` only entries that say them, or that are about somebody called so.
    """

    contact: ContactId | None = None
    which: TimelineWhich = TimelineWhich.ALL
    words: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing on the timeline with the people it is about.

    ``source`` names the files or the calendar it came from, None where somebody typed it; ``sentence`` is the
    line as it was jotted down. Moments have negative ids and are changed where moments are.
    """

    id: EntryId
    item: Item
    people: tuple[ContactSummary, ...]
    source: str | None
    created_at: datetime | None
    sentence: str = ""


def people_in(item: Item) -> tuple[ContactId, ...]:
    """Whom an item is about, each once, in order."""
    if isinstance(item, Interaction):
        people = item.participants
    elif isinstance(item, TimelineNote):
        people = item.people
    else:
        people = (item.contact,) if item.contact is not None else ()
    return tuple(dict.fromkeys(people))


def moment_entry(number: int) -> EntryId:
    """The id under which a moment stands on the timeline."""
    return EntryId(-number)
