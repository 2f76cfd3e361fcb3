"""What quick capture makes of a line: parts to keep, each with the letters it came from.

Nothing here is saved yet. Every part can be shown as a chip and corrected, and what is not
certain is named, so that nothing is kept on a guess that was not shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Protocol

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.recurrence import Recurrence


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a name may mean. ``strong`` is a given, called or full name, not a family name alone."""

    contact: ContactId
    called: str
    strong: bool = True


class KnownPeople(Protocol):
    """Who is in the book, asked by name."""

    def named(self, name: str) -> Sequence[Candidate]:
        """Everybody who goes by this name or this part of one; case and accents do not matter."""
        ...


class MarkKind(StrEnum):
    """What a stretch of the line was understood as."""

    WHAT = "what"
    WHO = "who"
    WHEN = "when"
    LENGTH = "length"
    REMINDER = "reminder"
    PROMISE = "promise"
    MOMENT = "moment"
    REMEMBER = "remember"
    NOTE = "note"
    NEW_PERSON = "new_person"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the line, from ``start`` up to ``end``, with what it was understood as."""

    kind: MarkKind
    start: int
    end: int


class Doubt(StrEnum):
    """What has to be asked before anything is saved."""

    WHO = "who"
    """Several people go by that name."""
    UNKNOWN = "unknown"
    """Nobody goes by that name: perhaps a new person."""
    PRONOUN = "pronoun"
    """It is not said who is meant by *her*."""
    NOBODY = "nobody"
    """It is not said at all with whom."""
    WHEN = "when"
    """The day can be read in two ways, or in none."""
    WHAT = "what"
    """It reads like a conversation, and it is not said of which kind."""
    DIRECTION = "direction"
    """It is not said who began."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """One doubt. ``candidates`` and ``days`` are the answers to choose from, where there are any.

    ``part`` is the place of the part it is about in ``Captured.parts``.
    """

    doubt: Doubt
    text: str
    start: int
    end: int
    part: int
    candidates: tuple[Candidate, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CapturedDue:
    """Until when: a day, an hour of it, *when there is room*, or again and again."""

    on: date | None
    at: time | None = None
    repeats: Recurrence | None = None

    @property
    def room(self) -> bool:
        """Whether it has no day at all."""
        return self.on is None


@dataclass(frozen=True, slots=True)
class CapturedConversation:
    """A conversation; one on a day to come is planned."""

    people: tuple[Candidate, ...]
    kind: InteractionKind
    direction: Direction
    on: date
    at: time | None
    minutes: int | None
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CapturedNote:
    """A note."""

    people: tuple[Candidate, ...]
    on: date
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CapturedPromise:
    """A promise; ``due`` is None when nobody said until when."""

    people: tuple[Candidate, ...]
    owed_by: OwedBy
    text: str
    due: CapturedDue | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CapturedReminder:
    """A reminder."""

    people: tuple[Candidate, ...]
    text: str
    due: CapturedDue
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CapturedMoment:
    """A suggested moment, unticked; ``yearly`` ones come round."""

    people: tuple[Candidate, ...]
    text: str
    date: PartialDate
    kind: DateKind
    yearly: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CapturedRemember:
    """Something suggested as worth remembering, unticked."""

    people: tuple[Candidate, ...]
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CapturedPerson:
    """A new person."""

    name: str
    organization: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    text: str
    marks: tuple[Mark, ...]


CapturedPart = (
    CapturedConversation
    | CapturedNote
    | CapturedPromise
    | CapturedReminder
    | CapturedMoment
    | CapturedRemember
    | CapturedPerson
)


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line means. ``sentence`` is the line as it was typed, to be kept with what is saved."""

    sentence: str
    parts: tuple[CapturedPart, ...]
    unclear: tuple[Unclear, ...]

    @property
    def ready(self) -> bool:
        """Whether it can be saved as it stands, without an answer."""
        return bool(self.parts) and not self.unclear

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every stretch understood, in order, for tinting; inner ones after those around them."""
        found = {mark for part in self.parts for mark in part.marks}
        return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind)))
