"""People as lists show them: one ready-made row a person, filters and orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.domain.interaction import Talk


@dataclass(frozen=True, slots=True)
class ContactSummary:
    """One row of the people list; a new contact and an old one alike, absent parts empty."""

    id: ContactId
    called: str
    """What to call them in lists: the called name where set, else the display name."""
    full_name: str
    own_script: str
    """The name as they write it when the called name is in another script or form, else empty."""
    organization: str
    role: str
    email: str
    phone: str
    photo: MediaHash | None
    hue: int
    """Which of the ten avatar colours, chosen once when the person was created."""
    is_organization: bool
    added_at: datetime
    changed_at: datetime
    last_contact_at: datetime | None = None
    """When they were last in touch; where only the day is known, noon of it in UTC."""
    next_due_at: datetime | None = None
    """When the next reminder about them comes; where any time of a day will do, the start of the user's."""
    next_hour_known: bool = False
    last_talk: Talk | None = None
    """The day of that, how it was, and who began."""
    last_hour_known: bool = False


@dataclass(frozen=True, slots=True)
class RemovedPerson:
    """Somebody who was removed, and when."""

    row: ContactSummary
    removed_at: datetime


class PeopleSort(StrEnum):
    """Orders of the people list."""

    NAME = "name"
    RECENT = "recent"
    """Last in touch, the latest first; then those one was never in touch with by their last change."""
    ADDED = "added"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people a list shows. All conditions hold together."""

    circle: str | None = None
    batch_changeset: int | None = None
    """Only those one import created."""
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class CircleSummary:
    """A circle with how many people are in it."""

    name: str
    count: int
    hue: int
    place: int | None = None
    """Where the user put it among the others; those without follow by name."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One person found and why."""

    contact: ContactId
    name: str
    field: str
    """Where it matched: a lower-case property name such as ``fn``, ``tel``, ``note``."""
    snippet: str


@dataclass(frozen=True, slots=True)
class TextHit:
    """A note, conversation, reminder or promise found."""

    field: str
    """What it is: ``note``, a kind of conversation such as ``call``, ``reminder`` or ``promise``."""
    number: int
    """Its id: of the entry, the reminder or the promise."""
    contact: ContactId | None
    """The first person it is about."""
    name: str
    snippet: str
    on: date


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The best hits in order, and how many people match in all; likewise what was written."""

    query: str
    total: int
    hits: tuple[SearchHit, ...]
    texts_total: int = 0
    texts: tuple[TextHit, ...] = ()


@dataclass(frozen=True, slots=True)
class BookHealth:
    """What ``check`` found; ``problems`` are kinds with facts, worded on top."""

    problems: tuple[tuple[str, Mapping[str, str | int]], ...]
    contacts: int
    properties: int
    entries: int
    reminders: int
    digest: str
    """SHA-256 over all rows of what the user owns, in a canonical order."""
    sqlite_version: str
