"""Meetings of a day that were written down ahead, and the one useful thing to know before each."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from relate_desktop.domain.ids import InteractionId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.payback import Payback
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present

USUAL_LENGTH = timedelta(hours=1)
"""How long one lasts that does not say so."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One that was planned; ``useful`` is about its first person. ``at`` is aware and in UTC."""

    entry: InteractionId
    item: Interaction
    at: datetime
    people: tuple[ContactSummary, ...]
    useful: Payback | None = None
    told: bool = False
    """Whether something was written down about its people since it ended."""

    @property
    def ends_at(self) -> datetime:
        """When it is over, as far as one can tell."""
        return self.at + length_of(self.item.minutes)

    def over(self, present: Present) -> bool:
        """Whether it has ended, so that one may ask how it went."""
        return present.now >= self.ends_at

    def asks(self, present: Present) -> bool:
        """Whether to ask how it went."""
        return self.over(present) and not self.told


def length_of(minutes: int | None) -> timedelta:
    """How long a meeting of so many minutes lasts, as far as one can tell."""
    return USUAL_LENGTH if minutes is None else timedelta(minutes=minutes)
