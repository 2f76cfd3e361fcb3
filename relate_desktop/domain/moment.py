"""Moments: days in somebody's life that are worth a word, every year or once.

What a card says of birthdays and anniversaries becomes a moment as well; what happens once,
a move or an exam, is kept beside the card.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, MomentId
from relate_desktop.domain.important_date import DATE_NAMES, DateKind, ImportantDate, important_dates
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.recurrence import LeapDay

OLDEST = 130
"""Years. Beyond it nobody's birthday is counted, only named."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One such day. ``label`` is the user's word for it, empty where the kind says it.

    ``yearly`` moments need a day and a month; others need the whole date. ``days_before`` is
    how long ahead one wants to be told.
    """

    kind: DateKind
    date: PartialDate
    contact: ContactId | None
    label: str = ""
    yearly: bool = True
    days_before: int = 0
    id: MomentId | None = None


@dataclass(frozen=True, slots=True)
class MomentDay:
    """A moment on a day: ``years`` is the age or the count that day, None where no year is known."""

    moment: Moment
    on: date
    years: int | None

    def days_from(self, today: date) -> int:
        """Whole days until then; negative when it has passed."""
        return (self.on - today).days


def moments_of(contact: Contact) -> tuple[Moment, ...]:
    """The days a card names that come round every year.

    A person with a date of death has no birthday any more: the day they died is kept instead.
    """
    told = important_dates(contact)
    days = [day for day in told if day.date is not None and day.date.recurs]
    died = any(day.kind is DateKind.DEATH for day in told)
    kept = (day for day in days if not (died and day.kind is DateKind.BIRTHDAY))
    return tuple(_moment(contact, day, day.date) for day in kept if day.date is not None)


def days_of_the_year(properties: Sequence[Property]) -> tuple[str, ...]:
    """The days on which a card has a moment every year, such as ``--04-15``, in the order of the card."""
    dated = [item for item in properties if (item.name if item.name.isupper() else item.key) in DATE_NAMES]
    if not dated:
        return ()
    labelled = any(item.group is not None for item in dated)
    moments = moments_of(Contact(tuple(properties if labelled else dated)))
    return tuple(PartialDate(None, moment.date.month, moment.date.day).iso() for moment in moments)


def day_in_year(moment: Moment, year: int, leap_day: LeapDay) -> date | None:
    """The day of the moment in a year; None when it has none there.

    29 February is the 28th or 1 March in common years, as the user has it.
    """
    month, day = moment.date.month, moment.date.day
    if month is None or day is None or not 1 <= year <= date.max.year:
        return None
    first = moment.date.year
    if first is not None and (year < first or (not moment.yearly and year != first)):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 3, 1) if leap_day is LeapDay.MARCH else date(year, 2, 28)


def days_in(moment: Moment, start: date, end: date, leap_day: LeapDay) -> tuple[MomentDay, ...]:
    """The days of the moment from ``start`` to ``end``, both included; a few years at most."""
    years = range(start.year, min(end.year, start.year + 10) + 1)
    days = (day_in_year(moment, year, leap_day) for year in years)
    return tuple(MomentDay(moment, day, _years(moment, day)) for day in days if day and start <= day <= end)


def told_on(found: MomentDay) -> date:
    """The day on which one wants to be told of it."""
    return found.on - timedelta(days=found.moment.days_before)


def _moment(contact: Contact, day: ImportantDate, when: PartialDate) -> Moment:
    label = day.label if day.kind is DateKind.OTHER else ""
    return Moment(day.kind, when, contact.id, label)


def _years(moment: Moment, on: date) -> int | None:
    if moment.date.year is None or not moment.yearly:
        return None
    years = on.year - moment.date.year
    return years if 0 < years <= OLDEST else None
