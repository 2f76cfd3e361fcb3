"""When to leave somebody alone: after two messages of mine without an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.domain.wall_time import moved

UNANSWERED = 2
SHORTEST = 14
"""Days."""

_IS_TALK = frozenset({InteractionKind.CALL, InteractionKind.MEETING})
_AWAITS_ANSWER = frozenset({InteractionKind.MESSAGE, InteractionKind.MAIL})


@dataclass(frozen=True, slots=True)
class Rest:
    """Somebody is left alone until a day, on which it is over; writing is never blocked."""

    until: date
    unanswered: int
    since: date
    """The day of the last message without an answer."""


def rest_of(talks: Sequence[Talk], usual: float | None, today: date) -> Rest | None:
    """The rest somebody has today. Talks are earliest first, ``usual`` is the usual gap in days."""
    waiting = unanswered(talks)
    if len(waiting) < UNANSWERED:
        return None
    since = waiting[-1].on
    until = moved(since, max(SHORTEST, round(usual or 0)))
    return Rest(until, len(waiting), since) if today < until else None


def unanswered(talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """My messages and mails since they last reached out or we talked, earliest first.

    A call or a meeting is talk, whoever began it, and so an answer; what is of no kind that
    waits for an answer changes nothing.
    """
    waiting: list[Talk] = []
    for talk in talks:
        if talk.direction is not Direction.MINE or talk.kind in {
            InteractionKind.CALL,
            InteractionKind.MEETING,
        }:
            waiting.clear()
        elif talk.kind in _AWAITS_ANSWER:
            waiting.append(talk)
    return tuple(waiting)


def last_direction(talks: Sequence[Talk]) -> Direction | None:
    """Who reached out last; None when nobody ever did."""
    return talks[-1].direction if talks else None
