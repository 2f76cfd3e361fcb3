"""What matters now: everything Today shows, as data with reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from relate_desktop.domain.coming_up import coming_up, late_wishes
from relate_desktop.domain.due_list import DueToday, due_today
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.moment import Moment, MomentDay
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.suggestions import (
    NUDGES_A_DAY,
    NUDGES_A_WEEK,
    Acquaintance,
    Nudge,
    Suggestions,
    suggest,
)


@dataclass(frozen=True, slots=True)
class AgendaInput:
    """What the book says that may matter today; storage may leave out what cannot.

    ``nudges`` are those of the last seven days, ``last_talks`` the day of the last
    conversation of everybody whose moment was lately. ``last_looked_on`` is the day Today
    was last shown before today.
    """

    reminders: Iterable[Reminder] = ()
    promises: Iterable[Promise] = ()
    moments: Iterable[Moment] = ()
    people: Iterable[Acquaintance] = ()
    nudges: Iterable[Nudge] = ()
    last_talks: Mapping[ContactId, date] | None = None
    last_looked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Today, finite: what is due, which days are near, with whom it has been a while."""

    at: datetime
    due: DueToday
    coming_up: tuple[MomentDay, ...]
    late_wishes: tuple[MomentDay, ...]
    suggestions: Suggestions

    @property
    def empty(self) -> bool:
        """Whether nothing is waiting."""
        return not (self.due.rows or self.suggestions.shown or self.late_wishes)


def agenda(
    known: AgendaInput,
    present: Present,
    *,
    a_day: int = NUDGES_A_DAY,
    a_week: int = NUDGES_A_WEEK,
    rests: bool = True,
) -> Agenda:
    """What Today shows at this moment."""
    moments = tuple(known.moments)
    return Agenda(
        at=present.now,
        due=due_today(known.reminders, known.promises, present, known.last_looked_on),
        coming_up=coming_up(moments, present),
        late_wishes=late_wishes(moments, known.last_talks or {}, present),
        suggestions=suggest(known.people, known.nudges, present, a_day=a_day, a_week=a_week, rests=rests),
    )
