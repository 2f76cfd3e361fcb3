"""Meetings of a day, written down ahead or out of a calendar, and what to know before each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Interaction, InteractionKind
from relate_desktop.domain.payback import Payback
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present

USUAL_LENGTH = timedelta(hours=1)
"""How long one lasts that does not say so."""
MOST_OF_ONE = 3
"""How many times a day the same meeting is told of."""
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
    more: bool = False
    """Whether it takes place still more often that day than is told."""
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
        """Whether to ask how it went; of what takes place all day long nobody wants to tell."""
        often = self.occurrence is not None and self.occurrence.often
        return self.over(present) and not self.told and not often


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


def few_of_each(meetings: Sequence[Meeting], now: datetime) -> list[Meeting]:
    """The same in their order, of what takes place over and over on a day the next times only."""
    days: dict[tuple[int, date], list[Meeting]] = {}
    for one in meetings:
        if one.occurrence is not None:
            days.setdefault((one.occurrence.event.id, one.occurrence.first_on), []).append(one)
    kept: dict[str, Meeting] = {}
    for of_day in days.values():
        begin = next((number for number, one in enumerate(of_day) if one.ends_at > now), len(of_day))
        begin = max(min(begin, len(of_day) - MOST_OF_ONE), 0)
        few = of_day[begin : begin + MOST_OF_ONE]
        if len(of_day) > len(few):
            few[-1] = replace(few[-1], more=True)
        kept.update((one.key, one) for one in few)
    return [kept.get(one.key, one) for one in meetings if one.occurrence is None or one.key in kept]


def length_of(minutes: int | None) -> timedelta:
    """How long a meeting of so many minutes lasts, as far as one can tell."""
    return USUAL_LENGTH if minutes is None else timedelta(minutes=minutes)


def met(meetings: Iterable[Meeting], present: Present) -> frozenset[ContactId]:
    """Everybody who is still to be met."""
    return frozenset(person.id for one in meetings if not one.over(present) for person in one.people)
