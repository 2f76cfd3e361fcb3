"""Whom it has been a while with, and who is left alone: who and how often, as pure rules.

Nobody is suggested who was not chosen, at most a few a day and a week, and everything that
speaks against it weighs more than the gap: a rest, the person's own wishes, a meeting that
is coming. What comes out carries its reason as data; the sentence is made on top.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from relate_desktop.domain.cadence import Cadence, Keeping, kept_rhythm, rhythm_of
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Talk
from relate_desktop.domain.present import Present
from relate_desktop.domain.rest import last_direction, rest_of
from relate_desktop.domain.wall_time import moved
from relate_desktop.domain.wishes import Wish, Wishes, against

NUDGES_A_DAY = 3
NUDGES_A_WEEK = 10
WEEK = 7
PAUSE_AFTER_NUDGE = 3
"""Days in which nobody is suggested a second time."""

MEETING_AHEAD = 7
"""Days within which a meeting makes a suggestion needless."""

SHORTEST_ASIDE, LONGEST_ASIDE = 7, 45
ASIDE_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the rules need to know of one person.

    ``talks`` are earliest first; the last ten or so are enough. ``circles`` are those of
    their circles that have a rhythm. ``agreed`` is whether the user said yes to a learned
    rhythm. ``known_since`` is the day from which a gap counts while nobody talked.
    ``set_aside_on`` are the days of *not now*. ``meeting_on`` is the next planned meeting.
    Nobody is told to write to somebody who has ``died``.
    """

    contact: ContactId
    talks: tuple[Talk, ...]
    known_since: date
    cadence: Cadence | None = None
    circles: Mapping[str, Cadence] = field(default_factory=dict)
    agreed: bool = False
    wishes: Wishes = field(default_factory=Wishes)
    set_aside_on: tuple[date, ...] = ()
    meeting_on: date | None = None
    died: bool = False


@dataclass(frozen=True, slots=True)
class Nudge:
    """That somebody was suggested on a day."""

    contact: ContactId
    on: date


@dataclass(frozen=True, slots=True)
class Suggestion:
    """It has been a while. ``gap`` is in days, since ``last_on`` or since they are known.

    ``last_direction`` is who reached out last. ``ask_whether`` says that *not now* was the
    answer twice in a row: it is time to ask whether to leave them be.
    """

    contact: ContactId
    keeping: Keeping
    gap: int
    last_on: date | None
    last_direction: Direction | None
    ask_whether: bool = False

    @property
    def ratio(self) -> float:
        """The gap in usual gaps, by which suggestions are put in order; never shown."""
        return self.gap / self.keeping.usual


class Quiet(StrEnum):
    """Why somebody is left alone."""

    REST = "rest"
    NO_MORE_CONTACT = "no_more_contact"
    PAUSE = "pause"
    LEAST_GAP = "least_gap"
    HOURS = "hours"
    MEETING = "meeting"
    SET_ASIDE = "set_aside"
    LATELY = "lately"
    """Suggested in the last few days."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Somebody left alone until a day, on which it is over; None where it has no end.

    ``unanswered`` is the number of messages without an answer, for a rest.
    """

    contact: ContactId
    quiet: Quiet
    until: date | None
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Whom to suggest today, in order, and who is left alone on purpose."""

    shown: tuple[Suggestion, ...]
    left_alone: tuple[LeftAlone, ...]
    waiting: int
    """How many more it has been a while with, beyond what is shown in a day."""


_OF_WISH = {
    Wish.NO_MORE_CONTACT: Quiet.NO_MORE_CONTACT,
    Wish.PAUSE: Quiet.PAUSE,
    Wish.LEAST_GAP: Quiet.LEAST_GAP,
    Wish.HOURS: Quiet.HOURS,
}


def suggest(
    people: Iterable[Acquaintance],
    nudges: Iterable[Nudge],
    present: Present,
    *,
    a_day: int = NUDGES_A_DAY,
    a_week: int = NUDGES_A_WEEK,
    rests: bool = True,
) -> Suggestions:
    """Whom to suggest at this moment.

    ``nudges`` are those of the last seven days. Who was suggested today keeps the place until
    the day is over; on days off and in quiet hours nobody is suggested. ``rests`` is whether
    messages without an answer start a rest.
    """
    week = [nudge for nudge in nudges if 0 <= (present.today - nudge.on).days < WEEK]
    lately = {nudge.contact: nudge.on for nudge in sorted(week, key=lambda nudge: nudge.on)}
    judged = [judge(person, present, lately.get(person.contact), rests=rests) for person in people]
    left_alone = tuple(item for item in judged if isinstance(item, LeftAlone))
    late = [item for item in judged if isinstance(item, Suggestion)]
    late.sort(key=lambda item: (-item.ratio, item.contact))
    if present.in_quiet_hours or not present.hours.works(present.today):
        return Suggestions((), left_alone, len(late))
    today = {nudge.contact for nudge in week if nudge.on == present.today}
    room = max(min(a_day - len(today), a_week - len(week)), 0)
    kept = [item for item in late if item.contact in today]
    new = [item for item in late if item.contact not in today]
    shown = sorted(kept + new[:room], key=lambda item: (-item.ratio, item.contact))[:a_day]
    return Suggestions(tuple(shown), left_alone, len(late) - len(shown))


def judge(
    person: Acquaintance, present: Present, last_nudge: date | None = None, *, rests: bool = True
) -> Suggestion | LeftAlone | None:
    """Whether it has been a while with somebody, or why they are left alone; None for neither."""
    if person.died:
        return None
    rhythm = rhythm_of(person.talks)
    keeping = kept_rhythm(person.cadence, person.circles, rhythm, agreed=person.agreed)
    usual = keeping.usual if keeping is not None else rhythm.usual if rhythm is not None else None
    rest = rest_of(person.talks, usual, present.today) if rests else None
    if rest is not None and not person.wishes.no_more_contact:
        return LeftAlone(person.contact, Quiet.REST, rest.until, rest.unanswered)
    if keeping is None:
        return None
    last_on = person.talks[-1].on if person.talks else None
    gap = (present.today - (last_on or person.known_since)).days
    if gap <= keeping.late_after or gap < keeping.no_sooner or last_on == present.today:
        return None
    alone = _wished(person, last_on, present) or _settled(person, keeping, last_on, last_nudge, present.today)
    if alone is not None:
        return alone
    asides = len(_asides(person, last_on))
    return Suggestion(
        person.contact,
        keeping,
        gap,
        last_on,
        last_direction(person.talks),
        ask_whether=asides >= ASIDE_IN_A_ROW,
    )


def hidden_days(usual: float) -> int:
    """How long *not now* hides somebody, in days: half the usual gap, within bounds."""
    return min(max(round(usual / 2), SHORTEST_ASIDE), LONGEST_ASIDE)


def _wished(person: Acquaintance, last_on: date | None, present: Present) -> LeftAlone | None:
    found = against(person.wishes, last_on, present.now, present.here)
    if found is None:
        return None
    until = None if found.until is None else present.day_of(found.until)
    return LeftAlone(person.contact, _OF_WISH[found.wish], until)


def _settled(
    person: Acquaintance, keeping: Keeping, last_on: date | None, last_nudge: date | None, today: date
) -> LeftAlone | None:
    """Why a person with whom it has been a while need not be suggested all the same."""
    if person.meeting_on is not None and 0 <= (person.meeting_on - today).days <= MEETING_AHEAD:
        return LeftAlone(person.contact, Quiet.MEETING, person.meeting_on)
    asides = _asides(person, last_on)
    if asides and today < (again := moved(asides[-1], hidden_days(keeping.usual))):
        return LeftAlone(person.contact, Quiet.SET_ASIDE, again)
    if last_nudge is not None and 1 <= (today - last_nudge).days <= PAUSE_AFTER_NUDGE:
        return LeftAlone(person.contact, Quiet.LATELY, moved(last_nudge, PAUSE_AFTER_NUDGE + 1))
    return None


def _asides(person: Acquaintance, last_on: date | None) -> list[date]:
    """The days of *not now* since the last conversation."""
    return sorted(day for day in person.set_aside_on if last_on is None or day >= last_on)
