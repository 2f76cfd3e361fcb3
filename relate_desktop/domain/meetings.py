"""Meetings of a day, written down ahead or out of a calendar, and what to know before each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Interaction, InteractionKind
from relate_desktop.domain.payback import Payback
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present

USUAL_LENGTH = timedelta(hours=1)
"""How long one lasts that does not say so."""
AHEAD = timedelta(minutes=15)
"""So long before it begins one is told of it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One with people of the book; ``entry`` is what was written down ahead, else ``occurrence``.

    ``useful`` is about its first person. ``at`` and ``ends_at`` are aware and in UTC. ``minutes``
    is how long it is said to last, ``calendar`` and ``hue`` name and colour of the one it stands in.
    """

    title: str
    kind: InteractionKind
    at: datetime
    ends_at: datetime
    people: tuple[ContactSummary, ...]
    minutes: int | None = None
    entry: InteractionId | None = None
    occurrence: Occurrence | None = None
    calendar: str = ""
    hue: int | None = None
    useful: Payback | None = None
    told: bool = False
    """Whether something was written down about its people since it ended."""

    @property
    def key(self) -> str:
        """What names it in identifiers of widgets, for as long as it stands."""
        if self.occurrence is not None:
            return f"event.{self.occurrence.identity}"
        return str(self.entry)

    def over(self, present: Present) -> bool:
        """Whether it has ended, so that one may ask how it went."""
        return present.now >= self.ends_at

    def asks(self, present: Present) -> bool:
        """Whether to ask how it went."""
        return self.over(present) and not self.told


def written_ahead(
    entry: InteractionId, item: Interaction, people: tuple[ContactSummary, ...]
) -> Meeting | None:
    """A conversation that was written down ahead as a meeting; None for one without an hour or people."""
    at = item.happened.at
    if at is None or not people:
        return None
    ends_at = at + length_of(item.minutes)
    return Meeting(item.text, item.kind, at, ends_at, people, item.minutes, entry)


def of_calendar(
    occurrence: Occurrence, people: tuple[ContactSummary, ...], calendar: str = "", hue: int | None = None
) -> Meeting | None:
    """An occurrence as a meeting; None for whole days, which have no hour, and without people."""
    if occurrence.all_day or not people:
        return None
    minutes = round(occurrence.lasts / timedelta(minutes=1))
    return Meeting(
        title=occurrence.event.title,
        kind=InteractionKind.MEETING,
        at=occurrence.starts_at,
        ends_at=occurrence.ends_at,
        people=people,
        minutes=minutes or None,
        occurrence=occurrence,
        calendar=calendar,
        hue=hue,
    )


def length_of(minutes: int | None) -> timedelta:
    """How long a meeting of so many minutes lasts, as far as one can tell."""
    return USUAL_LENGTH if minutes is None else timedelta(minutes=minutes)


def met(meetings: Iterable[Meeting], present: Present) -> frozenset[ContactId]:
    """Everybody who is still to be met."""
    return frozenset(person.id for one in meetings if not one.over(present) for person in one.people)
