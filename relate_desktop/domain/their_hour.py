"""What the clock says where somebody else is, if that is no hour to be called at."""

from dataclasses import dataclass
from datetime import date, time, tzinfo

from relate_desktop.domain.capture_parts import CapturedConversation, CapturedPart, CapturedReminder
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.present import Present
from relate_desktop.domain.wall_time import instant, zone_named

_FROM, _TO = time(8), time(21)
"""The hours at which nobody minds."""


@dataclass(frozen=True, slots=True)
class TheirHour:
    """The hour it is for somebody then."""

    contact: ContactId
    at: time


def hour_ahead(part: CapturedPart, present: Present) -> tuple[date, time] | None:
    """The day and hour of what is still to come in a part: a reminder, or a planned conversation."""
    on, at = None, None
    if isinstance(part, CapturedReminder):
        on, at = part.due.on, part.due.at
    elif isinstance(part, CapturedConversation):
        on, at = part.on, part.at
    if on is None or at is None or instant(on, at, present.here) < present.now:
        return None
    return on, at


def their_hour(contact: ContactId, zone: str, ahead: tuple[date, time], here: tzinfo) -> TheirHour | None:
    """The hour it is then in somebody's zone; None by day, and where the zone is not known."""
    there = zone_named(zone, here)
    if there is here:
        return None
    at = instant(*ahead, here).astimezone(there).time()
    return None if _FROM <= at <= _TO else TheirHour(contact, at)
