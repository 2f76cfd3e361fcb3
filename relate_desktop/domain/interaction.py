"""Conversations: that we talked, how, when, who began, and what about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.wall_time import day_of, instant, zone_named

_NOON = time(12)


class InteractionKind(StrEnum):
    """By which means one talked."""

    CALL = "call"
    MEETING = "meeting"
    MESSAGE = "message"
    MAIL = "mail"
    OTHER = "other"


class Direction(StrEnum):
    """Who began; the values are those of the command line."""

    MINE = "out"
    THEIRS = "in"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Happened:
    """When something was: a day, or a moment of it.

    ``on`` is the day in the zone where it was. ``at`` is the moment, aware and in UTC, None
    when only the day is known. ``zone`` is the IANA name, empty when nobody said one.
    """

    on: date
    at: datetime | None = None
    zone: str = ""

    @classmethod
    def moment(cls, at: datetime, zone_name: str, otherwise: tzinfo) -> "Happened":
        """A moment with the day it was in the zone; ``otherwise`` is the zone for an unknown name."""
        return cls(day_of(at, zone_named(zone_name, otherwise)), at, zone_name)

    def sort_at(self, zone: tzinfo) -> datetime:
        """A moment by which entries are put in order; noon of the day where only that is known."""
        return instant(self.on, _NOON, zone_named(self.zone, zone)) if self.at is None else self.at


@dataclass(frozen=True, slots=True)
class Interaction:
    """One conversation, with one person or several. ``minutes`` is its length where known."""

    kind: InteractionKind
    direction: Direction
    happened: Happened
    participants: tuple[ContactId, ...]
    text: str = ""
    minutes: int | None = None
    id: InteractionId | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """That we were in touch: the little of a conversation by which closeness in time is judged."""

    on: date
    kind: InteractionKind
    direction: Direction


@dataclass(frozen=True, slots=True)
class Balance:
    """Who reached out how often in the last year. ``since`` is the day of the first talk there is."""

    mine: int = 0
    theirs: int = 0
    since: date | None = None


def talks_of(interactions: Iterable[Interaction], today: date) -> tuple[Talk, ...]:
    """The conversations up to today as talks, earliest first; planned ones are left out.

    Within a day they follow their hours; one without an hour stands at noon.
    """
    past = [item for item in interactions if item.happened.on <= today]
    past.sort(key=lambda item: (item.happened.on, item.happened.sort_at(UTC)))
    return tuple(Talk(item.happened.on, item.kind, item.direction) for item in past)


def planned_on(interactions: Iterable[Interaction], today: date) -> date | None:
    """The day of the next conversation that is still to come, written down ahead."""
    return min((item.happened.on for item in interactions if item.happened.on > today), default=None)
